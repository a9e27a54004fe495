import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import { measureAccount } from '../../../scoring/measures/measureAccount';
import type { AccountRecords, Row } from '../../../scoring/measures/Records';

const AS_OF = '2026-01-15';
const MONDAY = '2026-01-05';

const recordsOf = (rows: Row[]): AccountRecords => {
	const grouped = groupRecords([
		{ account_id: 'a', ticket_id: 'none' },
		...rows.map((row) => ({ account_id: 'a', ...row })),
	]);
	return grouped.accounts.get('a') as AccountRecords;
};
const measure = (rows: Row[], account: Row = {}, asOf = AS_OF) =>
	measureAccount(account, recordsOf(rows), asOf);
/** A week so many weeks before the last full one. */
const week = (weeksBack: number, columns: Row): Row => ({
	period: 'week',
	starts_on: addDays(MONDAY, -7 * weeksBack),
	...columns,
});

describe('usage', () => {
	test('is the last four full weeks, says what it is made of and what is usual', () => {
		const rows = [0, 1, 2, 3].map((back) => week(back, { active_users: 17, licensed_users: 20 }));
		const usual = [4, 5, 6, 7].map((back) => week(back, { active_users: 10 + back, licensed_users: 20 }));
		expect(measure([...usual, ...rows]).active_users).toEqual({
			value: 85,
			observedOn: '2026-01-11',
			baseline: 77.5,
			note: '17 of 20 licensed users',
		});
	});

	test('a week that is still running does not count', () => {
		const rows = [
			week(0, { active_users: 10, licensed_users: 20 }),
			week(-1, { active_users: 20, licensed_users: 20 }),
		];
		expect(measure(rows).active_users?.value).toBe(50);
		expect(measure(rows, {}, '2026-01-18T23:59:59Z').active_users?.value).toBe(50);
		expect(measure(rows, {}, '2026-01-19T00:00:00Z').active_users?.value).toBe(75);
	});

	test('when the feed stops, its last weeks tell their own age', () => {
		expect(measure([week(20, { active_users: 1, licensed_users: 2 })]).active_users).toMatchObject({
			value: 50,
			observedOn: '2025-08-24',
		});
	});

	test('days, months, weeks without a whole and nonsense do not count; missing is null, not 0', () => {
		const rows = [
			{ period: 'day', starts_on: '2026-01-05', active_users: 5, licensed_users: 5 },
			week(0, { active_users: 3, licensed_users: 0 }),
			week(1, { active_users: null, licensed_users: 4 }),
			week(2, { active_users: -4, licensed_users: 4 }),
			week(3, { active_users: '3', licensed_users: '4' }),
		];
		expect(measure(rows).active_users?.value).toBe(75);
		expect(measure([]).active_users).toEqual({ value: null, observedOn: null });
		expect(measure([week(0, { active_users: 0, licensed_users: 4 })]).active_users?.value).toBe(0);
	});

	test('seats stand in for licensed users', () => {
		expect(measure([week(0, { active_users: 5 })], { seats: 20 }).active_users).toMatchObject({
			value: 25,
			note: '5 of 20 seats',
		});
	});

	test('features, advanced share, sessions, API trend, seats in use', () => {
		const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((back) =>
			week(back, {
				features_used: 18,
				features_available: 25,
				advanced_share: 0.25,
				sessions: 30,
				active_users: 10,
				licensed_users: 16,
				api_calls: back < 4 ? 120 : 100,
			}),
		);
		const measures = measure(rows, { seats: 20 });
		expect(measures.feature_adoption).toMatchObject({ value: 72, note: '18 of 25 available features' });
		expect(measures.feature_adoption_percentage?.value).toBe(72);
		expect(measures.advanced_feature_usage?.value).toBe(25);
		expect(measures.login_frequency?.value).toBe(3);
		expect(measures.api_usage_trend?.value).toBe('increasing');
		expect(measures.contract_utilization_percentage?.value).toBe(80);
	});

	test.each([
		[100, 100, 'stable'],
		[80, 100, 'decreasing'],
		[0, 0, 'stable'],
		[5, 0, 'increasing'],
	])('API calls %d after %d are %s', (now, before, trend) => {
		const rows = [week(0, { api_calls: now }), week(4, { api_calls: before })];
		expect(measure(rows).api_usage_trend?.value).toBe(trend);
	});

	test('time to value is found in any known week', () => {
		expect(measure([week(5, { more_json: '{"first_value_days":28}' }), week(0, {})]).time_to_value).toEqual({
			value: 28,
			observedOn: '2026-01-11',
			note: '28 days to first value',
		});
	});
});

describe('workflow volume', () => {
	test('is the share of the limit that usage tells', () => {
		expect(measure([week(0, { more_json: '{"limit_share":0.78}' })]).workflow_volume).toMatchObject({
			value: 78,
			note: '78 % of the plan limit',
		});
	});

	test('or completed workflows over the entitlement of that time, brought to a week', () => {
		const limit = { metric: 'workflows', limit_value: 40, period: 'week', valid_from_on: '2025-01-01' };
		const later = { ...limit, limit_value: 400, valid_from_on: '2026-02-01' };
		const ended = { ...limit, limit_value: 4000, valid_from_on: '2025-06-01', valid_to_on: '2025-12-31' };
		const used = week(0, { workflows_completed: 30 });
		expect(measure([used, limit, later, ended]).workflow_volume).toMatchObject({
			value: 75,
			note: '30 of 40 workflows a week',
		});
		const monthly = measure([
			used,
			{ ...limit, period: 'month', limit_value: 130.446428571 },
		]).workflow_volume;
		expect(monthly?.value).toBeCloseTo(100, 6);
		expect(measure([used]).workflow_volume?.value).toBeNull();
		expect(measure([used, { ...limit, period: 'fortnight' }]).workflow_volume?.value).toBeNull();
	});
});

describe('surveys', () => {
	const answer = (kind: string, score: unknown, answered_at: string | null): Row => ({
		answer_id: `${kind}${String(score)}${answered_at}`,
		kind,
		score,
		answered_at,
	});

	test('mean of the answers of 180 days', () => {
		const rows = [
			answer('nps', 9, '2026-01-10T09:00:00Z'),
			answer('nps', 6, '2025-12-01T09:00:00Z'),
			answer('nps', 0, '2025-06-01T09:00:00Z'),
			answer('nps', 0, '2026-02-01T09:00:00Z'),
			answer('nps', 0, null),
			answer('nps', 11, '2026-01-11T09:00:00Z'),
			answer('nps', 'fine', '2026-01-11T09:00:00Z'),
			answer('csat', 4, '2026-01-02T09:00:00Z'),
		];
		expect(measure(rows).nps_score).toEqual({
			value: 7.5,
			observedOn: '2026-01-10',
			note: 'mean of 2 answers',
		});
		expect(measure(rows).csat_score).toEqual({ value: 4, observedOn: '2026-01-02', note: '1 answer' });
		expect(measure([]).nps_score?.value).toBeNull();
	});
});

describe('tickets', () => {
	const ticket = (id: number, columns: Row): Row => ({ ticket_id: id, priority: 'low', ...columns });

	test('age of the oldest urgent ticket that was open then', () => {
		const rows = [
			ticket(1, {
				priority: 'urgent',
				opened_at: '2026-01-12T00:00:00Z',
				resolved_at: '2026-01-14T12:00:00Z',
			}),
			ticket(2, { priority: 'Critical', opened_at: '2026-01-13T00:00:00Z' }),
			ticket(3, { priority: 'high', opened_at: '2026-01-01T00:00:00Z' }),
			ticket(4, { priority: 'urgent', opened_at: '2026-01-01T00:00:00Z', status: 'closed' }),
		];
		expect(measure(rows, {}, '2026-01-14T00:00:00Z').urgent_ticket_hours).toMatchObject({
			value: 48,
			note: 'ticket 1, 2 urgent open',
		});
		expect(measure(rows, {}, '2026-01-15T00:00:00Z').urgent_ticket_hours?.value).toBe(48);
		expect(measure(rows, {}, '2026-01-11T00:00:00Z').urgent_ticket_hours?.value).toBeNull();
	});

	test('severity, volume trend and satisfaction', () => {
		const rows = [
			ticket(1, { opened_at: '2026-01-10T00:00:00Z', resolved_at: '2026-01-11T00:00:00Z', csat: 5 }),
			ticket(2, {
				priority: 'high',
				opened_at: '2026-01-11T00:00:00Z',
				resolved_at: '2026-01-12T00:00:00Z',
				csat: 2,
			}),
			ticket(3, {
				priority: 'odd',
				opened_at: '2025-12-01T00:00:00Z',
				resolved_at: '2026-02-01T00:00:00Z',
				csat: 1,
			}),
		];
		const measures = measure(rows);
		expect(measures.ticket_severity_average?.value).toBe(2);
		expect(measures.ticket_volume_trend?.value).toBe('stable');
		expect(measures.resolution_time_satisfaction).toMatchObject({ value: 3.5, observedOn: '2026-01-12' });
		const more = [...rows, ticket(4, { opened_at: '2026-01-12T00:00:00Z' })];
		expect(measure(more).ticket_volume_trend?.value).toBe('increasing');
		expect(measure(rows, {}, '2026-02-20').ticket_volume_trend?.value).toBe('decreasing');
		expect(measure([]).ticket_volume_trend?.value).toBeNull();
		expect(measure([]).ticket_severity_average?.value).toBeNull();
	});
});

describe('interactions', () => {
	const meeting = (id: number, occurred_at: string, attended?: unknown): Row => ({
		interaction_id: id,
		occurred_at,
		attended,
	});

	test('attendance and frequency of 90 days', () => {
		const rows = [
			meeting(1, '2026-01-10T10:00:00Z', true),
			meeting(2, '2026-01-03T10:00:00Z', false),
			meeting(3, '2025-12-10T10:00:00Z'),
			meeting(4, '2025-01-10T10:00:00Z', false),
			meeting(5, '2026-01-20T10:00:00Z', false),
		];
		expect(measure(rows).meeting_attendance_rate).toEqual({
			value: 50,
			observedOn: '2026-01-10',
			note: '1 of 2 meetings attended',
		});
		expect(measure(rows).communication_frequency?.value).toBeCloseTo(1.0146, 4);
	});

	test('silence after contact is 0, no contact ever is not observed', () => {
		expect(measure([meeting(1, '2025-01-10T10:00:00Z')]).communication_frequency?.value).toBe(0);
		expect(measure([]).communication_frequency?.value).toBeNull();
	});
});

describe('invoices', () => {
	const invoice = (id: number, due_on: string, paid_on: string | null, status = 'open'): Row => ({
		invoice_id: id,
		due_on,
		paid_on,
		status,
	});

	test('days late cost in proportion; what is unpaid is late until now', () => {
		const rows = [
			invoice(1, '2025-12-01', '2025-11-20'),
			invoice(2, '2025-11-01', '2025-12-01'),
			invoice(3, '2025-12-16', null),
			invoice(4, '2025-10-01', null, 'void'),
			invoice(5, '2025-10-01', null, 'paid'),
			invoice(6, '2026-02-01', null),
			invoice(7, '2024-01-01', null),
		];
		expect(measure(rows).payment_history_score).toEqual({
			value: (100 + 50 + 50) / 3,
			observedOn: null,
			note: '2 of 3 invoices late',
		});
		expect(measure([]).payment_history_score?.value).toBeNull();
	});
});

describe('judgements', () => {
	const custom = {
		performance: 'consistent',
		performance_on: '2026-01-02',
		upgrade_readiness: 'open',
		roi_demonstration: 150,
		nps_score: 3,
		note_list: [1],
		account_expansion: 'limited',
		account_expansion_on: '2026-02-02',
	};

	test('are read from the account with the day they were made; measured values go first', () => {
		const account = { custom_json: JSON.stringify(custom) };
		const measures = measure([{ answer_id: 1, kind: 'nps', score: 9, answered_at: '2026-01-10' }], account);
		expect(measures.performance).toEqual({ value: 'consistent', observedOn: '2026-01-02' });
		expect(measures.upgrade_readiness).toEqual({ value: 'open', observedOn: null });
		expect(measures.roi_demonstration?.value).toBe(150);
		expect(measures.nps_score?.value).toBe(9);
		expect(measure([], account).nps_score?.value).toBe(3);
		expect(measures.account_expansion).toBeUndefined();
		expect(measures.note_list).toBeUndefined();
	});

	test('undated ones of a row that was updated later are not known yet; broken JSON knows nothing', () => {
		const later = { custom_json: custom, source_updated_at: '2026-01-20T00:00:00Z' };
		expect(measure([], later).upgrade_readiness).toBeUndefined();
		expect(measure([], later).performance?.value).toBe('consistent');
		expect(measure([], { custom_json: '{broken' }).performance).toBeUndefined();
		expect(measure([], { custom_json: 7 }).performance).toBeUndefined();
	});
});

describe('nothing after the cut is used', () => {
	const day = fc.integer({ min: -60, max: 60 }).map((offset) => addDays(AS_OF, offset));
	const instant = day.map((on) => `${on}T12:00:00.000Z`);
	const later = fc.integer({ min: 1, max: 60 }).map((offset) => addDays(AS_OF, offset));
	const row = fc.oneof(
		fc.record({
			period: fc.constant('week'),
			starts_on: day,
			active_users: fc.nat(20),
			licensed_users: fc.nat(20),
			api_calls: fc.nat(99),
		}),
		fc.record({
			ticket_id: fc.nat(),
			priority: fc.constantFrom('low', 'urgent'),
			opened_at: instant,
			csat: fc.integer({ min: 1, max: 5 }),
		}),
		fc.record({ invoice_id: fc.nat(), issued_on: day, due_on: day, paid_on: fc.option(day) }),
		fc.record({
			answer_id: fc.nat(),
			kind: fc.constantFrom('nps', 'csat'),
			score: fc.integer({ min: 1, max: 5 }),
			answered_at: instant,
		}),
		fc.record({ interaction_id: fc.nat(), occurred_at: instant, attended: fc.boolean() }),
	);
	const future = fc.oneof(
		later.map((on) => ({ period: 'week', starts_on: on, active_users: 1, licensed_users: 9 })),
		later.map((on) => ({ ticket_id: 9, priority: 'urgent', opened_at: `${on}T00:00:00Z` })),
		later.map((on) => ({ invoice_id: 9, issued_on: on, due_on: on, paid_on: null })),
		later.map((on) => ({ answer_id: 9, kind: 'nps', score: 0, answered_at: `${on}T00:00:00Z` })),
		later.map((on) => ({ interaction_id: 9, occurred_at: `${on}T00:00:00Z`, attended: false })),
		fc.constant({
			period: 'week',
			starts_on: MONDAY,
			active_users: 1,
			licensed_users: 9,
			recorded_at: '2026-01-16T00:00:00Z',
		}),
		fc.constant({
			answer_id: 8,
			kind: 'nps',
			score: 0,
			answered_at: '2026-01-02',
			source_updated_at: '2026-01-16T00:00:00Z',
		}),
		fc.constant({
			interaction_id: 8,
			occurred_at: '2026-01-02',
			attended: false,
			superseded_at: '2026-01-03T00:00:00Z',
		}),
		fc.constant({
			ticket_id: 8,
			priority: 'urgent',
			opened_at: '2026-01-02',
			recorded_at: '2026-01-16T00:00:00Z',
		}),
	);

	test('rows of later days, or recorded later, change nothing', () => {
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 12 }),
				fc.array(future, { minLength: 1, maxLength: 4 }),
				(rows, more) => {
					expect(measure([...rows, ...more] as Row[])).toEqual(measure(rows as Row[]));
				},
			),
		);
	});

	test('what happened to a ticket or an invoice later is not known yet', () => {
		const open = { ticket_id: 1, priority: 'urgent', opened_at: '2026-01-10T00:00:00Z' };
		expect(measure([{ ...open, resolved_at: '2026-01-20T00:00:00Z', csat: 1 }])).toEqual(measure([open]));
		const unpaid = { invoice_id: 1, due_on: '2025-12-01', paid_on: null };
		expect(measure([{ ...unpaid, paid_on: '2026-01-20' }])).toEqual(measure([unpaid]));
	});

	test('without a readable day nothing is known', () => {
		expect(measure([week(0, { active_users: 1, licensed_users: 2 })], {}, 'soon')).toEqual({});
	});
});

describe('groupRecords', () => {
	test('tells tables by their key columns and counts what it does not know', () => {
		const { accounts, unknown } = groupRecords([
			{ account_id: 'a', ticket_id: 1 },
			{ account_id: 'a', contact_id: 1 },
			{ account_id: 'a', contact_id: 1, answer_id: 2 },
			{ account_id: 'a', contact_id: 1, interaction_id: 2 },
			{ account_id: 'a', contract_id: 1 },
			{ account_id: 'a', contract_id: 1, line_id: 2 },
			{ account_id: 'a', metric: 'workflows', limit_value: 3 },
			{ account_id: 7, period: 'week', starts_on: MONDAY },
			{ account_id: 'a', ticket_id: '' },
			{ ticket_id: 1 },
		]);
		expect(unknown).toBe(2);
		expect(accounts.get('7')?.usage).toHaveLength(1);
		const own = accounts.get('a');
		expect(
			[own?.tickets, own?.contacts, own?.surveyAnswers, own?.interactions].map((list) => list?.length),
		).toEqual([1, 1, 1, 1]);
		expect(
			[own?.contracts, own?.contractLines, own?.entitlements, own?.invoices].map((list) => list?.length),
		).toEqual([1, 1, 1, 0]);
	});

	test('200,000 rows of 10,000 accounts take under a second or two', () => {
		const rows = Array.from({ length: 200_000 }, (_, index) => ({
			account_id: `a${index % 10_000}`,
			ticket_id: index,
		}));
		const started = performance.now();
		expect(groupRecords(rows).accounts.size).toBe(10_000);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});
