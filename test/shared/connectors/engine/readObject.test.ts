import { ConnectorFault, type FaultInput } from '../../../../shared/connectors/ConnectorFault';
import { createAccountDirectory } from '../../../../shared/connectors/engine/createAccountDirectory';
import type {
	PacedCall,
	ReadEvent,
	ReadOptions,
	SyncStateRow,
} from '../../../../shared/connectors/engine/Engine';
import { readObject } from '../../../../shared/connectors/engine/readObject';
import type {
	RawRecord,
	ReadRequest,
	ShapedRow,
	Source,
	SourcePage,
} from '../../../../shared/connectors/Source';
import { exampleSource } from '../../../contract/exampleSource';
import { virtualClock } from '../../../fakes/virtualClock';

const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'Key',
	results: {},
	currency: 'EUR',
	options: {},
};
const NOW = '2026-11-20T00:00:00.000Z';

const record = (id: string, fields: RawRecord['fields'] = {}, more: Partial<RawRecord> = {}): RawRecord => ({
	id,
	updatedAt: '2026-11-01T00:00:00.000Z',
	fields,
	...more,
});
const page = (records: readonly RawRecord[], next: string | null = null): SourcePage => ({ records, next });
const fault = (more: Partial<FaultInput>) =>
	new ConnectorFault({
		faultClass: 'request',
		code: 'x',
		message: 'Refused.',
		remedy: 'Look.',
		status: 400,
		...more,
	});

type Answer = ConnectorFault | SourcePage;

/** A source that gives these pages in turn; what it was asked is kept. */
function scripted(answers: readonly Answer[], more: Partial<Source> = {}) {
	const asked: Array<ReadRequest & { readonly cursor: string | null }> = [];
	const left = [...answers];
	const child = (object: ShapedRow['object']) => ({
		fields: { name: 'Name' },
		needed: ['Account'],
		shape: (raw: RawRecord, values: Readonly<Record<string, unknown>>): ShapedRow[] => {
			if (raw.fields['Bomb'] === true) throw new TypeError(`cannot read ${String(raw.fields['Name'])}`);
			const account = raw.fields['Account'];
			return [
				{ object, accountExternalId: typeof account === 'string' ? account : null, values, amounts: 'major' },
			];
		},
	});
	const source: Source = {
		...exampleSource,
		readers: {
			...exampleSource.readers,
			contacts: child('contacts'),
			usage: { ...child('usage'), fields: { period: 'Period', starts_on: 'Start' } },
		},
		readPage: async (_call, _settings, request, cursor) => {
			asked.push({ ...request, cursor });
			const answer = left.shift() ?? page([]);
			if (answer instanceof ConnectorFault) throw answer;
			return await Promise.resolve(answer);
		},
		lookUpAccounts: async () => await Promise.resolve([]),
		...more,
	};
	return { source, asked };
}

function options(
	source: Source,
	more: Partial<ReadOptions> & { readonly skewMs?: number } = {},
): ReadOptions {
	const clock = virtualClock();
	let answered = false;
	const call: PacedCall = Object.assign(
		async () => await Promise.resolve({ status: 200, headers: {}, body: null }),
		{
			// The vendor's clock is known only after its first answer.
			serverTime: () => {
				const time = clock.now() + (answered ? (more.skewMs ?? 0) : 0);
				answered = true;
				return time;
			},
			progress: () => ({ requests: 0, throttled: 0, retries: 0, waitedMs: 0 }),
		},
	);
	const accounts = createAccountDirectory(source.id, []);
	const basis = { source, settings, call, clock, object: 'accounts' as const, runId: 'run-1', state: null };
	return { ...basis, onlyChanged: false, limit: 0, accounts, ...more };
}

async function read(given: ReadOptions) {
	const events: ReadEvent[] = [];
	let thrown: unknown = null;
	try {
		for await (const event of readObject(given)) events.push(event);
	} catch (error) {
		thrown = error;
	}
	const pages = events.flatMap((event) => (event.kind === 'rows' ? [event] : []));
	const last = [...events].reverse().find((event) => event.kind === 'state');
	return {
		events,
		thrown,
		rows: pages.flatMap(({ rows }) => rows),
		problems: pages.flatMap(({ problems }) => problems),
		issues: pages.flatMap(({ issues }) => issues),
		state: last?.kind === 'state' ? last.state : null,
		counts: last?.kind === 'state' ? last.counts : null,
	};
}

const stateOf = (watermark: string | null, detail: object = {}): SyncStateRow => ({
	source: 'airtable',
	object: 'accounts',
	watermark,
	overlap_s: 60,
	last_full_at: watermark,
	run_id: 'run-0',
	detail_json: JSON.stringify(detail),
});

test('a page is handed over before the next one is asked for', async () => {
	const { source, asked } = scripted([
		page([record('1')], 'b'),
		page([record('2')], 'c'),
		page([record('3')]),
	]);
	const seen: number[] = [];
	for await (const event of readObject(options(source))) if (event.kind === 'rows') seen.push(asked.length);
	expect(seen).toEqual([1, 2, 3]);
	expect(asked.map(({ cursor }) => cursor)).toEqual([null, 'b', 'c']);
});

test('the watermark is five seconds before the start, by the clock of the vendor', async () => {
	for (const [skewMs, watermark] of [
		[0, '2026-11-19T23:59:55.000Z'],
		[-3_600_000, '2026-11-19T22:59:55.000Z'],
		[3_600_000, '2026-11-20T00:59:55.000Z'],
	] as const) {
		const { source } = scripted([page([record('1')])]);
		const { state } = await read(options(source, { skewMs }));
		expect(state).toMatchObject({ watermark, last_full_at: watermark });
	}
});

test('a clock that is far behind asks for the window anew; one that is ahead moves the watermark less far', async () => {
	const state = stateOf('2026-11-19T00:00:00.000Z');
	const behind = scripted([page([]), page([])], { removals: [] });
	const late = await read(options(behind.source, { state, onlyChanged: true, skewMs: 3_600_000 }));
	expect(behind.asked.map(({ window }) => window?.to)).toEqual([
		'2026-11-19T23:59:55.000Z',
		'2026-11-20T00:59:55.000Z',
	]);
	expect(behind.asked[1]?.window?.from).toBe('2026-11-18T23:59:00.000Z');
	expect(late.state?.watermark).toBe('2026-11-20T00:59:55.000Z');
	const ahead = scripted([page([])], { removals: [] });
	const early = await read(options(ahead.source, { state, onlyChanged: true, skewMs: -3_600_000 }));
	expect(ahead.asked).toHaveLength(1);
	expect(early.state?.watermark).toBe('2026-11-19T22:59:55.000Z');
	const never = await read(
		options(scripted([page([])]).source, { state: stateOf(NOW), onlyChanged: true, skewMs: -3_600_000 }),
	);
	expect(never.state?.watermark).toBe(NOW);
});

test('the mapping goes over the preset, an empty field is left out, key and hash are asked for besides', async () => {
	const { source, asked } = scripted([page([record('1', { Firm: 'Acme', Plan: 'Gold', Key: 'K1' })])]);
	const fields = { accounts: { name: 'Firm', plan: '', domain: '', renewal_on: '', arr_minor: '' } };
	const { rows } = await read(options(source, { settings: { ...settings, fields } }));
	expect(asked[0]?.fields).toEqual(['Firm', 'Key', 'Row Hash']);
	expect(rows[0]?.row).toMatchObject({ account_id: 'K1', name: 'Acme', plan: null });
	const names = { accounts: { name: 'constructor' } };
	const odd = await read(
		options(scripted([page([record('1')])]).source, { settings: { ...settings, fields: names } }),
	);
	expect(odd.rows[0]?.row['name']).toBeNull();
	expect(odd.rows[0]?.raw).toEqual({});
});

test('accounts with a key give an alias, others have the id of the system', async () => {
	const { source } = scripted([page([record('1', { Key: 'K1' }), record('2', { Key: ' ' }), record('3')])]);
	const { rows } = await read(options(source));
	expect(rows.map(({ object, row }) => [object, row['account_id']])).toEqual([
		['accounts', 'K1'],
		['aliases', 'K1'],
		['accounts', 'airtable:2'],
		['accounts', 'airtable:3'],
	]);
});

test('a cursor that is given twice ends the read', async () => {
	const { source } = scripted([page([record('1')], 'b'), page([record('2')], 'b')]);
	const { thrown, state } = await read(options(source));
	expect(thrown).toMatchObject({ code: 'airtable-cursor-stuck' });
	expect(state?.watermark).toBeNull();
});

test('a cursor that expires again and again ends the read after five beginnings', async () => {
	const expired = fault({ faultClass: 'cursor' });
	const { source, asked } = scripted(Array.from({ length: 20 }, () => expired));
	const { thrown, counts } = await read(options(source));
	expect(thrown).toBe(expired);
	expect(asked).toHaveLength(6);
	expect(counts?.restarts).toBe(5);
});

test('a run that goes on with an expired cursor still gets further than the run before', async () => {
	const all = ['1', '2', '3', '4', '5', '6'].map((id) => record(id));
	const expired = fault({ faultClass: 'cursor' });
	const first = await read(options(scripted([page(all.slice(0, 2), 'b')]).source, { limit: 2 }));
	expect(first.state?.detail_json).toContain('"cursor":"b"');
	const { source, asked } = scripted([
		expired,
		page(all.slice(0, 2), 'b2'),
		page(all.slice(2, 4), 'c2'),
		page(all.slice(4)),
	]);
	const second = await read(options(source, { limit: 2, state: first.state }));
	expect(second.rows.map(({ externalId }) => externalId)).toContain('4');
	expect(asked.map(({ cursor }) => cursor)).toEqual(['b', null, 'b2']);
	expect(second.state?.detail_json).toContain('"cursor":"c2"');
});

test('a record that comes again on a later page is given again only when it has changed', async () => {
	const changed = record('1', { Name: 'New' }, { updatedAt: '2026-11-19T00:00:00.000Z' });
	const { source } = scripted([page([record('1'), record('2')], 'b'), page([record('2'), changed])]);
	const { rows, counts } = await read(options(source));
	expect(rows.map(({ externalId }) => externalId)).toEqual(['1', '2', '1']);
	expect(counts).toMatchObject({ read: 2, repeated: 1, emitted: 3 });
});

test('children get the id of their account: read, known or looked up once, a hundred at a time', async () => {
	const looked: number[] = [];
	const { source } = scripted(
		[
			page(Array.from({ length: 250 }, (_one, place) => record(`c${place}`, { Account: `v${place % 240}` }))),
			page([]),
		],
		{
			lookUpAccounts: async (_call, _settings, ids) => {
				looked.push(ids.length);
				return await Promise.resolve(
					ids.filter((id) => id !== 'v7').map((id) => record(id, { Key: `K${id}` })),
				);
			},
		},
	);
	const accounts = createAccountDirectory('airtable', [
		{ system: 'airtable', external_id: 'v0', account_id: 'OURS' },
	]);
	const { rows, problems } = await read(options(source, { object: 'contacts', accounts }));
	expect(looked).toEqual([100, 100, 39]);
	expect(rows).toHaveLength(248);
	expect(rows[0]?.row).toMatchObject({ contact_id: 'airtable:c0', account_id: 'OURS' });
	expect(rows[1]?.row['account_id']).toBe('Kv1');
	expect(problems).toHaveLength(2);
	expect(problems[0]).toMatchObject({ class: 'not-found', external_id: 'c7' });
	expect(problems[0]?.message).toContain('v7');
});

test('without a key field no account is looked up', async () => {
	const lookUpAccounts = async () => await Promise.reject(new Error('looked up'));
	const { source } = scripted([page([record('c1', { Account: 'v9' })])], { lookUpAccounts });
	const { rows } = await read(
		options(source, { object: 'contacts', settings: { ...settings, keyField: '' } }),
	);
	expect(rows[0]?.row['account_id']).toBe('airtable:v9');
});

test('usage of no account is counted, a contact of no account is a row', async () => {
	const week = record('u1', { Period: 'week', Start: '2026-11-02' });
	const usage = await read(options(scripted([page([week])]).source, { object: 'usage' }));
	expect(usage.rows).toEqual([]);
	expect(usage.problems).toEqual([]);
	expect(usage.counts?.unattached).toBe(1);
	const contacts = await read(options(scripted([page([record('c1')])]).source, { object: 'contacts' }));
	expect(contacts.rows[0]?.row['account_id']).toBeNull();
});

test('a record that cannot be read is a dead letter; its words stay out of the message', async () => {
	const bomb = record('c1', { Bomb: true, Name: 'Ada Lovelace', Text: 'x'.repeat(90_000) });
	const { source } = scripted([page([bomb, record('c2', { Account: 'v' })])]);
	const accounts = createAccountDirectory('airtable', [
		{ system: 'airtable', external_id: 'v', account_id: 'V' },
	]);
	const { rows, problems } = await read(options(source, { object: 'contacts', accounts }));
	expect(rows).toHaveLength(1);
	expect(problems[0]).toMatchObject({ class: 'poison', external_id: 'c1', resolved_at: null, attempts: 1 });
	expect(problems[0]?.message).not.toContain('Ada');
	expect(problems[0]?.payload_json).toContain('Ada Lovelace');
	expect(problems[0]?.payload_json.length).toBeLessThan(20_001);
	const many = Object.fromEntries(
		Array.from({ length: 90 }, (_one, place) => [`f${place}`, 'y'.repeat(1_000)]),
	);
	const wide = await read(
		options(scripted([page([record('c1', { ...many, Bomb: true })])]).source, { object: 'contacts' }),
	);
	expect(JSON.parse(wide.problems[0]?.payload_json ?? '')).toMatchObject({ cut: true });
});

test('a key that is no id is a dead letter and not another account', async () => {
	const { source } = scripted([
		page([record('1', { Key: ['a'] }), record('2', { Key: 'k'.repeat(300) }), record('3', { Key: 12 })]),
	]);
	const { rows, problems } = await read(options(source));
	expect(problems.map((one) => [one.external_id, one.class])).toEqual([
		['1', 'invalid'],
		['2', 'invalid'],
	]);
	expect(problems[1]?.message).not.toContain('kkkk');
	expect(rows[0]?.row['account_id']).toBe('12');
});

test('a key that moved to another record because the first is gone is no duplicate', async () => {
	const accounts = createAccountDirectory('airtable', [
		{ system: 'airtable', external_id: 'old', account_id: 'K1' },
	]);
	const there = scripted([page([record('new', { Key: 'K1' })])]);
	const moved = await read(options(there.source, { accounts, state: stateOf(NOW), onlyChanged: true }));
	expect(moved.problems).toEqual([]);
	expect(accounts.externalIdOf('K1')).toBe('new');
	const held = createAccountDirectory('airtable', [
		{ system: 'airtable', external_id: 'old', account_id: 'K1' },
	]);
	const lookUpAccounts = async () => await Promise.resolve([record('old', { Key: 'K1' })]);
	const twice = scripted([page([record('new', { Key: 'K1' })])], { lookUpAccounts });
	const second = await read(
		options(twice.source, { accounts: held, state: stateOf(NOW), onlyChanged: true }),
	);
	expect(second.problems[0]).toMatchObject({ class: 'duplicate', external_id: 'new' });
	expect(held.externalIdOf('K1')).toBe('old');
});

test('a key that somebody changed is told', async () => {
	const accounts = createAccountDirectory('airtable', [
		{ system: 'airtable', external_id: '1', account_id: 'K1' },
	]);
	const { issues, rows } = await read(
		options(scripted([page([record('1', { Key: 'K2' })])]).source, { accounts }),
	);
	expect(issues.map(({ code }) => code)).toEqual(['account-key-changed']);
	expect(rows[0]?.row['account_id']).toBe('K2');
});

test('a value that does not fit is told once and kept raw', async () => {
	const { source } = scripted([page(['1', '2', '3'].map((id) => record(id, { Renewal: 'next spring' })))]);
	const { rows, issues } = await read(options(source));
	expect(rows).toHaveLength(3);
	expect(rows[2]?.raw).toEqual({ renewal_on: 'next spring' });
	expect(issues).toHaveLength(1);
	expect(issues[0]).toMatchObject({ path: 'accounts.renewal_on', severity: 'warning' });
});

test('a field that is not there is left out; the key field never is', async () => {
	const gone = (field: string) => fault({ faultClass: 'schema', field });
	const { source, asked } = scripted([gone('Plan'), gone('ARR'), page([record('1')])]);
	const left = await read(options(source));
	expect(asked.at(-1)?.fields).toEqual(['Name', 'Domain', 'Renewal', 'Key', 'Row Hash']);
	expect(left.issues.map(({ code, path }) => [code, path])).toEqual([
		['field-left-out', 'accounts.Plan'],
		['field-left-out', 'accounts.ARR'],
	]);
	const noKey = await read(options(scripted([gone('Key')]).source));
	expect(noKey.thrown).toMatchObject({
		faultClass: 'schema',
		remedy: expect.stringContaining('Prepare Base'),
	});
	const unasked = await read(options(scripted([gone('Other')]).source));
	expect(unasked.thrown).toMatchObject({ faultClass: 'schema' });
	const noHash = await read(
		options(scripted([gone('Row Hash'), page([record('1', { 'Row Hash': '0123456789ab' })])]).source),
	);
	expect(noHash.rows[0]?.writtenHash).toBeNull();
});

test('a read that was stopped in the list of removals goes on there', async () => {
	const down = fault({ faultClass: 'transient' });
	const state = stateOf('2026-11-19T00:00:00.000Z');
	const first = scripted([page([record('1')]), down]);
	const stopped = await read(options(first.source, { state, onlyChanged: true }));
	expect(stopped.thrown).toBe(down);
	expect(stopped.state).toMatchObject({ watermark: '2026-11-19T00:00:00.000Z' });
	const removedRecord = record('9', {}, { removed: true });
	const second = scripted([page([removedRecord])]);
	const done = await read(options(second.source, { state: stopped.state, onlyChanged: true }));
	expect(second.asked.map(({ removed }) => removed)).toEqual([true]);
	expect(done.rows.map(({ row }) => row)).toEqual([
		{
			account_id: 'airtable:9',
			deleted: true,
			source: 'airtable',
			source_updated_at: '2026-11-01T00:00:00.000Z',
		},
	]);
	expect(done.state?.watermark).toBe('2026-11-19T23:59:55.000Z');
});

test('two records of one account that are merged leave the account alone', async () => {
	const rows = ['old', 'gone'].map((external_id) => ({ system: 'airtable', external_id, account_id: 'K1' }));
	for (const known of [rows, [...rows].reverse()]) {
		const accounts = createAccountDirectory('airtable', known);
		const merged = record('gone', {}, { removed: true, mergedInto: 'old' });
		const { source } = scripted([page([merged])]);
		const outcome = await read(options(source, { accounts, state: stateOf(NOW), onlyChanged: true }));
		expect(outcome.rows.filter(({ object }) => object === 'accounts')).toEqual([]);
		const alias = { external_id: 'gone', account_id: 'K1', merged_at: merged.updatedAt };
		expect(outcome.rows[0]?.row).toMatchObject(alias);
	}
});

test('a removed contact is its key', async () => {
	const { source } = scripted([page([record('c1', {}, { removed: true })])]);
	const { rows } = await read(options(source, { object: 'contacts' }));
	expect(rows).toEqual([
		{
			object: 'contacts',
			row: { contact_id: 'airtable:c1' },
			externalId: 'c1',
			writtenHash: null,
			raw: {},
			removed: true,
		},
	]);
});

test('a state that cannot be understood begins again from its watermark', async () => {
	for (const detail of ['{"done":false', '[]', '"x"', '{"done":false,"cursor":7}']) {
		const { source, asked } = scripted([page([])]);
		const state = { ...stateOf('2026-11-19T00:00:00.000Z'), detail_json: detail };
		await read(options(source, { state, onlyChanged: true }));
		expect(asked[0]).toMatchObject({ cursor: null, window: { from: '2026-11-18T23:59:00.000Z' } });
	}
	const { source, asked } = scripted([page([])]);
	await read(options(source, { state: { ...stateOf('soon') }, onlyChanged: true }));
	expect(asked[0]?.window).toBeNull();
});

test('a full read does not go on with a window of changes', async () => {
	const open = { done: false, cursor: 'c', from: NOW, to: NOW, mark: NOW };
	const { source, asked } = scripted([page([])]);
	await read(options(source, { state: stateOf(NOW, open) }));
	expect(asked[0]).toMatchObject({ cursor: null, window: null });
});

test('no more than 2,000 records of the overlap are remembered', async () => {
	const fresh = Array.from({ length: 3_000 }, (_one, place) => record(`${place}`, {}, { updatedAt: NOW }));
	const { state } = await read(options(scripted([page(fresh)]).source));
	const detail: { readonly seen: object } = JSON.parse(state?.detail_json ?? '{}');
	expect(Object.keys(detail.seen)).toHaveLength(2_000);
});

test('an object that the source does not have is refused with those it has', async () => {
	const { thrown } = await read(options(exampleSource, { object: 'invoices' }));
	expect(thrown).toMatchObject({ faultClass: 'request', remedy: 'Choose from: accounts.' });
});

test('an error that is no fault of the vendor is thrown as it is, without a state', async () => {
	const readPage = async () => await Promise.reject(new Error('cancelled'));
	const { thrown, state } = await read(options({ ...exampleSource, readPage }));
	expect(thrown).toEqual(new Error('cancelled'));
	expect(state).toBeNull();
});

test('an account that is not there is looked up once, not on every page', async () => {
	let looked = 0;
	const lookUpAccounts = async () => {
		looked += 1;
		return await Promise.resolve([]);
	};
	const pages = ['1', '2', '3'].map((id, place) =>
		page([record(id, { Account: 'gone' })], place < 2 ? id : null),
	);
	const { problems } = await read(
		options(scripted(pages, { lookUpAccounts }).source, { object: 'contacts' }),
	);
	expect(problems).toHaveLength(3);
	expect(looked).toBe(1);
});

test('the row hash does not move with the time of change or with what we write', async () => {
	const fields = { accounts: { source_updated_at: 'Changed', custom_json: 'Custom', segment: 'Band' } };
	const hashes: unknown[] = [];
	for (const [place, band] of ['good', 'poor'].entries()) {
		const at = `2026-11-0${place + 1}T00:00:00.000Z`;
		const custom = JSON.stringify({ kept: 1, _source: { written_hash: String(place) } });
		const raw = record('1', { Changed: at, Custom: custom, Band: band, Name: 'Acme' }, { updatedAt: at });
		const { rows } = await read(
			options(scripted([page([raw])]).source, { settings: { ...settings, fields } }),
		);
		hashes.push(rows[0]?.row['row_hash']);
		expect(JSON.parse(String(rows[0]?.row['custom_json']))).toEqual({
			kept: 1,
			_source: { system: 'airtable', id: '1', written_hash: null },
		});
	}
	expect(hashes[0]).toBe(hashes[1]);
});
