import fc from 'fast-check';

import type { HealthAlerts, HealthAlertsInput } from '../../../scoring/alerts/HealthAlerts';
import { account, input, person, raised, score, written } from './alertRows';

const IDS = ['a', 'b', 'c', 'd'];
const PERSON_IDS = ['p', 'q', 'r', 's'];
const ROLES = ['csm', 'ae', 'executive', 'csm,executive'];

const people = fc.tuple(
	...PERSON_IDS.map((id) =>
		fc
			.record({
				role: fc.constantFrom(...ROLES),
				absent: fc.boolean(),
				deputy: fc.option(fc.constantFrom(...PERSON_IDS)),
			})
			.map(({ role, absent, deputy }) =>
				person(id, { role, deputy_id: deputy, absent_from_on: absent ? '2024-01-01' : null }),
			),
	),
);
const assigned = fc.option(fc.constantFrom(...PERSON_IDS, 'unknown'));
const accounts = fc.tuple(
	...IDS.map((id) => fc.record({ csm_id: assigned, ae_id: assigned }).map((owners) => account(id, owners))),
);
/** Rounded scores of each account, day by day; null is insufficient data. */
const paths = fc.array(fc.tuple(...IDS.map(() => fc.option(fc.integer({ min: 30, max: 90 }), { freq: 6 }))), {
	minLength: 1,
	maxLength: 12,
});
const world = fc.record({ people, accounts, paths, seed: fc.infiniteStream(fc.boolean()) });

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** A subset of a result: what was written before a crash. */
function some(result: HealthAlerts, keep: Iterator<boolean>): HealthAlerts {
	const kept = <Row>(rows: readonly Row[]): Row[] => rows.filter(() => keep.next().value === true);
	return {
		...result,
		alerts: kept(result.alerts),
		changes: kept(result.changes),
		messages: kept(result.messages),
		audit: kept(result.audit),
	};
}

/** Runs all days; `crash` says whether each day is first written in part and then called again. */
function live(
	{ people: team, accounts: list, paths: days, seed }: World,
	crash: boolean,
): HealthAlertsInput[] {
	const last = new Map<string, number>();
	const keep = seed[Symbol.iterator]();
	const states: HealthAlertsInput[] = [];
	let state = input({ people: [...team], accounts: [...list], digestPersonId: 'p' });
	days.forEach((values, index) => {
		const businessDayOn = `2024-01-${String(index + 1).padStart(2, '0')}`;
		const scores = IDS.map((id, position) => score(id, last.get(id) ?? null, values[position] ?? null));
		state = { ...state, scores, businessDayOn, asOf: `${businessDayOn}T00:05:00.000Z` };
		if (crash) state = written(state, some(raised(state), keep));
		state = written(state, raised(state));
		states.push(state);
		IDS.forEach((id, position) => {
			const value = values[position];
			if (typeof value === 'number') last.set(id, value);
		});
	});
	return states;
}

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
const tables = ({ ledger, outbox, audit }: HealthAlertsInput) => [ledger, outbox, audit].map(sorted);

test('no account ever has two open alerts of one cause, and no alert key appears twice', () => {
	fc.assert(
		fc.property(world, (given) => {
			for (const { ledger } of live(given, true)) {
				const open = ledger.filter((row) => row.closed_at === null);
				expect(new Set(open.map((row) => `${row.account_id}:${row.cause}`)).size).toBe(open.length);
				expect(new Set(ledger.map((row) => row.alert_key)).size).toBe(ledger.length);
			}
		}),
	);
});

test('an alert is open exactly while the last known score is below its threshold', () => {
	fc.assert(
		fc.property(world, (given) => {
			const states = live(given, false);
			const known = new Map<string, number>();
			states.forEach(({ scores, ledger }) => {
				for (const { accountId, rounded } of scores) if (rounded !== null) known.set(accountId, rounded);
				for (const below of [70, 50]) {
					const open = ledger.filter(
						(row) => row.cause === `health_below_${below}` && row.closed_at === null,
					);
					const expected = [...known].filter(([, rounded]) => rounded < below).map(([id]) => id);
					expect(open.map((row) => row.account_id).sort()).toEqual(expected.sort());
				}
			});
		}),
	);
});

test('applied and called again it yields nothing', () => {
	fc.assert(
		fc.property(world, (given) => {
			for (const state of live(given, false)) {
				const { alerts, changes, messages, audit } = raised(state);
				expect({ alerts, changes, messages, audit }).toEqual({
					alerts: [],
					changes: [],
					messages: [],
					audit: [],
				});
			}
		}),
	);
});

test('written in part (a crash) and called again it ends in the same tables', () => {
	fc.assert(
		fc.property(world, (given) => {
			const whole = live(given, false);
			live(given, true).forEach((state, day) => {
				expect(tables(state)).toEqual(tables(whole[day] as HealthAlertsInput));
			});
		}),
	);
});

test('nobody gets two messages about one account on one day, and one message names nobody twice', () => {
	fc.assert(
		fc.property(world, (given) => {
			const { outbox } = live(given, true).at(-1) as HealthAlertsInput;
			const told = outbox.flatMap((row) => {
				const [kind, id, day] = row.effect_key.split(':');
				return kind === 'alert'
					? (row.target ?? '').split(',').map((target) => `${id} ${day} ${target}`)
					: [];
			});
			expect(new Set(told).size).toBe(told.length);
		}),
	);
});

test('every alert reaches a present person or is named as unreached', () => {
	fc.assert(
		fc.property(world, (given) => {
			const present = given.people.filter((row) => row.absent_from_on === null).map((row) => row.person_id);
			for (const state of live(given, false)) {
				const { unreached } = raised(state);
				for (const row of state.ledger.filter((each) => each.alert_key.endsWith(state.businessDayOn))) {
					const targets = row.sent_to?.split(',') ?? [];
					expect(targets.every((id) => present.includes(id))).toBe(true);
					expect(unreached.some(({ alertKey }) => alertKey === row.alert_key)).toBe(targets.length === 0);
				}
			}
		}),
	);
});

test('a second run on the same day with other scores still tells nobody twice', () => {
	const twice = fc.tuple(world, fc.array(fc.integer({ min: 30, max: 90 }), { minLength: 4, maxLength: 4 }));
	fc.assert(
		fc.property(twice, ([given, values]) => {
			const state = live(given, false).at(-1) as HealthAlertsInput;
			const scores = IDS.map((id, position) => {
				const before = state.scores[position]?.rounded ?? null;
				return score(id, before, values[position] ?? null);
			});
			const again = { ...state, scores };
			const { outbox } = written(again, raised(again));
			const told = outbox
				.filter((row) => row.effect_key.startsWith('alert:'))
				.flatMap((row) =>
					(row.target ?? '')
						.split(',')
						.map((id) => `${row.effect_key.split(':').slice(0, 3).join(':')} ${id}`),
				);
			expect(new Set(told).size).toBe(told.length);
		}),
	);
});
