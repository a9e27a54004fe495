import { buildSnapshots } from '../../../scoring/churn/buildSnapshots';
import type { SnapshotOptions } from '../../../scoring/churn/SnapshotOptions';
import { NON_FEATURES } from '../../../scoring/churn/SnapshotSet';
import { addDays } from '../../../scoring/core/addDays';
import type { Row } from '../../../scoring/measures/Records';
import { AS_OF, demoTables, portfolioOf, runSnapshots, snapshotsOf } from './demoPortfolio';

/** One account, used from 2025-01-01 on; an outcome of long ago makes outcomes known from the start. */
const build = (
	outcomes: readonly Row[],
	account: Row = {},
	options: Partial<SnapshotOptions> = {},
	others: readonly Row[] = [],
) =>
	snapshotsOf(
		portfolioOf({
			accounts: [{ account_id: 'a', started_on: '2024-06-01', ...account }, ...others],
			outcomes: [{ account_id: 'z', kind: 'renewed', occurred_on: '2025-01-01' }, ...outcomes],
			history: Array.from({ length: 54 }, (_, index) => ({
				account_id: 'a',
				period: 'week',
				starts_on: addDays('2025-01-06', 7 * index),
				sessions: 9,
			})),
		}),
		options,
	);
const churned = (occurredOn: string, knownAt: string | null = null): Row => ({
	account_id: 'a',
	kind: 'churned',
	occurred_on: occurredOn,
	known_at: knownAt,
});
const labels = (set: ReturnType<typeof build>): Record<string, unknown> =>
	Object.fromEntries(set.rows.map(({ as_of_on, label }) => [as_of_on, label]));

test('days count back from the day of the run; horizons that are not over have no row', () => {
	const set = build([]);
	expect(set.days[0]).toBe('2025-01-20');
	expect(set.days.at(-1)).toBe('2025-10-17');
	expect(new Set(set.rows.map(({ label }) => label))).toEqual(new Set([0]));
	expect(set.skipped['horizon-unfinished']).toBe(3);
	expect(build([], {}, { stepDays: 7, horizonDays: 180 }).days.at(-1)).toBe('2025-07-17');
});

test('the label is a churn after the day and up to the end of the horizon', () => {
	const set = build([churned('2025-07-19')]);
	// 2025-04-20 is 90 days before it, 2025-03-21 is 120.
	expect(labels(set)).toMatchObject({ '2025-03-21': 0, '2025-04-20': 1, '2025-06-19': 1 });
	expect(set.days.at(-1)).toBe('2025-06-19');
	expect(set.events).toBe(3);
	expect(set.skipped['already-churned']).toBe(7);
});

test('expansions are learned the same way: an earlier one does not count, one that is known already makes no row', () => {
	const expanded = (occurred_on: string, known_at: string | null = null): Row => ({
		account_id: 'a',
		kind: 'expanded',
		occurred_on,
		known_at,
	});
	const set = build([expanded('2025-03-01'), expanded('2025-07-19')], {}, { event: 'expanded' });
	expect(labels(set)).toMatchObject({ '2025-03-21': 0, '2025-04-20': 1, '2025-06-19': 1, '2025-07-19': 0 });
	expect(set.events).toBe(5);
	expect(set.notes.map(({ code }) => code)).not.toContain('outcomes-not-churn');
	const early = build([expanded('2025-07-19', '2025-06-19T12:00:00Z')], {}, { event: 'expanded' });
	expect(labels(early)['2025-06-19']).toBeUndefined();
	expect(early.skipped['expansion-already-known']).toBe(1);
	const gone = build([expanded('2025-07-19'), churned('2025-06-01')], {}, { event: 'expanded' });
	expect(gone.skipped['already-churned']).toBeGreaterThan(3);
	expect(gone.events).toBe(2);
	expect(
		build([expanded('2025-07-19')], {}, { event: 'expanded' })
			.notes.map(({ message }) => message)
			.join(),
	).toContain('were followed by an expansion');
});

test('who is known to leave is not predicted any more', () => {
	const set = build([churned('2025-07-19', '2025-06-19T12:00:00Z')]);
	expect(labels(set)['2025-06-19']).toBeUndefined();
	expect(labels(set)['2025-05-20']).toBe(1);
	expect(set.skipped['churn-already-known']).toBe(1);
});

test('a churn that was learned of late still ends it on its day', () => {
	expect(labels(build([churned('2025-07-19', '2025-12-01T00:00:00Z')]))).toEqual(
		labels(build([churned('2025-07-19')])),
	);
});

test('a gap is left out: churn within it makes no row', () => {
	const set = build([churned('2025-07-19')], {}, { gapDays: 31 });
	expect(labels(set)).toMatchObject({ '2025-05-20': 1, '2025-03-21': 1, '2025-02-19': 0 });
	expect(labels(set)['2025-06-19']).toBeUndefined();
	expect(set.skipped['churned-in-gap']).toBe(1);
});

test('not yet a customer, nothing recorded, gone without an outcome: no row, and counted', () => {
	expect(build([], { started_on: '2025-08-19' }).skipped['not-started']).toBe(8);
	const silent = build([], {}, {}, [{ account_id: 'b', started_on: '2020-01-01' }]);
	expect(silent.rows.every(({ account_id }) => account_id === 'a')).toBe(true);
	expect(silent.skipped['nothing-known']).toBe(13);
	const gone = build([], { deleted: true });
	expect(gone.rows).toEqual([]);
	expect(gone.notes.map(({ code }) => code)).toEqual(
		expect.arrayContaining(['no-snapshots', 'gone-without-outcome']),
	);
});

test('a customer that came back is judged from its new start', () => {
	const set = build([churned('2025-03-01')], { started_on: '2025-05-01' });
	expect(set.days[0]).toBe('2025-05-20');
	expect(set.events).toBe(0);
});

test('no accounts, no outcomes, days that are none: one clear issue each, nothing else', () => {
	const codes = (outcome: ReturnType<typeof runSnapshots>): string[] =>
		outcome.ok ? [] : outcome.issues.map(({ code }) => code);
	expect(codes(runSnapshots({ accounts: [], outcomes: [], records: new Map() }))).toEqual([
		'no-accounts',
		'no-outcomes',
	]);
	const tables = portfolioOf(demoTables(8));
	expect(codes(runSnapshots(tables, { asOfOn: '2026-02-30' }))).toEqual(['as-of']);
	expect(codes(runSnapshots(tables, { stepDays: 0, horizonDays: 0.5, gapDays: -1 }))).toEqual([
		'days',
		'days',
		'days',
	]);
});

test('what is odd about outcomes, accounts and static columns is said', () => {
	const set = build(
		[
			{ account_id: 'nobody', kind: 'churned', occurred_on: '2025-05-05' },
			{ account_id: 'a', kind: 'churned', occurred_on: 'soon' },
			churned('2026-03-01', '2026-02-01T00:00:00Z'),
		],
		{ tier: 'starter', lifecycle_stage: 'renewal', seats: 4 },
		{ staticColumns: ['tier', 'lifecycle_stage', 'seats', 'nonsense', 'account_id'] },
		[{ account_id: 'a', tier: 'again' }, { name: 'nameless' }],
	);
	expect(set.notes.map(({ code }) => code).sort()).toEqual([
		'accounts-duplicate',
		'accounts-without-id',
		'few-events',
		'outcomes-in-the-future',
		'outcomes-not-churn',
		'outcomes-of-unknown-accounts',
		'outcomes-unreadable',
		'static-absent',
		'static-measured',
		'static-refused',
		'static-tells-outcome',
	]);
	expect(set.rows[0]).toMatchObject({ tier: 'starter', lifecycle_stage: 'renewal', seats: null });
});

test('a churn announced for later takes the account out from the day it is known', () => {
	const set = build([churned('2026-03-01', '2025-08-01T00:00:00Z')]);
	expect(set.days.at(-1)).toBe('2025-07-19');
	expect(set.events).toBe(0);
});

test('rows are flat, alike, and name what is no feature', () => {
	const { rows } = snapshotsOf(portfolioOf(demoTables(12)), { staticColumns: ['tier'] });
	const columns = Object.keys(rows[0] as Row);
	expect(columns.slice(0, 4)).toEqual(['account_id', 'as_of_on', 'label', 'rule_risk']);
	expect(NON_FEATURES.every((name) => name === 'expanded' || columns.includes(name))).toBe(true);
	for (const row of rows) {
		expect(Object.keys(row)).toEqual(columns);
		expect(Object.values(row).every((value) => value === null || typeof value !== 'object')).toBe(true);
	}
	expect(rows.some(({ arr_minor }) => typeof arr_minor === 'number')).toBe(true);
});

test('the work is done in small steps and can be stopped', () => {
	const steps = buildSnapshots(portfolioOf(demoTables(40)), { asOfOn: AS_OF });
	const stages = new Set<string>();
	let count = 0;
	for (let step = steps.next(); step.done !== true && count < 12; step = steps.next()) {
		stages.add(step.value.stage);
		count++;
	}
	expect(count).toBe(12);
	expect(stages.size).toBeGreaterThan(0);
	steps.return({ ok: false, issues: [] });
	expect(steps.next().done).toBe(true);
});
