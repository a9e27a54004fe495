import fc from 'fast-check';

import { costOfInaction } from '../../../scoring/value/costOfInaction';
import type { Assumption, InactionCost, InactionModel } from '../../../scoring/value/Inaction';
import { INACTION_ASSUMPTIONS, INACTION_COMPONENTS } from '../../../scoring/value/inactionModel';

type Range = readonly [low: number | null, base: number | null, high: number | null];
const assume = (values: Readonly<Record<string, Range>>): Assumption[] =>
	Object.entries(values).map(([name, [low, base, high]]) => ({
		name,
		label: name,
		low,
		base,
		high,
		source: null,
	}));
const model = (values: Readonly<Record<string, Range>>): InactionModel => ({
	components: INACTION_COMPONENTS,
	assumptions: assume({ months: [null, 12, null], ...values }),
	currency: 'USD',
});
const cost = (given: InactionModel): InactionCost => {
	const outcome = costOfInaction(given);
	if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join(' '));
	return outcome.value;
};

const LABOUR = {
	hours_per_month: [80, 100, 130],
	hourly_cost: [50, 60, 65],
	labour_avoidable_share: [0.5, 0.75, 0.8],
} as const;

test('only what is assumed counts, each part by its formula; the rest is named', () => {
	const result = cost(model({ ...LABOUR, solution_cost_per_year: [null, 30_000, null] }));
	expect(result.components).toEqual([
		expect.objectContaining({ id: 'labour', monthlyMinor: 450_000, totalMinor: 5_400_000 }),
	]);
	expect(result).toMatchObject({
		totalMinor: 5_400_000,
		lowMinor: 80 * 50 * 0.5 * 1200,
		highMinor: 130 * 65 * 0.8 * 1200,
		solutionMinor: 3_000_000,
		netMinor: 2_400_000,
	});
	expect(result.leftOut.map(({ path }) => path)).toEqual(['external', 'risk', 'revenue']);
	expect(result.tornado.map(({ name, swingMinor }) => [name, swingMinor])).toEqual([
		['hours_per_month', 50 * 60 * 0.75 * 1200],
		['labour_avoidable_share', 2_160_000],
		['hourly_cost', 15 * 100 * 0.75 * 1200],
	]);
});

test('every assumption of the model is used by it, and every input of it is one', () => {
	const names = INACTION_ASSUMPTIONS.map(({ name }) => name);
	const all = cost(model(Object.fromEntries(names.map((name) => [name, [1, 1, 1] as const]))));
	expect(all.components).toHaveLength(INACTION_COMPONENTS.length);
	expect(all.leftOut).toEqual([]);
	const text = INACTION_COMPONENTS.map(({ formula }) => formula).join(' ');
	for (const name of names)
		expect(text.includes(name) || ['months', 'growth_rate', 'solution_cost_per_year'].includes(name)).toBe(
			true,
		);
});

test('growth steps every 12 months, a part year counts in part', () => {
	const grown = cost(model({ ...LABOUR, months: [null, 18, null], growth_rate: [null, 0.1, null] }));
	expect(grown.totalMinor).toBe(450_000 * 12 + 450_000 * 1.1 * 6);
});

test('without any assumption there is no total, and it is not 0', () => {
	expect(cost(model({}))).toMatchObject({ totalMinor: null, lowMinor: null, components: [], tornado: [] });
	expect(cost(model({ ...LABOUR, months: [null, 0, null] })).totalMinor).toBe(0);
});

test.each([
	['assumption-range', { ...LABOUR, hourly_cost: [70, 60, 65] as const }],
	['assumption-range', { ...LABOUR, hourly_cost: [50, 60, 55] as const }],
	['assumption-months', { ...LABOUR, months: [null, -1, null] as const }],
	['assumption-months', { ...LABOUR, months: [null, null, null] as const }],
	['assumption-months', { ...LABOUR, months: [1, 12, 601] as const }],
])('%s is refused', (code, values) => {
	const outcome = costOfInaction(model(values));
	expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual([code]);
});

test('own components with own formulas; one that cannot be read stops it', () => {
	const components = [{ id: 'fines', label: 'Fines', formula: 'fine * chance / 12' }];
	const own = { ...model({ fine: [null, 120_000, null], chance: [0.1, 0.2, 0.4] }), components };
	expect(cost(own)).toMatchObject({ totalMinor: 2_400_000, lowMinor: 1_200_000, highMinor: 4_800_000 });
	const broken = costOfInaction({ ...own, components: [{ id: 'x', label: 'X', formula: 'fine *' }] });
	expect(broken.ok).toBe(false);
});

const range = fc
	.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 500 }))
	.map((three) => three.sort((a, b) => a - b) as [number, number, number]);

test('components sum to the total; low and high enclose it; an integer k on all money scales all of it', () => {
	const values = fc.record({ hours_per_month: range, hourly_cost: range, revenue_delayed_per_month: range });
	fc.assert(
		fc.property(values, fc.integer({ min: 2, max: 9 }), (given, k) => {
			const shares = { labour_avoidable_share: [0, 1, 1], margin_share: [1, 1, 1] } as const;
			const one = cost(model({ ...given, ...shares }));
			expect(one.components.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(one.totalMinor);
			expect(one.lowMinor).toBeLessThanOrEqual(one.totalMinor ?? NaN);
			expect(one.highMinor).toBeGreaterThanOrEqual(one.totalMinor ?? NaN);
			const times = ([low, base, high]: [number, number, number]): Range => [low * k, base * k, high * k];
			const more = cost(
				model({
					...given,
					...shares,
					hourly_cost: times(given.hourly_cost),
					revenue_delayed_per_month: times(given.revenue_delayed_per_month),
				}),
			);
			expect(more.totalMinor).toBe((one.totalMinor ?? NaN) * k);
			expect(new Map(more.tornado.map((bar) => [bar.name, bar.swingMinor]))).toEqual(
				new Map(one.tornado.map((bar) => [bar.name, bar.swingMinor * k])),
			);
		}),
	);
});

test('where assumptions only add up, the bars of the tornado add up to the whole range', () => {
	fc.assert(
		fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
			const names = ranges.map((_, index) => `part_${index}`);
			const components = names.map((name) => ({ id: name, label: name, formula: name }));
			const values = Object.fromEntries(names.map((name, index) => [name, ranges[index] as Range]));
			const result = cost({ ...model(values), components });
			const bars = result.tornado.reduce((sum, { swingMinor }) => sum + swingMinor, 0);
			expect(bars).toBe((result.highMinor ?? NaN) - (result.lowMinor ?? NaN));
		}),
	);
});
