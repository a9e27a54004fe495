import type { Issue } from '../../../scoring/core/issue';
import type { HealthInput, HealthScore } from '../../../scoring/health/HealthScore';
import { FRAMEWORK_SCORECARD, HEALTH_PRESETS } from '../../../scoring/health/presets';
import type { Cap, Metric, Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';

const AS_OF = '2024-01-15';
type Observations = HealthInput['observations'];

const percent = (id: string, change: Partial<Metric> = {}): Metric => ({
	id,
	label: id,
	weight: 1,
	unit: '%',
	direction: 'higher_is_better',
	rubric: {
		kind: 'anchors',
		anchors: [
			{ value: 0, points: 0 },
			{ value: 100, points: 100 },
		],
	},
	normalisation: 'none',
	staleAfterDays: null,
	halfLifeDays: null,
	...change,
});
const card = (metrics: readonly Metric[], change: Partial<Scorecard> = {}): Scorecard => ({
	...FRAMEWORK_SCORECARD,
	id: 'test',
	dimensions: [{ id: 'only', label: 'Only', weight: 1, metrics }],
	caps: [],
	lifecycle: [],
	minCoverage: 0,
	...change,
});

function run(
	observations: Observations,
	scorecard: Scorecard,
	more: Partial<HealthInput> = {},
): [HealthScore, readonly Issue[]] {
	const outcome = scoreHealth({ accountId: 'a', asOfOn: AS_OF, observations, ...more }, scorecard);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	return [outcome.value, outcome.warnings];
}

describe('age of an observation', () => {
	const fresh = card([percent('a', { staleAfterDays: 21 }), percent('b')]);
	const scoredWith = (observedOn: string | null) => run({ a: { value: 0, observedOn }, b: 80 }, fresh);

	test('counts up to its last day and is left out after it', () => {
		expect(scoredWith('2023-12-25')[0].value).toBe(40);
		const [stale, warnings] = scoredWith('2023-12-24');
		expect([stale.value, stale.coverage, stale.low, stale.high]).toEqual([80, 0.5, 40, 90]);
		expect(stale.dimensions[0]?.metrics[0]?.absent).toBe('stale');
		expect(warnings).toEqual([]);
	});

	test('what was observed after the day of the score, or on no day, is left out with a warning', () => {
		expect(scoredWith('2024-01-16')[1].map((issue) => issue.code)).toEqual(['observed-later']);
		expect(scoredWith('16.1.2024')[1].map((issue) => issue.code)).toEqual(['no-day']);
		expect(scoredWith('2024-01-16')[0].value).toBe(80);
	});

	test('a half-life moves weight to what is fresh, and the lost part counts as not observed', () => {
		const decaying = card([percent('a', { halfLifeDays: 30 }), percent('b')]);
		const [score] = run({ a: { value: 0, observedOn: '2023-12-16' }, b: 90 }, decaying);
		expect(score.value).toBeCloseTo(60, 9);
		expect(score.coverage).toBeCloseTo(0.75, 9);
		expect([score.low, score.high]).toEqual([45, 70]);
		expect(score.dimensions[0]?.coverage).toBeCloseTo(0.75, 9);
		const [today] = run({ a: 0, b: 90 }, decaying);
		expect([today.value, today.coverage]).toEqual([45, 1]);
	});

	test('a ready-made dimension score goes stale with the most patient of its metrics', () => {
		const scorecard = card([percent('a', { staleAfterDays: 21 }), percent('b', { staleAfterDays: 30 })]);
		expect(run({ only: { value: 70, observedOn: '2023-12-16' } }, scorecard)[0].value).toBe(70);
		expect(run({ only: { value: 70, observedOn: '2023-12-15' } }, scorecard)[0].value).toBeNull();
	});
});

describe('normalisation', () => {
	const versusBaseline = card([percent('a', { normalisation: 'own_baseline' }), percent('b')]);
	const versusPeers = card([percent('a', { normalisation: 'segment_percentile' })]);

	test('own baseline: the value in percent of the usual one', () => {
		expect(run({ a: { value: 30, observedOn: null, baseline: 60 }, b: 50 }, versusBaseline)[0].value).toBe(
			50,
		);
		expect(run({ a: { value: 90, observedOn: null, baseline: 60 }, b: 50 }, versusBaseline)[0].value).toBe(
			75,
		);
	});

	test.each([null, 0, undefined])('baseline %p: nothing to compare with, so not observed', (baseline) => {
		const observation = { value: 30, observedOn: null, ...(baseline === undefined ? {} : { baseline }) };
		const [score] = run({ a: observation, b: 50 }, versusBaseline);
		expect([score.value, score.coverage]).toEqual([50, 0.5]);
		expect(score.dimensions[0]?.metrics[0]?.absent).toBe('missing');
	});

	test('segment percentile: ties count half', () => {
		const scored = (value: number) =>
			run({ a: { value, observedOn: null, peers: [10, 20, 20, 40] } }, versusPeers)[0].value;
		expect([5, 20, 30, 50].map(scored)).toEqual([0, 50, 75, 100]);
		expect(run({ a: 20 }, versusPeers)[0].value).toBeNull();
	});

	test('the next step is told in the unit of the raw value', () => {
		const [score] = run(
			{ a: { value: 30, observedOn: null, baseline: 60 } },
			card([percent('a', { normalisation: 'own_baseline' })]),
		);
		expect(score.nextBand).toMatchObject({ band: 'good', metricId: 'a', from: 30, to: 41.7 });
		const [peers] = run({ a: { value: 20, observedOn: null, peers: [10, 20, 20, 40] } }, versusPeers);
		expect(peers.nextBand).toMatchObject({ band: 'good', metricId: null });
	});
});

describe('values that cannot be used', () => {
	const good: Observations = { product_usage: 80, business_value: 80 };

	test.each([
		['nps_score', '9', 'not-a-number'],
		['nps_score', NaN, 'not-a-number'],
		['nps_score', Infinity, 'not-a-number'],
		['nps_score', true as unknown as number, 'not-a-number'],
		['performance', 'splendid', 'unknown-category'],
		['performance', 3, 'unknown-category'],
		['engagement', 101, 'out-of-range'],
		['engagement', -1, 'out-of-range'],
		['engagement_health_score', 'high', 'out-of-range'],
	])('%s = %p is left out, with a warning', (field, value, code) => {
		const [score, warnings] = run({ ...good, [field]: value }, FRAMEWORK_SCORECARD);
		expect(warnings.map((issue) => [issue.code, issue.path, issue.severity])).toEqual([
			[code, `observations.${field}`, 'warning'],
		]);
		expect([score.value, score.coverage]).toEqual([80, 0.55]);
	});

	test('the warning names what is accepted', () => {
		const [, warnings] = run({ ...good, performance: 'splendid' }, FRAMEWORK_SCORECARD);
		expect(warnings[0]?.message).toContain(
			'consistent, occasional_issues, frequent_issues, persistent_problems',
		);
	});

	test('answers are compared without case, spaces and hyphens; words stand in for a missing figure', () => {
		const [score] = run(
			{ ...good, performance: 'Occasional-Issues ', engagement: null },
			FRAMEWORK_SCORECARD,
		);
		expect(score.dimensions[3]?.metrics[1]?.points).toBe(77);
		const [words] = run({ product_usage: 80, roi_demonstration: 'Qualitative' }, FRAMEWORK_SCORECARD);
		expect(words.dimensions[1]?.metrics[1]).toMatchObject({ points: 60, band: 'fair' });
	});
});

describe('lifecycle', () => {
	const scored = (startedOn: string | null, alternatives = HEALTH_PRESETS) =>
		scoreHealth(
			{ accountId: 'a', asOfOn: AS_OF, observations: { active_users: 40 }, startedOn },
			FRAMEWORK_SCORECARD,
			alternatives,
		);

	test.each([
		['2023-10-17', 'no longer new', 'framework'],
		['2023-10-18', 'in its last days as new', 'onboarding'],
		['2024-02-01', 'not started', 'onboarding'],
		[null, 'unknown', 'framework'],
		['last year', 'no day', 'framework'],
	])('started on %s (%s): %s', (startedOn, _what, scorecardId) => {
		expect(scored(startedOn)).toMatchObject({ ok: true, value: { scorecardId } });
	});

	test('the shortest period decides, and an unknown scorecard is passed over with a warning', () => {
		const main = {
			...FRAMEWORK_SCORECARD,
			lifecycle: [
				{ untilDays: 90, scorecardId: 'x' },
				{ untilDays: 30, scorecardId: 'onboarding' },
			],
		};
		const input = { accountId: 'a', asOfOn: AS_OF, observations: {}, startedOn: '2024-01-10' };
		expect(scoreHealth(input, main)).toMatchObject({ value: { scorecardId: 'onboarding' } });
		expect(scored('2024-01-10', {})).toMatchObject({
			value: { scorecardId: 'framework' },
			warnings: [{ code: 'unknown-scorecard' }],
		});
		expect(scored('last year')).toMatchObject({ warnings: [{ code: 'no-day', path: 'startedOn' }] });
	});
});

describe('caps', () => {
	const cap = (change: Partial<Cap>): Cap => ({
		id: 'c',
		label: 'C',
		field: 'x',
		operator: 'above',
		threshold: 5,
		cap: 40,
		...change,
	});
	const capped = (x: number | string | null, ...caps: Cap[]) =>
		run({ a: 90, x }, card([percent('a')], { caps }))[0].value;

	test.each([
		['above', 5, 90],
		['above', 6, 40],
		['at_least', 5, 40],
		['at_least', 4, 90],
		['below', 5, 90],
		['below', 4, 40],
		['at_most', 5, 40],
		['at_most', 6, 90],
		['equals', 5, 40],
		['equals', 6, 90],
	] as const)('%s 5 with %p: %p', (operator, x, value) => {
		expect(capped(x, cap({ operator }))).toBe(value);
	});

	test('a text equals a text, and neither null nor a text is above a number', () => {
		expect(capped('In Default', cap({ operator: 'equals', threshold: 'in_default' }))).toBe(40);
		expect(capped('paid', cap({ operator: 'equals', threshold: 'in_default' }))).toBe(90);
		expect(capped(7, cap({ operator: 'equals', threshold: 'in_default' }))).toBe(90);
		expect([capped(null, cap({})), capped('9', cap({})), capped(NaN, cap({ operator: 'at_most' }))]).toEqual([
			90, 90, 90,
		]);
	});

	test('of several caps the lowest counts, as one term', () => {
		const caps = [cap({ id: 'high', cap: 60 }), cap({ id: 'low', cap: 20 })];
		const [score] = run({ a: 90, x: 6 }, card([percent('a')], { caps }));
		expect(score.value).toBe(20);
		expect(score.contributions.filter((term) => term.kind === 'cap').map((term) => term.id)).toEqual(['low']);
	});

	test('a cap that does not bite yet still stands before the next band', () => {
		const [score] = run({ a: 30, x: 6 }, card([percent('a')], { caps: [cap({})] }));
		expect(score.contributions.map((term) => term.kind)).toEqual(['metric']);
		expect(score.nextBand).toMatchObject({ band: 'fair', gap: 19.5, metricId: null, to: null });
	});
});

describe('overrides and days', () => {
	const override = { value: 30, reason: 'Sponsor left', by: null, expiresOn: '2024-02-01' };
	const codes = (change: object, asOfOn = AS_OF) => {
		const outcome = scoreHealth(
			{ accountId: 'a', asOfOn, observations: {}, override: { ...override, ...change } },
			FRAMEWORK_SCORECARD,
		);
		return (outcome.ok ? outcome.warnings : outcome.issues).map((issue) => [issue.code, issue.severity]);
	};

	test.each([
		[{ reason: ' ' }, 'override-without-reason'],
		[{ reason: undefined }, 'override-without-reason'],
		[{ expiresOn: undefined }, 'override-without-expiry'],
		[{ expiresOn: 'never' }, 'override-without-expiry'],
		[{ value: 101 }, 'out-of-range'],
		[{ value: null }, 'out-of-range'],
	])('%p is refused', (change, code) => {
		expect(codes(change)).toEqual([[code, 'error']]);
	});

	test('an expired override is ignored with a warning', () => {
		expect(codes({ expiresOn: '2024-01-14' })).toEqual([['override-expired', 'warning']]);
		expect(codes({ expiresOn: '2024-01-15' })).toEqual([]);
	});

	test('without a day of the score or observations there is no score', () => {
		expect(
			scoreHealth({ accountId: 'a', asOfOn: 'today', observations: {} }, FRAMEWORK_SCORECARD),
		).toMatchObject({ ok: false, issues: [{ code: 'no-day' }] });
		const nothing = { accountId: 'a', asOfOn: AS_OF, observations: null as unknown as Observations };
		expect(scoreHealth(nothing, FRAMEWORK_SCORECARD)).toMatchObject({
			ok: false,
			issues: [{ code: 'no-observations' }],
		});
	});
});

describe('next band', () => {
	test('proposes the measure with the shortest way, not a fact of the past', () => {
		const [score] = run(
			{ time_to_value: 61, engagement: 69, technical_health: 69, growth_potential: 69 },
			FRAMEWORK_SCORECARD,
		);
		expect([score.rounded, score.band]).toEqual([69, 'fair']);
		expect(score.nextBand?.metricId).toBe('engagement');
		expect(score.nextBand?.band).toBe('good');
	});

	test('proposes an answer, and counts its steps', () => {
		const [score] = run(
			{ performance: 'frequent_issues', security_compliance: 'significant_issues' },
			{ ...FRAMEWORK_SCORECARD, minCoverage: 0 },
		);
		expect(score.nextBand).toMatchObject({
			band: 'fair',
			metricId: 'performance',
			from: 'frequent_issues',
			to: 'occasional_issues',
		});
		expect(score.nextBand?.words).toBe(
			'Performance from "Frequent performance issues affecting usage" to "Occasional performance issues, quickly resolved" reaches Fair',
		);
	});

	test('a figure takes the place of a word, and a falling line is read the other way', () => {
		const open = { ...FRAMEWORK_SCORECARD, minCoverage: 0 };
		expect(run({ roi_demonstration: 'none' }, open)[0].nextBand).toMatchObject({
			metricId: 'roi_demonstration',
			from: 'none',
			to: -1,
		});
		const sub = { ...(HEALTH_PRESETS.sub_scores as Scorecard), minCoverage: 0 };
		expect(run({ response_time_average: 30 }, sub)[0].nextBand).toMatchObject({
			band: 'good',
			from: 30,
			to: 24.6,
		});
	});

	test('there is none in the best band, and none by one measure when all are low', () => {
		expect(run({ a: 90 }, card([percent('a')]))[0].nextBand).toBeNull();
		const [score] = run({ a: 10, b: 10, c: 10 }, card([percent('a'), percent('b'), percent('c')]));
		expect(score.nextBand).toMatchObject({ band: 'fair', gap: 39.5, metricId: null });
	});
});

describe('actions', () => {
	const of = (observations: Observations) => run(observations, FRAMEWORK_SCORECARD)[0].actions;
	const brief = (observations: Observations) =>
		of(observations).map((action) => [action.priority, action.type, action.owner, action.dueOn]);

	test('the worst band asks the executive sponsor and the manager within a day', () => {
		const all = {
			product_usage: 40,
			business_value: 40,
			engagement: 40,
			technical_health: 40,
			growth_potential: 40,
		};
		expect(brief(all)).toEqual([
			['high', 'Risk', 'Executive Sponsor', '2024-01-16'],
			['high', 'Risk', 'Customer Success Manager', '2024-01-16'],
			['high', 'Education', 'Customer Success Manager', '2024-01-22'],
			['high', 'Engagement', 'Customer Success Manager', '2024-01-22'],
			['high', 'Engagement', 'Customer Success Manager', '2024-01-22'],
		]);
		expect(of(all)[0]?.description).toBe('Critical: Urgent intervention and potential churn prevention');
	});

	test('a healthy account with a growth answer goes to the account executive, gaps to operations', () => {
		expect(brief({ product_usage: 90, business_value: 90, upgrade_readiness: 'actively_planning' })).toEqual([
			['medium', 'Expansion', 'Account Executive', '2024-01-29'],
			['low', 'Data', 'Customer Success Operations', '2024-02-14'],
		]);
		expect(brief({ product_usage: 90 })).toEqual([
			['high', 'Data', 'Customer Success Operations', '2024-01-22'],
		]);
	});

	test("a healthy, complete account needs none; bad growth is nobody's task", () => {
		const all = {
			product_usage: 90,
			business_value: 90,
			engagement: 90,
			technical_health: 90,
			growth_potential: 10,
		};
		expect(of(all)).toEqual([]);
		const noPlans = {
			product_usage: 95,
			time_to_value: 5,
			roi_demonstration: 380,
			expansion_velocity: 'none',
		};
		expect(of({ ...all, ...noPlans, business_value: null })).toEqual([]);
	});
});

test('the input is not changed', () => {
	const input = Object.freeze({
		accountId: 'a',
		asOfOn: AS_OF,
		observations: Object.freeze({ active_users: 80, nps_score: 'x' }),
	});
	expect(() => scoreHealth(input, FRAMEWORK_SCORECARD)).not.toThrow();
});
