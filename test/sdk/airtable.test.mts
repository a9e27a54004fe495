// Airtable's own SDK and our source do the same calls against the fake over HTTP; their wire requests are compared. Where ours differ on
// purpose, the reason stands beside the difference.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import Airtable from 'airtable';
import { airtable } from '../../shared/connectors/airtable/airtable';
import { buildListRequest } from '../../shared/connectors/airtable/listRecords';
import { quoteFormulaText } from '../../shared/connectors/airtable/quoteFormulaText';
import { ConnectorFault } from '../../shared/connectors/ConnectorFault';
import type { SourceSettings } from '../../shared/connectors/Source';
import type { Call } from '../../shared/connectors/Wire';
import { AIRTABLE_BASE_ID, AIRTABLE_TOKEN, createAirtableFake, type AirtableFake } from '../fakes/airtable';
import { sendTo } from '../fakes/sendTo';
import { serve, type Served } from '../fakes/serve.mts';

const settings: SourceSettings = {
	baseId: AIRTABLE_BASE_ID,
	tables: {},
	fields: {},
	keyField: 'Account ID',
	results: {},
	currency: null,
	options: {},
};

let time = Date.UTC(2026, 10, 20);
// A second passes with every look at the clock: the limit is never in the way of what is compared here.
const now = () => (time += 1000);
const fake: AirtableFake = createAirtableFake({ accounts: 250, now });
let served: Served;

before(async () => {
	served = await serve(fake);
});
after(async () => {
	await served.close();
});

const base = (apiKey = AIRTABLE_TOKEN.replace('Bearer ', '')) =>
	new Airtable({ apiKey, endpointUrl: served.url, noRetryIfRateLimited: true }).base(AIRTABLE_BASE_ID);

/** Answers are judged as the engine does it, without its waits. */
const call: Call = async (request) => {
	const answer = await sendTo(fake, { authorization: AIRTABLE_TOKEN })(request);
	if (answer.status >= 300) throw airtable.classify(answer, request);
	return answer;
};

interface Wire {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** What was sent while `act` ran, the schema questions left out: the SDK has no schema calls. */
async function wireOf(act: () => Promise<unknown>): Promise<Wire[]> {
	const from = fake.log.length;
	await act();
	return fake.log
		.slice(from)
		.filter(({ path }) => !path.includes('/meta/'))
		.map(({ method, path, query, body }) => ({ method, path, query, body }));
}

/** A difference that is meant: what the SDK's request becomes when it is taken away. */
interface Difference {
	readonly reason: string;
	readonly undo: (wire: Wire) => Wire;
}

const SLASH: Difference = {
	reason:
		"the SDK ends the path of a write with '/'; Airtable's documentation has none, and some gateways redirect such a path and lose the body",
	undo: (wire) => ({ ...wire, path: wire.path.replace(/\/$/, '') }),
};
const METHOD_IN_BODY: Difference = {
	reason: "the SDK sends its own switch method: 'post' along in the body; Airtable does not know it",
	undo: (wire) => {
		const { method: _switch, ...body } = wire.body as Record<string, unknown>;
		return { ...wire, body };
	},
};

function same(ours: readonly Wire[], sdk: readonly Wire[], differences: readonly Difference[]): void {
	assert.equal(ours.length, sdk.length);
	assert.ok(ours.length > 0);
	const undone = sdk.map((wire) => differences.reduce((left, { undo }) => undo(left), wire));
	assert.deepEqual(ours, undone);
	for (const { reason, undo } of differences) {
		// A difference that is none any more must go from this list.
		assert.notDeepEqual(sdk.map(undo), sdk, `no longer a difference: ${reason}`);
	}
}

/** What was thrown; the SDK throws objects that are no errors. */
async function refusalOf(asked: Promise<unknown>): Promise<{ error?: string; statusCode?: number }> {
	return await asked.then(
		() => ({ error: 'nothing was thrown' }),
		(error: { error?: string; statusCode?: number }) => error,
	);
}

const accounts = fake.base.table('Accounts');
assert.ok(accounts);
const idOf = (name: string) => {
	const column = accounts.columns.find((one) => one.name === name);
	assert.ok(column);
	return column.id;
};

describe('the airtable SDK as a second client', () => {
	test('a list of several pages: same requests, same records', async () => {
		const fields = ['Account ID', 'Name', 'ARR'].map(idOf);
		const seen: string[] = [];
		const sdk = await wireOf(async () => {
			const query = { fields, pageSize: 100, returnFieldsByFieldId: true, method: 'post' } as const;
			const records = await base()(accounts.id).select(query).all();
			seen.push(...records.map((record) => `${record.id} ${String(record.get(fields[0] as string))}`));
		});
		const found: string[] = [];
		const ours = await wireOf(async () => {
			let cursor: string | null = null;
			do {
				const question = { baseId: AIRTABLE_BASE_ID, tableId: accounts.id, columns: fields, formula: null };
				const answer = await call(buildListRequest({ ...question, offset: cursor }));
				const page = answer.body as {
					records: Array<{ id: string; fields: Record<string, unknown> }>;
					offset?: string;
				};
				found.push(
					...page.records.map(({ id, fields: cells }) => `${id} ${String(cells[fields[0] as string])}`),
				);
				cursor = page.offset ?? null;
			} while (cursor !== null);
		});
		assert.equal(ours.length, 3);
		// Offsets name an iterator of each client's own.
		const plain = (wires: readonly Wire[]) =>
			wires.map((wire) => {
				const { offset, ...body } = wire.body as Record<string, unknown>;
				return { ...wire, body: { ...body, paged: offset !== undefined } };
			});
		same(plain(ours), plain(sdk), [METHOD_IN_BODY]);
		assert.deepEqual(found, seen);
	});

	test('the source reads with exactly that request', async () => {
		const request = { object: 'accounts' as const, window: null, removed: false, fields: ['Name'] };
		const [ours] = await wireOf(async () => await airtable.readPage(call, settings, request, null));
		const [sdk] = await wireOf(
			async () =>
				await base()(accounts.id)
					.select({
						fields: ['Name', 'Account ID', 'Last Modified'].map(idOf),
						pageSize: 100,
						returnFieldsByFieldId: true,
						method: 'post',
					})
					.firstPage(),
		);
		assert.ok(ours && sdk);
		same([ours], [sdk], [METHOD_IN_BODY]);
	});

	test('the SDK lists by GET as long as the URL is short; ours is always the POST form', async () => {
		const [sdk] = await wireOf(async () => await base()(accounts.id).select({ pageSize: 100 }).firstPage());
		const ours = buildListRequest({
			baseId: AIRTABLE_BASE_ID,
			tableId: accounts.id,
			columns: [],
			formula: null,
			offset: null,
		});
		const reason =
			'one form for all: columns and formula in the body never meet the 16,000 characters of a URL, at which the SDK changes to POST too';
		assert.deepEqual(
			[sdk?.method, ours.method, `${sdk?.path}/listRecords`],
			['GET', 'POST', ours.path],
			reason,
		);
	});

	test('a formula that would make the URL too long makes the SDK send what we always send', async () => {
		const formula = `OR(${Array.from({ length: 900 }, (_, n) => `RECORD_ID()=${quoteFormulaText(`rec${n}`)}`).join(',')})`;
		const [sdk] = await wireOf(
			async () => await base()(accounts.id).select({ filterByFormula: formula, pageSize: 100 }).firstPage(),
		);
		const [ours] = await wireOf(
			async () =>
				await call(
					buildListRequest({
						baseId: AIRTABLE_BASE_ID,
						tableId: accounts.id,
						columns: [],
						formula,
						offset: null,
					}),
				),
		);
		const byName: Difference = {
			reason:
				'we ask for cells by column id, so that a renamed column stays mapped; the SDK gives names unless told',
			undo: (wire) => ({ ...wire, body: { ...(wire.body as object), returnFieldsByFieldId: true } }),
		};
		assert.ok(ours && sdk);
		same([ours], [sdk], [byName]);
	});

	test('ten updates by id are one request, the same one', async () => {
		const ids = fake.accountIds().slice(0, 10);
		const sdk = await wireOf(
			async () =>
				await base()(accounts.id).update(ids.map((id) => ({ id, fields: { 'Health Score': 81.8 } }))),
		);
		const rows = ids.map((id) => ({ accountId: id, externalId: id, fields: { 'Health Score': 81.8 } }));
		const ours = await wireOf(async () => await airtable.scores?.write(call, settings, rows));
		same(ours, sdk, [SLASH]);
	});

	test('an upsert by key, which the SDK passes through without knowing it', async () => {
		const fields = { 'Health Score': 60, 'Account ID': "O'Neil\\1" };
		const options = { performUpsert: { fieldsToMergeOn: ['Account ID'] } };
		const sdk = await wireOf(
			async () => await base()(accounts.id).update([{ fields } as never], options as never),
		);
		const row = { accountId: "O'Neil\\1", externalId: null, fields: { 'Health Score': 60 } };
		const ours = await wireOf(async () => await airtable.scores?.write(call, settings, [row]));
		same(ours, sdk, [SLASH]);
	});

	test('an option is only created when that is allowed, and then with the same request', async () => {
		const [id = ''] = fake.accountIds();
		const sdk = await wireOf(
			async () =>
				await base()(accounts.id).update([{ id, fields: { 'Health Band': 'new' } }], { typecast: true }),
		);
		const row = { accountId: id, externalId: id, fields: { 'Health Band': 'new' } };
		const given = { ...settings, options: { typecast: true } };
		const ours = await wireOf(async () => await airtable.scores?.write(call, given, [row]));
		same(ours, sdk, [SLASH]);
	});

	test('what refuses the one refuses the other, and ours keeps the words of Airtable', async () => {
		const refused: Array<readonly [string, Record<string, unknown>, string, string]> = [
			['an unknown column', { Nowhere: 1 }, 'UNKNOWN_FIELD_NAME', 'airtable-unknown-column'],
			[
				'a computed column',
				{ 'Last Modified': '2026-01-01' },
				'INVALID_VALUE_FOR_COLUMN',
				'airtable-computed-column',
			],
			[
				'an unknown option',
				{ 'Health Band': 'x' },
				'INVALID_MULTIPLE_CHOICE_OPTIONS',
				'airtable-option-missing',
			],
			[
				'a value of a wrong type',
				{ 'Health Score': 'x' },
				'INVALID_VALUE_FOR_COLUMN',
				'airtable-value-refused',
			],
		];
		const [id = ''] = fake.accountIds();
		for (const [what, fields, type, code] of refused) {
			const sdk = await refusalOf(base()(accounts.id).update([{ id, fields: fields as never }]));
			assert.deepEqual([sdk.error, sdk.statusCode], [type, 422], what);
			const body = { records: [{ id, fields }] };
			const path = `/v0/${AIRTABLE_BASE_ID}/${accounts.id}`;
			const ours = await refusalOf(call({ method: 'PATCH', path, body, idempotent: true }));
			assert.ok(ours instanceof ConnectorFault, what);
			assert.equal(ours.code, code, what);
			assert.ok(ours.message.includes(type), what);
		}
		const wrong = await refusalOf(base('patWrong')(accounts.id).select({ pageSize: 1 }).firstPage());
		assert.equal(wrong.error, 'AUTHENTICATION_REQUIRED');
	});
});
