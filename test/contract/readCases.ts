import type { SourceRow } from '../../shared/connectors/Source';
import type { Fault } from '../fakes/Fake';
import type { ContractCase, ContractHarness } from './ContractHarness';
import { expectPenaltiesKept, readAll, rig, type ReadOutcome, type Rig } from './drive';

const externalIds = (rows: readonly SourceRow[]) => rows.map(({ externalId }) => externalId);

interface Pages {
	readonly total: number;
	readonly page: number;
}

const pagesOf = new WeakMap<ContractHarness, Pages>();

/** Accounts for several pages, whatever the page size: found out once by reading a page. */
async function severalPages(harness: ContractHarness): Promise<Pages> {
	const held = pagesOf.get(harness);
	if (held !== undefined) return held;
	const { pageSizes } = await readAll(rig(harness, { accounts: 2_500 }), { limit: 1 });
	const page = pageSizes.find((size) => size > 0) ?? 100;
	const total = page >= 2_500 ? 5_100 : page >= 500 ? page + 30 : page * 2 + 30;
	pagesOf.set(harness, { total, page });
	return { total, page };
}

function expectWhole(outcome: ReadOutcome, on: Rig): void {
	expect(outcome.fault).toBeNull();
	expect(outcome.problems).toEqual([]);
	expect(new Set(externalIds(outcome.accounts))).toEqual(new Set(on.fake.accountIds()));
	expect(outcome.accounts).toHaveLength(on.fake.accountIds().length);
	expect(outcome.state.watermark).not.toBeNull();
	const detail: unknown = JSON.parse(outcome.state.detail_json ?? '{}');
	expect(detail).toMatchObject({ done: true, cursor: null });
}

/** Cases in which the vendor is read. */
export function readCases(harness: ContractHarness): ContractCase[] {
	const { source, settings } = harness;
	const {
		lacks = {},
		besides = {},
		unknownField = 'cs_no_such_field',
		indexLagMs = 0,
	} = harness.capabilities ?? {};
	const nameField = { ...source.readers.accounts?.fields, ...settings.fields.accounts }['name'] ?? 'name';
	const settle = indexLagMs + 10_000;

	const survives = (fault: Fault, times = 1): ContractCase => ({
		name: `a full read survives ${times} x ${fault}`,
		needs: fault === 'expire-cursor' ? ['cursor-expiry'] : [],
		run: async (switches) => {
			const { total } = await severalPages(harness);
			const on = rig(harness, { accounts: total }, switches);
			on.fake.plan({ fault, after: 1, times });
			const outcome = await readAll(on);
			expectWhole(outcome, on);
			expectPenaltiesKept(on.wire);
			if (fault === '429') expect(on.fake.throttled()).toBe(times);
			if (fault === 'expire-cursor') expect(outcome.counts.restarts).toBeGreaterThan(0);
		},
	});

	const stops = (fault: Fault, faultClass: string): ContractCase => ({
		name: `a read stops at ${fault} in mid-run, keeps its place and does not move the watermark`,
		needs: fault === '403-scope' ? ['scopes'] : fault === 'daily-quota' ? ['daily-quota'] : [],
		run: async (switches) => {
			const { total } = await severalPages(harness);
			const on = rig(harness, { accounts: total }, switches);
			const first = on.wire.length;
			const begun = await readAll(on, { limit: 1 });
			on.fake.plan({ fault, times: 1_000 });
			const asked = on.wire.length;
			const outcome = await readAll(on, { state: begun.state, known: begun.rows });
			expect(outcome.fault?.faultClass).toBe(faultClass);
			expect(outcome.fault?.remedy).not.toBe('');
			expect(outcome.fault?.path).toMatch(/^[A-Z]+ \//);
			// Not retried: a refusal of this sort is not healed by asking again.
			expect(on.wire.length - asked).toBe(1);
			expect(first).toBe(0);
			expect(outcome.state.watermark).toBeNull();
			expect(outcome.state.detail_json).toContain('"done":false');
			expect(JSON.parse(outcome.state.detail_json ?? '{}')).toMatchObject({
				cursor: JSON.parse(begun.state.detail_json ?? '{}').cursor,
			});
		},
	});

	/** A full read, time for the vendor's index, then what comes next. */
	const afterFullRead = async (accounts: number, switches: Parameters<ContractCase['run']>[0]) => {
		const on = rig(harness, { accounts }, switches);
		const full = await readAll(on);
		on.clock.pass(60 * 60_000);
		const ids = on.fake.accountIds();
		return { on, full, ids };
	};

	return [
		{
			name: 'a full read gives every account once, in the fewest requests, without one 429',
			needs: [],
			run: async (switches) => {
				const { total, page } = await severalPages(harness);
				const on = rig(harness, { accounts: total }, switches);
				const outcome = await readAll(on);
				expectWhole(outcome, on);
				expect(on.fake.throttled()).toBe(0);
				expect(on.wire.length).toBeLessThanOrEqual(Math.ceil(total / page) + (besides.read ?? 0));
				const accountIds = new Set(outcome.accounts.map(({ row }) => row['account_id']));
				expect(accountIds.size).toBe(total);
				for (const { row } of outcome.accounts) {
					expect(row['name']).toEqual(expect.any(String));
					expect(row['row_hash']).toMatch(/^[0-9a-f]{12}$/);
					expect(String(row['custom_json'])).toContain('"_source"');
				}
			},
		},
		{
			name: '2,000 accounts are read at full speed without one 429',
			needs: [],
			run: async (switches) => {
				const on = rig(harness, { accounts: 2_000 }, switches);
				for (let round = 0; round < 3; round += 1) expectWhole(await readAll(on), on);
				expect(on.fake.throttled()).toBe(0);
			},
		},
		{
			name: 'no accounts at all is a read that is done',
			needs: [],
			run: async (switches) => {
				const on = rig(harness, { accounts: 0 }, switches);
				const outcome = await readAll(on);
				expectWhole(outcome, on);
				expect(outcome.counts.read).toBe(0);
			},
		},
		{
			name: 'a limit per run stops after the page that reaches it; the next run goes on there',
			needs: [],
			run: async (switches) => {
				const { total, page } = await severalPages(harness);
				const on = rig(harness, { accounts: total }, switches);
				const parts: ReadOutcome[] = [];
				do {
					parts.push(await readAll(on, { limit: page, state: parts.at(-1)?.state ?? null }));
				} while (parts.at(-1)?.state.watermark === null && parts.length < 10);
				const rows = parts.flatMap(({ accounts }) => accounts);
				expect(rows).toHaveLength(total);
				expect(new Set(externalIds(rows)).size).toBe(total);
				expect(parts.length).toBe(Math.ceil(total / page));
			},
		},
		survives('429'),
		survives('429', 3),
		survives('503'),
		survives('503', 4),
		survives('502-html'),
		survives('malformed-json'),
		survives('drop-before'),
		survives('drop-after'),
		survives('slow'),
		survives('expire-cursor'),
		survives('expire-cursor', 2),
		stops('401', 'auth'),
		stops('403-scope', 'auth'),
		stops('daily-quota', 'daily-quota'),
		{
			name: 'a vendor that stays down ends the read with its place kept, after five tries',
			needs: [],
			run: async (switches) => {
				const on = rig(harness, { accounts: 3 }, switches);
				on.fake.plan({ fault: '503', times: 1_000 });
				const outcome = await readAll(on);
				expect(outcome.fault).toMatchObject({ faultClass: 'transient', attempts: 5 });
				expect(outcome.state.watermark).toBeNull();
			},
		},
		{
			name: 'an incremental read gives what changed, and only that, and nothing twice',
			needs: ['incremental'],
			run: async (switches) => {
				const { on, full, ids } = await afterFullRead(40, switches);
				const [one = '', two = ''] = ids;
				on.fake.change(one, { [nameField]: 'Changed One' });
				on.fake.change(two, { [nameField]: 'Changed Two' });
				on.clock.pass(settle);
				const next = await readAll(on, { state: full.state, onlyChanged: true, known: full.accounts });
				expect(new Set(externalIds(next.accounts))).toEqual(new Set([one, two]));
				expect(next.accounts.map(({ row }) => row['name']).sort()).toEqual(['Changed One', 'Changed Two']);
				on.clock.pass(1_000);
				const third = await readAll(on, { state: next.state, onlyChanged: true, known: full.accounts });
				expect(third.accounts).toEqual([]);
				on.fake.change(one, { [nameField]: 'Changed Again' });
				on.clock.pass(settle);
				const fourth = await readAll(on, { state: third.state, onlyChanged: true, known: full.accounts });
				expect(fourth.accounts.map(({ row }) => row['name'])).toEqual(['Changed Again']);
			},
		},
		{
			name: 'nothing changed: an incremental read gives nothing and moves the watermark',
			needs: ['incremental'],
			run: async (switches) => {
				const { on, full } = await afterFullRead(10, switches);
				const next = await readAll(on, { state: full.state, onlyChanged: true });
				expect(next.accounts).toEqual([]);
				expect(String(next.state.watermark) > String(full.state.watermark)).toBe(true);
			},
		},
		{
			name: 'what changes around the watermark and while the index lags comes exactly once',
			needs: ['incremental'],
			run: async (switches) => {
				const { on, full, ids } = await afterFullRead(30, switches);
				let { state } = full;
				const got: SourceRow[] = [];
				for (const [place, id] of ids.slice(0, 12).entries()) {
					on.fake.change(id, { [nameField]: `Boundary ${place}` });
					on.clock.pass(1_500);
					const next = await readAll(on, { state, onlyChanged: true });
					got.push(...next.accounts);
					({ state } = next);
				}
				on.clock.pass(settle + 10_000);
				for (let round = 0; round < 2; round += 1) {
					const next = await readAll(on, { state, onlyChanged: true });
					got.push(...next.accounts);
					({ state } = next);
					on.clock.pass(1_000);
				}
				expect(got.map(({ row }) => String(row['name'])).sort()).toEqual(
					Array.from({ length: 12 }, (_one, place) => `Boundary ${place}`).sort(),
				);
			},
		},
		{
			name: 'what changes during a read comes with it or with the next one',
			needs: ['incremental'],
			run: async (switches) => {
				const { total } = await severalPages(harness);
				const on = rig(harness, { accounts: total }, switches);
				const ids = on.fake.accountIds();
				const chosen = [ids[0] ?? '', ids.at(-1) ?? ''];
				const full = await readAll(on, {
					onPage: (page) => {
						if (page !== 1) return;
						on.clock.pass(1_000);
						for (const id of chosen) on.fake.change(id, { [nameField]: 'Changed Meanwhile' });
					},
				});
				on.clock.pass(settle);
				const next = await readAll(on, { state: full.state, onlyChanged: true });
				const last = new Map([...full.accounts, ...next.accounts].map((row) => [row.externalId, row]));
				expect(last.size).toBe(total);
				for (const id of chosen) expect(last.get(id)?.row['name']).toBe('Changed Meanwhile');
			},
		},
		{
			name: 'an account that was deleted is reported as removed',
			needs: ['incremental', 'removals'],
			run: async (switches) => {
				const { on, full, ids } = await afterFullRead(15, switches);
				const [gone = ''] = ids;
				on.fake.remove(gone);
				on.clock.pass(settle);
				const next = await readAll(on, { state: full.state, onlyChanged: true, known: full.accounts });
				const row = full.accounts.find(({ externalId }) => externalId === gone)?.row;
				expect(next.removed.map((one) => one.row)).toEqual([
					expect.objectContaining({ account_id: row?.['account_id'], deleted: true }),
				]);
			},
		},
		{
			name: 'a full read reports known accounts that are gone, unless most of them are',
			needs: [],
			run: async (switches) => {
				const { on, full, ids } = await afterFullRead(30, switches);
				const [gone = ''] = ids;
				on.fake.remove(gone);
				on.clock.pass(settle);
				const next = await readAll(on, { known: full.accounts });
				expect(next.removed.map(({ externalId }) => externalId)).toContain(gone);
				expect(next.removed).toHaveLength(1);
				for (const id of on.fake.accountIds()) on.fake.remove(id);
				on.clock.pass(settle);
				const empty = await readAll(on, { known: full.accounts });
				expect(empty.removed).toEqual([]);
				expect(empty.issues).toContain('most-vanished');
			},
		},
		{
			name: 'a merged account points to the one that is left',
			needs: ['incremental', 'merge'],
			run: async (switches) => {
				const { on, full, ids } = await afterFullRead(15, switches);
				const [winner = '', loser = ''] = ids;
				const left = on.fake.merge?.(winner, loser) ?? '';
				on.clock.pass(settle);
				const next = await readAll(on, { state: full.state, onlyChanged: true, known: full.accounts });
				const idOf = (rows: readonly SourceRow[], id: string) =>
					rows.find(({ externalId }) => externalId === id)?.row['account_id'];
				const survivor = idOf(next.accounts, left) ?? idOf(full.accounts, left);
				const alias = next.rows.find(
					({ object, externalId }) => object === 'aliases' && externalId === loser,
				);
				expect(alias?.row).toMatchObject({ external_id: loser, account_id: survivor });
				expect(next.directory.accountIdOf(loser)).toBe(survivor);
				expect(survivor).toBe(idOf(full.accounts, winner));
				expect(next.removed.map(({ row }) => row['account_id'])).toEqual([idOf(full.accounts, loser)]);
				expect(next.problems).toEqual([]);
			},
		},
		{
			name: 'a renamed column is left out, told once, and everything else is read',
			needs: [],
			run: async (switches) => {
				const fields = { ...settings.fields, accounts: { ...settings.fields.accounts, plan: unknownField } };
				const on = rig(harness, { accounts: 12 }, switches, { ...settings, fields });
				const outcome = await readAll(on);
				expectWhole(outcome, on);
				for (const { row } of outcome.accounts) expect(row['plan']).toBeNull();
				const told = outcome.issues.filter((code) => code === 'field-left-out');
				if (lacks['unknown-fields'] === undefined) expect(told).toHaveLength(1);
			},
		},
		{
			name: 'two accounts with one key: the second is a dead letter that names both',
			needs: ['duplicate-keys'],
			run: async (switches) => {
				const on = rig(harness, { accounts: 5 }, switches);
				const [first = ''] = on.fake.accountIds();
				const key = on.fake.account(first)?.[settings.keyField];
				const second = on.fake.add({ [nameField]: 'Twin', [settings.keyField]: key });
				on.clock.pass(settle);
				const outcome = await readAll(on);
				expect(outcome.accounts).toHaveLength(5);
				expect(outcome.problems).toHaveLength(1);
				expect(outcome.problems[0]?.message).toContain(first);
				expect(outcome.problems[0]?.message).toContain(second);
				expect(outcome.directory.externalIdOf(String(key))).toBe(
					outcome.accounts.find(({ row }) => row['account_id'] === key)?.externalId,
				);
			},
		},
		{
			name: 'hostile names come through as they are, or the record is a dead letter',
			needs: [],
			run: async (switches) => {
				const on = rig(harness, { accounts: 3 }, switches);
				const hostile = HOSTILE.map((text) => [on.fake.add({ [nameField]: text }), text] as const);
				on.clock.pass(settle);
				const outcome = await readAll(on);
				expect(outcome.fault).toBeNull();
				for (const [id, text] of hostile) {
					const row = outcome.accounts.find(({ externalId }) => externalId === id)?.row;
					const letter = outcome.problems.find(({ external_id }) => external_id === id);
					expect(row === undefined).toBe(letter !== undefined);
					if (row !== undefined) expect(row['name']).toBe(text.trim());
				}
				expect(outcome.accounts.length + outcome.problems.length).toBe(3 + HOSTILE.length);
			},
		},
	];
}

/** Texts that break what is not escaped. */
export const HOSTILE: readonly string[] = [
	"O'Brien & Sons",
	'back\\slash\\',
	"both \\' of them",
	"=cmd|'/C calc'!A0",
	'say "hello"',
	'two\nlines\tand a tab',
	'emoji 🙂 and 你好',
	'{"json": [1, 2]}',
	'%27 OR 1=1 --',
	'constructor',
	'__proto__',
	'x'.repeat(100_000),
];
