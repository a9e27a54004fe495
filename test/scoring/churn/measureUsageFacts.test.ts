import { findUsageSeason } from '../../../scoring/churn/findUsageSeason';
import { measureFacts } from '../../../scoring/churn/measureFacts';
import { addDays } from '../../../scoring/core/addDays';
import type { Row } from '../../../scoring/measures/Records';
import { AS_OF, facts, recordsOf, week, weeks } from './factRows';

describe('usage', () => {
	test('changes are relative, over all that is reported', () => {
		const rows = weeks(30, (back) => ({ sessions: back < 4 ? 33 : 100, active_users: back < 4 ? 33 : 100 }));
		const { usage_change_60d, usage_change_14d, usage_change_90d } = facts(rows);
		expect(usage_change_60d).toBeCloseTo(34 / 101 - 1, 9);
		expect(usage_change_90d).toBeCloseTo(34 / 101 - 1, 9);
		expect(usage_change_14d).toBeCloseTo(0, 9);
	});

	test('a column that begins to be reported is no growth', () => {
		const rows = weeks(30, (back) => ({ sessions: 50, ...(back < 3 ? { active_users: 500 } : {}) }));
		expect(facts(rows).usage_change_60d).toBeCloseTo(0, 9);
	});

	test('a steady fall has a trend and a significance', () => {
		const rows = weeks(30, (back) => ({ sessions: Math.round(1000 * 1.05 ** back) }));
		const { usage_trend_12w, usage_trend_z_26w } = facts(rows);
		expect(usage_trend_12w).toBeCloseTo(1 / 1.05 - 1, 3);
		expect(usage_trend_z_26w).toBeLessThan(-5);
	});

	test('levels are of the last four weeks, their change against the quarter before', () => {
		const rows = weeks(16, (back) => ({
			active_users: back < 4 ? 2 : 6,
			licensed_users: 8,
			sessions: 20,
			minutes: back < 4 ? 140 : 560,
			workflows_started: 50,
			errors: 5,
		}));
		expect(facts(rows)).toMatchObject({
			licence_use_share: 0.25,
			licence_use_share_change: -0.5,
			session_minutes: 7,
			session_minutes_change: -0.75,
			error_rate: 0.1,
			feature_share: null,
		});
	});

	test('weeks without use are counted from the newest; a feed that stopped is not silence', () => {
		const rows = weeks(10, (back) => ({ sessions: back < 3 ? 0 : 5 }));
		expect(facts(rows)).toMatchObject({ weeks_without_use: 3, weeks_since_usage_data: 0 });
		expect(facts(rows, {}, addDays(AS_OF, 70))).toMatchObject({
			weeks_without_use: null,
			weeks_since_usage_data: 10,
			licence_use_share: null,
		});
	});

	test('a week counts when it has arrived, and a correction from when it was recorded', () => {
		const rows = [week(0, { sessions: 9 }), week(0, { sessions: 5, recorded_at: '2026-01-20T00:00:00Z' })];
		const usual = weeks(12, (back) => ({ sessions: 9, ...(back === 0 ? { period: 'day' } : {}) }));
		expect(facts([...usual, ...rows], {}, '2026-01-13').weeks_since_usage_data).toBe(0);
		expect(facts([...usual, ...rows], {}, '2026-01-19').usage_change_14d).toBeCloseTo(0, 9);
		expect(facts([...usual, ...rows], {}, '2026-01-20').usage_change_14d).toBeLessThan(-0.1);
	});

	test('a week that came early is the newest, and none is lost', () => {
		const rows = weeks(12, (back) => ({ sessions: back === 0 ? 0 : 9, received_at: '2026-01-12T05:00:00Z' }));
		const early = facts(rows, {}, '2026-01-12');
		expect(early).toMatchObject({ weeks_since_usage_data: 0, weeks_without_use: 1 });
		expect({ ...early, tenure_days: 0 }).toEqual({ ...facts(rows), tenure_days: 0 });
	});

	test('what all accounts share is taken out', () => {
		const holiday = (back: number): number => (back < 3 ? 0.5 : 1);
		const portfolio = Array.from({ length: 30 }, (_, account) =>
			weeks(40, (back) => ({ sessions: Math.round(100_000 * (1 + account) * holiday(back)) })),
		);
		const records = portfolio.map(recordsOf);
		const season = findUsageSeason(records, AS_OF).next().value;
		if (!(season instanceof Map)) throw new Error('expected the season in one step');
		const own = recordsOf(portfolio[4] as Row[]);
		expect(measureFacts({}, own, AS_OF).usage_change_60d).toBeCloseTo(-0.5, 3);
		expect(measureFacts({}, own, AS_OF, season).usage_change_60d).toBeCloseTo(0, 2);
		expect(findUsageSeason(records.slice(1), AS_OF).next().value).toEqual(new Map());
	});
});
