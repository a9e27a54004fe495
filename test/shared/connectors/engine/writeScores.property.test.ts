import fc from 'fast-check';
import { ConnectorFault, type FaultClass } from '../../../../shared/connectors/ConnectorFault';
import { createAccountDirectory } from '../../../../shared/connectors/engine/createAccountDirectory';
import type { WriteEvent } from '../../../../shared/connectors/engine/Engine';
import { writeScores } from '../../../../shared/connectors/engine/writeScores';
import type { ScoreWrite, Source, WriteOutcome } from '../../../../shared/connectors/Source';
import { exampleSource } from '../../../contract/exampleSource';
import { virtualClock } from '../../../fakes/virtualClock';

const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const CLASSES: readonly FaultClass[] = [
	'auth',
	'cursor',
	'daily-quota',
	'not-found',
	'poison',
	'request',
	'schema',
	'throttle',
	'transient',
];

const faultOf = (faultClass: FaultClass, field: string | null = null) =>
	new ConnectorFault({
		faultClass,
		code: `x-${faultClass}`,
		message: 'Refused.',
		remedy: 'Look.',
		status: 400,
		field,
	});

type Plan = {
	readonly whole: FaultClass | null;
	readonly rows: ReadonlyArray<FaultClass | 'short' | null>;
	readonly field: string | null;
};

/** A vendor whose answers are planned call by call; when the plan is used up all is well. Keeps what it wrote. */
function planned(plans: readonly Plan[], batchSize: number, parallel: number) {
	const left = [...plans];
	const written = new Map<string, Readonly<Record<string, unknown>>>();
	const sizes: number[] = [];
	const write = async (
		_call: unknown,
		_settings: unknown,
		rows: readonly ScoreWrite[],
	): Promise<WriteOutcome[]> => {
		await Promise.resolve();
		sizes.push(rows.length);
		const ids = rows.map(({ externalId }) => externalId);
		expect(new Set(ids).size).toBe(ids.length);
		const plan = left.shift();
		if (plan?.whole) throw faultOf(plan.whole, plan.field);
		// An answer may be too short: it tells nothing of the rows at its end.
		const short = plan?.rows.indexOf('short') ?? -1;
		const outcomes = rows.slice(0, short < 0 ? rows.length : short).map(({ fields }, place): WriteOutcome => {
			const fault = plan?.rows[place] ?? null;
			if (fault !== null && fault !== 'short')
				return { ok: false, fault: faultOf(fault, plan?.field ?? null) };
			const externalId = String(rows[place]?.externalId);
			written.set(externalId, fields);
			return { ok: true, externalId, created: Object.keys(fields).length === 0 };
		});
		return outcomes;
	};
	const scores = {
		...exampleSource.scores,
		fields: exampleSource.scores?.fields ?? {},
		batchSize,
		parallel,
		write,
	};
	const source: Source = { ...exampleSource, scores };
	return { source, written, sizes };
}

async function run(
	source: Source,
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): Promise<WriteEvent[]> {
	const events: WriteEvent[] = [];
	const accounts = createAccountDirectory(
		source.id,
		rows
			.filter(({ account_id: id }) => typeof id === 'string' && id.startsWith('A'))
			.map(({ account_id: id }) => ({ account_id: id, external_id: `v${String(id)}` })),
	);
	const call = async () => await Promise.resolve({ status: 200, headers: {}, body: null });
	for await (const event of writeScores({
		source,
		settings,
		call,
		clock: virtualClock(),
		scores: rows,
		accounts,
	})) {
		events.push(event);
	}
	return events;
}

const row = fc.record({
	account_id: fc.oneof(
		{ weight: 12, arbitrary: fc.integer({ min: 1, max: 30 }).map((place) => `A${place}`) },
		{ weight: 1, arbitrary: fc.constantFrom('', 'B1', 'airtable:rec1', 'airtable:', null, 7) },
	),
	score: fc.constantFrom('health', 'health', 'health', 'churn', 'value'),
	value: fc.oneof(
		fc.double({ min: 0, max: 100, noNaN: true }),
		fc.constantFrom(null, -1, 101, Number.NaN, '50'),
	),
	reason: fc.string(),
});
const someClass = fc.constantFrom(...CLASSES);
const plan: fc.Arbitrary<Plan> = fc.record({
	whole: fc.option(someClass, { freq: 2 }),
	rows: fc.array(
		fc.option(fc.oneof({ weight: 5, arbitrary: someClass }, fc.constant('short' as const)), { freq: 2 }),
		{
			maxLength: 8,
		},
	),
	field: fc.constantFrom(null, null, 'Band', 'Score', 'Row Hash', 'Nonsense'),
});

test('every input row ends in exactly one state, whatever the vendor answers', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, { maxLength: 60 }),
			fc.array(plan, { maxLength: 30 }),
			fc.integer({ min: 1, max: 8 }),
			fc.integer({ min: 1, max: 4 }),
			async (rows, plans, batchSize, parallel) => {
				const { source, written, sizes } = planned(plans, batchSize, parallel);
				const events = await run(source, rows);
				const results = events.flatMap((event) => event.results);
				expect(results.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
					rows.map((_row, place) => place),
				);
				for (const { status, external_id: id, row_hash: hash, error } of results) {
					if (status === 'written' || status === 'created') expect(written.has(String(id))).toBe(true);
					const sentHash = written.get(String(id))?.['Row Hash'];
					if (status === 'written' && sentHash !== undefined) expect(hash).toBe(sentHash);
					if (status === 'failed' || status === 'deferred') expect(written.has(String(id))).toBe(false);
					expect(hash !== null).toBe(['created', 'unchanged', 'written'].includes(status));
					expect(error === null).toBe(['created', 'unchanged', 'written'].includes(status));
				}
				const stopped = events.some((event) => event.stopped !== null);
				if (results.some(({ status }) => status === 'deferred')) expect(stopped).toBe(true);
				// Each failed record is one dead letter.
				const failed = results.filter(({ status }) => status === 'failed');
				const letters = events.flatMap((event) => event.problems);
				expect(letters.length).toBeLessThanOrEqual(failed.length);
				expect(letters.length > 0).toBe(failed.length > 0);
				expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(batchSize);
			},
		),
		{ numRuns: 400 },
	);
});

test('when only single rows are refused, all others are written', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(fc.integer({ min: 0, max: 199 }), { maxLength: 60 }),
			fc.integer({ min: 1, max: 25 }),
			fc.boolean(),
			async (poisoned, batchSize, whole) => {
				const bad = new Set(poisoned.map((place) => `vA${place}`));
				const written = new Set<string>();
				const write = async (_call: unknown, _settings: unknown, rows: readonly ScoreWrite[]) => {
					await Promise.resolve();
					if (whole && rows.some(({ externalId }) => bad.has(String(externalId)))) throw faultOf('poison');
					return rows.map(({ externalId }): WriteOutcome => {
						if (bad.has(String(externalId))) return { ok: false, fault: faultOf('poison') };
						written.add(String(externalId));
						return { ok: true, externalId: String(externalId), created: false };
					});
				};
				const scores = { batchSize, parallel: 3, fields: exampleSource.scores?.fields ?? {}, write };
				const rows = Array.from({ length: 200 }, (_one, place) => ({ account_id: `A${place}`, value: 50 }));
				const events = await run({ ...exampleSource, scores }, rows);
				expect(written.size).toBe(200 - bad.size);
				const failed = events.flatMap((event) => event.results).filter(({ status }) => status === 'failed');
				expect(new Set(failed.map(({ external_id: id }) => id))).toEqual(bad);
			},
		),
		{ numRuns: 40 },
	);
});

test('a vendor that is down, or a table that is gone, is not asked about every record', async () => {
	const rows = Array.from({ length: 1_000 }, (_one, place) => ({ account_id: `A${place}`, value: 50 }));
	for (const [faultClass, most] of [
		['transient', 10],
		['not-found', 60],
	] as const) {
		let asked = 0;
		const write = async () => {
			asked += 1;
			return await Promise.reject(faultOf(faultClass));
		};
		const scores = { batchSize: 10, parallel: 2, fields: exampleSource.scores?.fields ?? {}, write };
		const events = await run({ ...exampleSource, scores }, rows);
		expect(asked).toBeLessThanOrEqual(most);
		expect(events.at(-1)?.stopped?.faultClass).toBe(faultClass);
		expect(events.flatMap((event) => event.results)).toHaveLength(1_000);
	}
});

test('a field that the vendor does not take is left out once, and comes back into the hash when it is there', async () => {
	const hashes: Array<string | null> = [];
	for (const refused of ['Band', null]) {
		const sent: string[][] = [];
		const write = async (_call: unknown, _settings: unknown, rows: readonly ScoreWrite[]) => {
			await Promise.resolve();
			sent.push(rows.flatMap(({ fields }) => Object.keys(fields)));
			if (refused !== null && rows.some(({ fields }) => refused in fields)) throw faultOf('schema', refused);
			return rows.map(
				({ externalId }): WriteOutcome => ({ ok: true, externalId: String(externalId), created: false }),
			);
		};
		const scores = { batchSize: 1, parallel: 3, fields: exampleSource.scores?.fields ?? {}, write };
		const rows = Array.from({ length: 9 }, (_one, place) => ({
			account_id: `A${place}`,
			value: 50,
			band: 'good',
		}));
		const events = await run({ ...exampleSource, scores }, rows);
		const results = events.flatMap((event) => event.results);
		expect(results.every(({ status }) => status === 'written')).toBe(true);
		expect(events.flatMap((event) => event.issues)).toHaveLength(refused === null ? 0 : 1);
		// At most the batches under way were sent with it.
		expect(sent.filter((names) => names.includes('Band')).length).toBeLessThanOrEqual(
			refused === null ? 9 : 3,
		);
		hashes.push(results[0]?.row_hash ?? null);
	}
	expect(hashes[0]).not.toBe(hashes[1]);
});

test('100,000 rows take time in proportion', async () => {
	const write = async (_call: unknown, _settings: unknown, rows: readonly ScoreWrite[]) =>
		await Promise.resolve(
			rows.map(
				({ externalId }): WriteOutcome => ({ ok: true, externalId: String(externalId), created: false }),
			),
		);
	const scores = { batchSize: 200, parallel: 4, fields: exampleSource.scores?.fields ?? {}, write };
	const time = async (count: number) => {
		const rows = Array.from({ length: count }, (_one, place) => ({
			account_id: `A${place}`,
			value: place % 100,
		}));
		const begin = performance.now();
		const events = await run({ ...exampleSource, scores }, rows);
		expect(events.flatMap((event) => event.results)).toHaveLength(count);
		return performance.now() - begin;
	};
	await time(2_000);
	const few = await time(10_000);
	const many = await time(100_000);
	expect(many / few).toBeLessThan(30);
});

test('cancelling ends the write with the reason of the cancel', async () => {
	const write = async () => await Promise.reject(new Error('cancelled'));
	const scores = { batchSize: 1, parallel: 3, fields: exampleSource.scores?.fields ?? {}, write };
	const rows = Array.from({ length: 9 }, (_one, place) => ({ account_id: `A${place}`, value: 50 }));
	await expect(run({ ...exampleSource, scores }, rows)).rejects.toThrow('cancelled');
});

test('a source that is read only says so', async () => {
	await expect(run({ ...exampleSource, scores: null }, [])).rejects.toMatchObject({
		code: 'airtable-read-only',
	});
});

/** Writes nine rows one by one, each answered by the same rule. */
async function nine(answer: (row: ScoreWrite) => WriteOutcome) {
	let asked = 0;
	const write = async (_call: unknown, _settings: unknown, rows: readonly ScoreWrite[]) => {
		await Promise.resolve();
		asked += rows.length;
		if (asked > 500) throw new Error('it goes on for ever');
		return rows.map(answer);
	};
	const scores = { batchSize: 3, parallel: 2, fields: exampleSource.scores?.fields ?? {}, write };
	const rows = Array.from({ length: 9 }, (_one, place) => ({
		account_id: `A${place}`,
		value: 50,
		band: 'good',
	}));
	const events = await run({ ...exampleSource, scores }, rows);
	const statuses = events.flatMap((event) => event.results.map(({ status }) => status));
	return { asked, statuses: [...new Set(statuses)], stopped: events.at(-1)?.stopped ?? null };
}

test('a row that stays locked fails after four tries', async () => {
	const { asked, statuses } = await nine(() => ({ ok: false, fault: faultOf('transient') }));
	expect(statuses).toEqual(['failed']);
	expect(asked).toBe(36);
});

test('a vendor that refuses a field it was not sent is not asked for ever', async () => {
	const { statuses } = await nine(() => ({ ok: false, fault: faultOf('schema', 'Band') }));
	expect(statuses).toEqual(['failed']);
});

test('a record of which no field is taken is not called written', async () => {
	const { statuses } = await nine(({ fields }) => {
		const [field = null] = Object.keys(fields);
		if (field === null) return { ok: true, externalId: 'x', created: false };
		return { ok: false, fault: faultOf('schema', field) };
	});
	expect(statuses).toEqual(['deferred']);
});

test('when there is no more patience the rest is deferred at once', async () => {
	let asked = 0;
	const spent = new ConnectorFault({ ...faultOf('throttle'), message: 'Too long.', code: 'x-wait-budget' });
	const write = async () => {
		asked += 1;
		return await Promise.reject(spent);
	};
	const scores = { batchSize: 1, parallel: 1, fields: exampleSource.scores?.fields ?? {}, write };
	const rows = Array.from({ length: 9 }, (_one, place) => ({ account_id: `A${place}`, value: 50 }));
	const events = await run({ ...exampleSource, scores }, rows);
	expect(asked).toBe(1);
	expect(events.at(-1)?.stopped).toBe(spent);
	expect(events.flatMap((event) => event.results).every(({ status }) => status === 'deferred')).toBe(true);
});
