import { checkScorecard } from '../../../scoring/health/checkScorecard';
import type { HealthInput } from '../../../scoring/health/HealthScore';
import { FRAMEWORK_SCORECARD, HEALTH_PRESETS } from '../../../scoring/health/presets';
import type { Metric, Scorecard } from '../../../scoring/health/Scorecard';
import { seeded } from './simulateScores';

const CARD = FRAMEWORK_SCORECARD;
const codes = (scorecard: Scorecard, sample?: HealthInput[]): string[] =>
	checkScorecard(scorecard, sample).map((issue) => issue.code);

/** The framework with one metric changed. */
function changed(id: string, change: Partial<Metric>): Scorecard {
	const dimensions = CARD.dimensions.map((dimension) => ({
		...dimension,
		metrics: dimension.metrics.map((metric) => (metric.id === id ? { ...metric, ...change } : metric)),
	}));
	return { ...CARD, dimensions };
}

const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
	active_users: [10, 95],
	feature_adoption: [5, 90],
	workflow_volume: [5, 98],
	time_to_value: [5, 150],
	roi_demonstration: [-50, 350],
	nps_score: [1, 10],
};

/** Independent values of every metric, some with an old urgent ticket. */
function sample(
	change: (observations: Record<string, number | string | null>) => object = () => ({}),
	size = 120,
): HealthInput[] {
	const uniform = seeded(4);
	return Array.from({ length: size }, (_, index) => {
		const observations: Record<string, number | string | null> = {
			urgent_ticket_hours: uniform() < 0.1 ? 60 : 2,
		};
		for (const { id, rubric } of CARD.dimensions.flatMap((dimension) => dimension.metrics)) {
			const share = uniform();
			const [low, high] = NUMBERS[id] ?? [0, 1];
			observations[id] =
				rubric.kind === 'categories'
					? (rubric.categories[Math.floor(share * rubric.categories.length)]?.value ?? null)
					: low + share * (high - low);
		}
		return {
			accountId: `a${index}`,
			asOfOn: '2024-01-15',
			observations: { ...observations, ...change(observations) },
		};
	});
}

test.each(Object.values(HEALTH_PRESETS))('preset $id has nothing to complain about', (preset) => {
	expect(checkScorecard(preset)).toEqual([]);
});

test('an ordinary sample is no complaint either', () => {
	expect(checkScorecard(CARD, sample())).toEqual([]);
});

test('an unusable scorecard has errors only', () => {
	const issues = checkScorecard({ ...CARD, bands: [], minCoverage: 0 });
	expect(issues.map((issue) => issue.severity)).toEqual(['error']);
	expect(codes(changed('nps_score', { id: 'active_users' }))).toContain('duplicate-id');
	expect(codes(changed('time_to_value', { direction: 'higher_is_better' }))).toContain(
		'anchors-not-monotone',
	);
	const gap = { ...CARD, bands: CARD.bands.slice(0, 3) };
	expect(codes(gap)).toEqual(['band-gap']);
	expect(codes({ ...CARD, bands: [...CARD.bands, ...CARD.bands.slice(3)] })).toEqual(['band-order']);
});

describe('settings', () => {
	const weights = (factor: number): Scorecard => ({
		...CARD,
		dimensions: CARD.dimensions.map((dimension, index) => ({
			...dimension,
			weight: dimension.weight * (index ? 1 : factor),
		})),
	});
	const percent = (): Scorecard => ({
		...CARD,
		dimensions: CARD.dimensions.map((dimension) => ({ ...dimension, weight: dimension.weight * 100 })),
	});
	const flat =
		CARD.dimensions[2]?.metrics[0]?.rubric.kind === 'categories'
			? CARD.dimensions[2].metrics[0].rubric.categories
			: [];
	const half = {
		...CARD.dimensions[0],
		weight: 1,
		metrics: [
			{
				...CARD.dimensions[0]?.metrics[0],
				rubric: {
					kind: 'anchors',
					anchors: [
						{ value: 0, points: 0 },
						{ value: 9, points: 60 },
					],
				},
			},
		],
	};

	test.each<[string, Scorecard, string[]]>([
		['weights that add up to 1.3', weights(2), ['weights-sum']],
		['weights in percent', percent(), []],
		[
			'bands out of reach',
			{ ...CARD, dimensions: [half] } as Scorecard,
			['unreachable-band', 'unreachable-band'],
		],
		[
			'bands of one id',
			{ ...CARD, bands: CARD.bands.map((band) => ({ ...band, id: 'x' })) },
			['duplicate-band', 'duplicate-band', 'duplicate-band'],
		],
		['a doubtful name', changed('active_users', { id: 'days_since_login' }), ['doubtful-direction']],
		[
			'answers that all earn the same',
			changed('support_interaction', {
				rubric: { kind: 'categories', categories: flat.map((answer) => ({ ...answer, points: 50 })) },
			}),
			['flat-rubric'],
		],
		[
			'an answer twice',
			changed('support_interaction', {
				rubric: { kind: 'categories', categories: [...flat, ...flat.slice(0, 1)] },
			}),
			['duplicate-answer'],
		],
		['stale after three days', changed('active_users', { staleAfterDays: 3 }), ['stale-too-soon']],
		[
			'a half-life beyond staleness',
			changed('active_users', { halfLifeDays: 100 }),
			['half-life-without-effect'],
		],
		['staleness beyond any weight', changed('active_users', { halfLifeDays: 2 }), ['stale-without-effect']],
		['a fact that ages', changed('active_users', { fixed: true }), ['fixed-ages']],
		['no minimum coverage', { ...CARD, minCoverage: 0 }, ['no-minimum-coverage']],
		['full coverage', { ...CARD, minCoverage: 1 }, ['full-coverage-needed']],
		[
			'a lifecycle rule to itself',
			{ ...CARD, lifecycle: [{ untilDays: 30, scorecardId: CARD.id }] },
			['lifecycle-loop'],
		],
		[
			'a cap above all',
			{ ...CARD, caps: CARD.caps.map((cap) => ({ ...cap, cap: 100 })) },
			['cap-without-effect'],
		],
		['two caps of one id', { ...CARD, caps: [...CARD.caps, ...CARD.caps] }, ['duplicate-cap']],
	])('%s', (_, scorecard, expected) => {
		const issues = checkScorecard(scorecard);
		expect(issues.map((issue) => issue.code)).toEqual(expected);
		for (const issue of issues) {
			expect(issue.severity).toBe('warning');
			expect(issue.path && issue.message && issue.remedy).toBeTruthy();
		}
	});
});

describe('a sample', () => {
	test.each<[string, HealthInput[], string[]]>([
		['a measure nobody has', sample(() => ({ nps_score: null })), ['mostly-missing']],
		[
			'a stale measure',
			sample((all) => ({ active_users: { value: all.active_users, observedOn: '2023-01-01' } })),
			['mostly-stale'],
		],
		['an unreadable measure', sample(() => ({ performance: 'Grün' })), ['mostly-invalid']],
		['one value for all', sample(() => ({ nps_score: 7 })), ['constant-measure']],
		[
			'an answer never given',
			sample((all) => ({
				performance: all.performance === 'consistent' ? 'frequent_issues' : all.performance,
			})),
			['answer-never-given'],
		],
		[
			'values beyond the rubric',
			sample((all) => ({ active_users: Number(all.active_users) * 2 })),
			['outside-anchors'],
		],
		[
			'two measures that say the same',
			sample((all) => ({ feature_adoption: Number(all.active_users) * 0.9 })),
			['duplicate-measure'],
		],
		['a cap nobody feeds', sample(() => ({ urgent_ticket_hours: null })), ['cap-field-missing']],
		['a cap that never applies', sample(() => ({ urgent_ticket_hours: 1 })), ['cap-never']],
		['a cap that always applies', sample(() => ({ urgent_ticket_hours: 100 })), ['cap-always']],
	])('%s', (_, inputs, expected) => {
		expect(codes(CARD, inputs)).toEqual(expected);
	});

	test('a measure that runs against all others', () => {
		const inputs = sample((all) => {
			const level = Number(all.active_users);
			return {
				feature_adoption: level + (level % 7),
				workflow_volume: level + (level % 5),
				nps_score: 10 - level / 10,
			};
		});
		const only = { ...CARD, dimensions: CARD.dimensions.slice(0, 3) };
		const numeric = {
			...only,
			dimensions: only.dimensions.map((dimension) => ({
				...dimension,
				metrics: dimension.metrics.filter(({ id }) =>
					['active_users', 'feature_adoption', 'workflow_volume', 'nps_score', 'time_to_value'].includes(id),
				),
			})),
		};
		expect(codes(numeric, inputs)).toContain('contrary-measure');
	});

	test('of a few accounts says nothing about values', () => {
		expect(
			codes(
				CARD,
				sample(() => ({ nps_score: 7, urgent_ticket_hours: 1 }), 10),
			),
		).toEqual([]);
	});

	test('with ready-made dimension scores asks nothing of their metrics', () => {
		const ready = Object.fromEntries(
			CARD.dimensions.flatMap(({ id, metrics }) => [[id, 80], ...metrics.map((metric) => [metric.id, null])]),
		);
		expect(
			codes(
				CARD,
				sample(() => ready),
			),
		).toEqual([]);
	});
});
