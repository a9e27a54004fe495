import { assessRisk } from '../../../scoring/churn/assessRisk';
import { churnBandOf } from '../../../scoring/churn/churnBandOf';
import { compareRuns } from '../../../scoring/churn/compareRuns';
import { daysUntil } from '../../../scoring/churn/daysUntil';
import { expectedLoss } from '../../../scoring/churn/expectedLoss';
import { INTERVENTION_STRATEGIES } from '../../../scoring/churn/interventionStrategies';
import { learnSaves } from '../../../scoring/churn/learnSaves';
import { matchBaseRates } from '../../../scoring/churn/matchBaseRates';
import { meanBaseRate } from '../../../scoring/churn/meanBaseRate';
import { rankInterventions } from '../../../scoring/churn/rankInterventions';
import { addDays } from '../../../scoring/core/addDays';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';

/** DataFlow, as the catalogue of risk signals describes it. */
const DATAFLOW = {
	usage_change_60d: -0.67,
	usage_trend_12w: -0.09,
	licence_use_share: 0.25,
	feature_share: 0.3,
	feature_share_change: -0.25,
	api_change_60d: -0.89,
	session_minutes_change: -0.75,
	weeks_without_use: 2,
	meeting_attendance: 0,
	meeting_attendance_before: 0.95,
	meetings_missed_in_a_row: 4,
	days_since_contact: 45,
	sentiment: -0.3,
	sentiment_shift: -0.6,
	days_to_end: 127,
	renewal_signed: 0,
	overdue_days: 23,
	payment_delay_change: 23,
	champion_unreplaced: 1,
	champion_left: 1,
	champion_known: 0,
	decision_makers: 1,
};

test('G06: the matched base rates 89, 67 and 78 are 78 %; the sentiment modifier is said, not averaged', () => {
	const { matched, modifiers } = matchBaseRates(DATAFLOW);
	expect(matched.map(({ rate }) => rate)).toEqual([89, 67, 78]);
	expect(modifiers.map(({ rate }) => rate)).toEqual([45]);
	expect(matched.map(({ horizon }) => horizon)).toEqual(['within 6 months', null, 'within 90 days']);
	expect(assessRisk(DATAFLOW)).toMatchObject({ baseRate: 78, basis: 'rule-based' });
	expect(matched[2]?.words).toBe('No meeting of 90 days was attended (was 95 %)');
});

test('G07: the same rule gives 94 for 97, 94, 91; nothing matched is not known, not 0', () => {
	expect(meanBaseRate([97, 94, 91])).toBe(94);
	expect(meanBaseRate([])).toBeNull();
	expect(
		assessRisk({ ...DATAFLOW, usage_change_60d: -0.6, meeting_attendance: 0.1, champion_unreplaced: 0 }),
	).toMatchObject({ baseRate: null, matched: [] });
	expect(matchBaseRates({ meeting_attendance: 0 }).matched).toEqual([]);
});

test('the rule calls DataFlow high risk', () => {
	const risk = assessRisk(DATAFLOW);
	expect(['high', 'critical']).toContain(churnBandOf(risk.risk)?.id);
	expect(risk.words).toMatch(
		/^Rule risk \d+ of 100, \d+ % of the signals known: .*127 days to renewal|Usage fell 67 %/,
	);
});

test('G08: no action at 78 % keeps 22 %; the strategies 45, 73 and 89 %, Comprehensive + Executive is recommended', () => {
	const ranked = rankInterventions(0.78, { arrMinor: 10_000_000 });
	expect(Object.fromEntries(ranked.map(({ id, retention }) => [id, roundHalfUp(100 * retention)]))).toEqual({
		no_action: 22,
		standard: 45,
		comprehensive: 73,
		executive: 89,
	});
	const chosen = ranked.filter(({ recommended }) => recommended);
	expect(chosen.map(({ id }) => id)).toEqual(['executive']);
	expect(chosen[0]?.words).toBe(
		'Comprehensive + Executive: 89 % retention by rule of thumb, not measured; recommended, reaches 85 %',
	);
	expect(chosen[0]?.arrSavedMinor).toBe(6_700_200);
});

test('the cheapest that reaches the target is recommended, else the one that keeps most', () => {
	const chosen = (p: number, target = 0.85): string | undefined =>
		rankInterventions(p, { target }).find(({ recommended }) => recommended)?.id;
	expect([chosen(0.1), chosen(0.2), chosen(0.4), chosen(1)]).toEqual([
		'no_action',
		'standard',
		'comprehensive',
		'executive',
	]);
	expect(chosen(1, 0.95)).toBe('executive');
	const costs: Record<string, number> = { no_action: 0, standard: 100, comprehensive: 9_000, executive: 500 };
	const strategies = INTERVENTION_STRATEGIES.map((one) => ({ ...one, costMinor: costs[one.id] as number }));
	const ranked = rankInterventions(0.4, { arrMinor: 10_000, strategies });
	expect(ranked.find(({ recommended }) => recommended)?.id).toBe('executive');
	expect(ranked.map(({ id, netMinor }) => [id, netMinor])).toEqual([
		['executive', 2936],
		['standard', 1080],
		['no_action', 0],
		['comprehensive', -6384],
	]);
});

test('own outcomes replace the saves of the seed from 20 accounts on, drawn to it', () => {
	const outcomes = (strategy: string, accounts: number, churned: number, probability: number | null = 0.5) =>
		Array.from({ length: accounts }, (_, index) => ({ strategy, churned: index < churned, probability }));
	const saveOf = (list: ReturnType<typeof outcomes>, id: string) =>
		learnSaves(list).find((strategy) => strategy.id === id);
	expect(saveOf(outcomes('standard', 19, 0), 'standard')).toMatchObject({ save: 0.295, basis: 'seed' });
	expect(saveOf(outcomes('standard', 20, 10), 'standard')).toMatchObject({
		basis: 'own outcomes',
		accounts: 20,
		save: expect.closeTo(0.295 / 2, 9),
	});
	expect(saveOf(outcomes('standard', 2000, 500), 'standard')?.save).toBeCloseTo(0.4979, 3);
	expect(saveOf(outcomes('standard', 30, 5, null), 'standard')?.basis).toBe('seed');
	const controlled = [...outcomes('standard', 30, 5, null), ...outcomes('no_action', 20, 10, null)];
	expect(saveOf(controlled, 'standard')?.save).toBeCloseTo(1 - (5 + 20 * 0.5 * 0.705) / 50 / 0.5, 9);
});

test('G09: 39 to 73 is +34, escalating', () => {
	const compared = compareRuns(
		{ value: 73, reasons: [{ field: 'usage_change_60d', size: 9 }] },
		{ value: 70 },
		{ value: 39, reasons: [{ field: 'nps', size: 3 }] },
	);
	expect(compared).toMatchObject({ delta: 3, change30d: 34, direction: 'escalating', trend: 'critical' });
	expect(compared.newReasons).toEqual(['usage_change_60d']);
	expect(compared.goneReasons).toEqual(['nps']);
	expect(compared.words).toBe('escalating (+34 points in 30 days, +3 since the last run)');
});

test('G10: 78 to 45 is -33 points, easing; what is not known stays unknown', () => {
	expect(compareRuns({ value: 45 }, { value: 78 }, null)).toMatchObject({
		delta: -33,
		change30d: null,
		direction: 'easing',
		trend: 'improving',
		words: 'easing (-33 points since the last run)',
	});
	expect(compareRuns({ value: 67 }, { value: 60 }, { value: 52 }).relative).toBeCloseTo(0.2885, 4);
	expect(compareRuns({ value: 45 }, { value: 78 }, null).relative).toBeCloseTo(-0.423, 3);
	expect(compareRuns({ value: 5 }, { value: 0 }, null).relative).toBeNull();
	expect(compareRuns({ value: null }, { value: 78 }, { value: 1 })).toMatchObject({
		delta: null,
		trend: null,
	});
	expect(compareRuns({ value: 41 }, null, { value: 40 }).direction).toBe('stable');
});

describe('days until a threshold', () => {
	const logit = (p: number): number => Math.log(p / (1 - p));
	const points = (values: readonly number[], step = 7) =>
		values.map((value, index) => ({ on: addDays('2026-01-01', step * index), value }));

	test('the 14 days of the seed at 78 %, on a path that rises evenly in log-odds', () => {
		const slope = (logit(0.85) - logit(0.78)) / 14;
		const path = [-21, -14, -7, 0].map((day) => 1 / (1 + Math.exp(-(logit(0.78) + slope * day))));
		expect(daysUntil(points(path), 0.85)).toBe(14);
	});

	test('one odd run does not matter, order does not, and it is there when it is there', () => {
		const path = points([0.5, 0.53, 0.05, 0.59, 0.62]);
		expect(daysUntil(path, 0.7)).toBe(21);
		expect(daysUntil([...path].reverse(), 0.7)).toBe(21);
		expect(daysUntil(path, 0.6)).toBe(0);
	});

	test('no answer without three days, without a rise, or too far ahead', () => {
		expect(daysUntil(points([0.5, 0.6]), 0.85)).toBeNull();
		expect(daysUntil(points([0.5, 0.6, 0.7], 0), 0.85)).toBeNull();
		expect(daysUntil(points([0.6, 0.6, 0.6]), 0.85)).toBeNull();
		expect(daysUntil(points([0.7, 0.6, 0.5]), 0.85)).toBeNull();
		expect(daysUntil(points([0.01, 0.011, 0.012]), 0.85)).toBeNull();
		expect(daysUntil([], 0.85)).toBeNull();
	});
});

test('expected loss is in whole minor units, and unknown where one of the two is', () => {
	expect([
		expectedLoss(0.5, 101),
		expectedLoss(0, 101),
		expectedLoss(null, 1),
		expectedLoss(0.5, null),
	]).toEqual([51, 0, null, null]);
	expect(expectedLoss(Number.NaN, 5)).toBeNull();
});
