import fc from 'fast-check';

import { estimateProbability } from '../../../scoring/expansion/estimateProbability';
import type { Blocker } from '../../../scoring/expansion/Opportunity';
import { scoreExpansion, type OpenOpportunity } from '../../../scoring/expansion/scoreExpansion';
import type { ExpansionType } from '../../../scoring/expansion/Signal';

interface Columns {
	readonly type?: ExpansionType;
	readonly estimate?: number;
	readonly seller?: number | null;
	readonly coverage?: number;
	readonly mean?: number | null;
	readonly learned?: number;
	readonly blockers?: readonly Blocker[];
	readonly words?: readonly string[];
}

const HEALTH = { code: 'health', text: 'Health is 52, under 70: fix first', remedy: 'x' };
const open = (rate: number, columns: Columns = {}): OpenOpportunity => {
	const {
		type = 'upsell',
		coverage = 1,
		mean = 100,
		learned,
		blockers = [],
		words = ['Seats are full'],
	} = columns;
	const readiness = { dimensions: {} as never, mean, confidence: null, coverage };
	const probability = estimateProbability({ rate, words: '' }, readiness, learned ?? null, 1);
	return {
		found: {
			type,
			probability,
			readiness,
			blockers,
			signals: words.map((text) => ({ words: text })) as never,
		},
		row: {
			opportunity_id: `${type} ${rate}`,
			probability: columns.seller === undefined ? Math.round(probability.value * 1e4) / 1e4 : columns.seller,
		},
	};
};

test('the likeliest opportunity says the value; what the rest is does not raise it', () => {
	const [one, three] = [[open(0.31)], [open(0.12), open(0.31, { type: 'add_on' }), open(0.3)]];
	expect(scoreExpansion(one, null)).toMatchObject({
		value: 31,
		opportunityId: 'upsell 0.31',
		basis: 'base_rate',
	});
	expect(scoreExpansion(three, null)).toMatchObject({ value: 31, opportunityId: 'add_on 0.31' });
	expect(scoreExpansion([], 40)).toBeNull();
	expect(scoreExpansion([open(0.3, { seller: null })], null)).toBeNull();
});

test('bands by the rounded value: 50 is high, 22 is medium', () => {
	const bandOf = (rate: number) => scoreExpansion([open(rate)], null)?.band;
	expect([0.4949, 0.495, 0.2149, 0.215].map(bandOf)).toEqual(['medium', 'high', 'low', 'medium']);
});

test('low and high are what unobserved readiness allows; none where a seller or a model said it', () => {
	// Half is observed at 80: 40 is sure, 50 more may come; what is not known counts as 50.
	expect(scoreExpansion([open(0.4, { mean: 80, coverage: 0.5 })], null)).toMatchObject({
		low: 16,
		value: 26,
		high: 36,
		coverage: 0.5,
		confidence: 'medium',
	});
	expect(scoreExpansion([open(0.4, { mean: null, coverage: 0 })], null)).toMatchObject({
		low: 1,
		value: 20,
		high: 40,
		confidence: 'low',
	});
	const seller = scoreExpansion([open(0.4, { coverage: 0.75, seller: 0.7 })], null);
	expect(seller).toMatchObject({ value: 70, low: null, high: null, basis: 'seller', confidence: 'high' });
	expect(seller?.reason).toBe(
		'One opportunity is open, upsell with 70 %, as a seller judged it: Seats are full.',
	);
	expect(scoreExpansion([open(0.4, { learned: 0.6, mean: null, coverage: 0 })], null)).toMatchObject({
		value: 60,
		low: null,
		high: null,
		basis: 'model',
		confidence: 'medium',
	});
});

test('what is blocked counts only where everything is, and the reason says so', () => {
	const blocked = open(0.6, { type: 'new_use_case', blockers: [HEALTH] });
	expect(scoreExpansion([blocked, open(0.2)], null)).toMatchObject({
		value: 20,
		blocked: false,
		reason: 'The likeliest of 2 open opportunities that is not blocked is upsell with 20 %: Seats are full.',
	});
	expect(scoreExpansion([blocked], null)).toMatchObject({
		value: 60,
		blocked: true,
		reason:
			'One opportunity is open, new use case with 60 %: Seats are full. Health is 52, under 70: fix first.',
	});
	const many = open(0.3, { words: ['A', 'B', 'C', 'D'] });
	expect(scoreExpansion([many, open(0.1)], null)?.reason).toBe(
		'The likeliest of 2 open opportunities is upsell with 30 %: A; B; C.',
	);
});

test('trend and delta against the run before, from 2 points on', () => {
	const since = (previous: number) => {
		const score = scoreExpansion([open(0.3)], previous);
		return [score?.delta, score?.trend];
	};
	expect([28, 28.1, 32, 31.9].map(since)).toEqual([
		[2, 'improving'],
		[1.9, 'stable'],
		[-2, 'declining'],
		[-1.9, 'stable'],
	]);
	expect(scoreExpansion([open(0.3)], null)).toMatchObject({ delta: null, trend: null });
});

test('0 to 100, between low and high, and an opportunity more never lowers it', () => {
	const rate = fc.double({ min: 0, max: 1, noNaN: true });
	const one = fc
		.record({ rate, mean: fc.integer({ min: 0, max: 100 }), quarters: fc.integer({ min: 0, max: 4 }) })
		.map(({ rate: base, mean, quarters }) => open(base, { mean, coverage: quarters / 4 }));
	fc.assert(
		fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), one, (all, more) => {
			const score = scoreExpansion(all, null);
			const { value = Number.NaN, low = null, high = null } = score ?? {};
			expect(value).toBeGreaterThanOrEqual(Math.max(0, low ?? Number.NaN));
			expect(value).toBeLessThanOrEqual(Math.min(100, high ?? Number.NaN));
			expect(scoreExpansion([...all, more], null)?.value).toBeGreaterThanOrEqual(value);
		}),
	);
});
