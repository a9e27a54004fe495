import Ajv from 'ajv';

import { findScorecardFaults } from '../../../scoring/health/findScorecardFaults';
import { FRAMEWORK_SCORECARD, HEALTH_PRESETS, SUB_SCORE_SCORECARD } from '../../../scoring/health/presets';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { buildScorecard } from '../../../shared/scorecard/buildScorecard';
import { parseScorecard } from '../../../shared/scorecard/parseScorecard';
import { resolveScorecard, type ScorecardChoice } from '../../../shared/scorecard/resolveScorecard';
import schema from '../../../shared/scorecard/scorecard.schema.json';
import { weighPreset } from '../../../shared/scorecard/weighPreset';

const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

const MINIMAL = {
	dimensions: [
		{
			id: 'use',
			metrics: [
				{
					id: 'logins',
					rubric: {
						kind: 'anchors',
						anchors: [
							{ value: 0, points: 0 },
							{ value: 10, points: 100 },
						],
					},
				},
				{
					id: 'bugs',
					rubric: {
						kind: 'anchors',
						anchors: [
							{ value: 0, points: 100 },
							{ value: 10, points: 0 },
						],
					},
				},
				{
					id: 'mood',
					rubric: {
						kind: 'categories',
						categories: [
							{ value: 'good', points: 90 },
							{ value: 'bad', points: 10 },
						],
					},
				},
			],
		},
	],
};

const CHOICE: ScorecardChoice = {
	kind: 'framework',
	weights: {},
	custom: [],
	json: null,
	fromSettings: '',
	minCoverage: null,
};
const resolve = (choice: Partial<ScorecardChoice>) => {
	const outcome = resolveScorecard({ ...CHOICE, ...choice });
	if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.code).join());
	return outcome.value;
};
const codeOf = (json: unknown) => {
	const outcome = parseScorecard(json);
	return outcome.ok ? 'ok' : outcome.issues[0]?.code;
};

describe('scorecard.schema.json', () => {
	test.each(Object.keys(HEALTH_PRESETS))('preset %s is valid by it', (id) => {
		validate(JSON.parse(JSON.stringify(HEALTH_PRESETS[id])));
		expect(validate.errors).toBeNull();
	});

	test('takes the short forms and refuses what cannot be scored with', () => {
		expect(validate(MINIMAL)).toBe(true);
		expect(validate({ preset: 'framework', weights: { product_usage: 0.4 } })).toBe(true);
		expect(validate({ preset: 'unknown' })).toBe(false);
		expect(validate({ dimensions: [] })).toBe(false);
		expect(validate({ dimensions: [{ id: 'a', metrics: [{ id: 'b' }] }] })).toBe(false);
	});
});

describe('parseScorecard', () => {
	test('fills what may be left out', () => {
		const outcome = parseScorecard(JSON.stringify(MINIMAL));
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
		const [dimension] = outcome.value.dimensions;
		expect(outcome.value).toMatchObject({
			id: 'json',
			name: 'json',
			minCoverage: 0.4,
			caps: [],
			lifecycle: [],
		});
		expect(dimension?.metrics.map(({ direction }) => direction)).toEqual([
			'higher_is_better',
			'lower_is_better',
			'higher_is_better',
		]);
		expect(dimension?.metrics[2]?.rubric).toMatchObject({
			categories: [{ label: 'good' }, { label: 'bad' }],
		});
		const score = scoreHealth(
			{ accountId: 'a', asOfOn: '2026-01-15', observations: { logins: 10, bugs: 5, mood: 'Good' } },
			outcome.value,
		);
		expect(score.ok && score.value.value).toBeCloseTo(80, 9);
	});

	test('a whole preset comes back as it was', () => {
		const outcome = parseScorecard(JSON.stringify(FRAMEWORK_SCORECARD));
		expect(outcome.ok && outcome.value).toEqual(FRAMEWORK_SCORECARD);
	});

	test('a preset with other weights', () => {
		const outcome = parseScorecard({
			preset: 'framework',
			weights: { product_usage: 0.4, engagement: 0 },
			minCoverage: 0.6,
		});
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
		expect(outcome.value.minCoverage).toBe(0.6);
		expect(outcome.value.dimensions.map(({ id, weight }) => [id, weight])).toEqual([
			['product_usage', 0.4],
			['business_value', 0.25],
			['technical_health', 0.15],
			['growth_potential', 0.1],
		]);
	});

	test.each([
		['{"dimensions": [', 'not-json'],
		['[]', 'not-a-scorecard'],
		[null, 'not-a-scorecard'],
		['7', 'not-a-scorecard'],
		[{}, 'no-dimensions'],
		[{ dimensions: [null] }, 'bad-weight'],
		[{ dimensions: [{ id: 'a', metrics: [] }] }, 'no-metrics'],
		[{ ...MINIMAL, bands: [] }, 'no-bands'],
		[{ preset: 'mine' }, 'unknown-preset'],
		[{ preset: 'framework', weights: { usage: 1 } }, 'unknown-dimension'],
		[{ preset: 'framework', weights: { engagement: -1 } }, 'bad-weight'],
	])('%j is refused as %s', (json, code) => {
		expect(codeOf(json)).toBe(code);
	});
});

describe('weighPreset', () => {
	test('gives the same object when nothing changes', () => {
		expect(weighPreset(FRAMEWORK_SCORECARD, { product_usage: 0.3 })).toBe(FRAMEWORK_SCORECARD);
	});
});

describe('buildScorecard', () => {
	const logins = {
		field: 'usage.logins',
		label: 'Logins per week',
		worst: 0,
		fair: 1,
		good: 3,
		excellent: 5,
		best: 7,
		unit: 'logins',
	};
	const bugs = {
		field: 'Open Bugs',
		direction: 'lower_is_better',
		worst: 20,
		fair: 10,
		good: 5,
		excellent: 2,
		best: 0,
		staleAfterDays: 30,
	} as const;

	test('marks become anchors, labels ids, fields are kept', () => {
		const { scorecard, fields } = buildScorecard(
			[{ name: 'Product Usage', weight: 2, metrics: [logins, bugs] }],
			0.5,
		);
		expect(findScorecardFaults(scorecard)).toEqual([]);
		expect(fields).toEqual({ logins_per_week: 'usage.logins', open_bugs: 'Open Bugs' });
		expect(scorecard.dimensions[0]).toMatchObject({ id: 'product_usage', label: 'Product Usage', weight: 2 });
		expect(scorecard.dimensions[0]?.metrics[1]).toMatchObject({
			direction: 'lower_is_better',
			staleAfterDays: 30,
		});
		const score = scoreHealth(
			{ accountId: 'a', asOfOn: '2026-01-15', observations: { logins_per_week: 3, open_bugs: 2 } },
			scorecard,
		);
		expect(score.ok && score.value.value).toBeCloseTo(77.5, 9);
	});

	test('a dimension called like its metric gets an id of its own', () => {
		const { scorecard } = buildScorecard([{ name: 'Logins per week', metrics: [logins] }], 0.5);
		expect(scorecard.dimensions[0]?.id).toBe('logins_per_week_dimension');
		expect(findScorecardFaults(scorecard)).toEqual([]);
	});

	test('marks in the wrong order are found', () => {
		const { scorecard } = buildScorecard([{ name: 'Use', metrics: [{ ...logins, fair: 6 }] }], 0.5);
		expect(findScorecardFaults(scorecard).length).toBeGreaterThan(0);
	});
});

describe('resolveScorecard', () => {
	test('presets as they are, or with the weights of the panel in percent', () => {
		expect(resolve({}).scorecard).toBe(FRAMEWORK_SCORECARD);
		expect(resolve({ kind: 'subScores' }).scorecard).toBe(SUB_SCORE_SCORECARD);
		const weights = {
			product_usage: 30,
			business_value: 25,
			engagement: 20,
			technical_health: 15,
			growth_potential: 10,
		};
		expect(resolve({ weights }).scorecard).toBe(FRAMEWORK_SCORECARD);
		const changed = resolve({ weights: { ...weights, engagement: 40 } });
		expect(changed.scorecard.dimensions[2]?.weight).toBe(0.4);
		expect(changed.words).toContain('weights of the panel');
	});

	test.each(['', ' ', 'null', null, undefined])(
		'settings that hold %j leave the panel in charge',
		(fromSettings) => {
			expect(resolve({ fromSettings }).scorecard).toBe(FRAMEWORK_SCORECARD);
		},
	);

	test('settings go before the panel and say so', () => {
		const resolved = resolve({ kind: 'subScores', fromSettings: JSON.stringify(MINIMAL) });
		expect(resolved.scorecard.id).toBe('json');
		expect(resolved.words).toContain('from the settings');
		expect(resolve({ kind: 'json', json: MINIMAL }).words).toContain('from JSON');
	});

	test('minimum coverage counts for the scorecard and those its lifecycle may choose', () => {
		const resolved = resolve({ minCoverage: 0.9 });
		expect(resolved.scorecard.minCoverage).toBe(0.9);
		expect(resolved.alternatives.onboarding?.minCoverage).toBe(0.9);
	});

	test.each([
		[{ kind: 'custom' }, 'no-dimensions'],
		[{ kind: 'json', json: '' }, 'not-json'],
		[{ fromSettings: '{' }, 'not-json'],
		[{ minCoverage: 2 }, 'out-of-range'],
	] as const)('%j is refused as %s', (choice, code) => {
		expect(() => resolve(choice)).toThrow(code);
	});
});
