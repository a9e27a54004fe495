import fc from 'fast-check';

import { lagOneCorrelation } from '../../../scoring/core/lagOneCorrelation';
import { leastSquares } from '../../../scoring/core/leastSquares';
import { mannKendall } from '../../../scoring/core/mannKendall';
import { normalCdf } from '../../../scoring/core/normalCdf';
import { theilSen } from '../../../scoring/core/theilSen';
import { normal, seeded } from '../health/simulateScores';

const number = fc.integer({ min: -1000, max: 1000 });

function permutations<Item>(items: readonly Item[]): Item[][] {
	if (items.length < 2) return [[...items]];
	return items.flatMap((item, index) =>
		permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
	);
}

test.each([[[1, 2, 3, 4, 5, 6]], [[1, 1, 2, 3, 3, 3]]])(
	'mannKendall: the variance of s over all orders of %j',
	(values) => {
		const orders = permutations(values);
		const scores = orders.map((order) => mannKendall(order)?.s ?? NaN);
		const variance = scores.reduce((sum, s) => sum + s * s, 0) / scores.length;
		for (const [index, order] of orders.entries()) {
			const { s, z } = mannKendall(order) ?? { s: NaN, z: NaN };
			if (Math.abs(s) > 1) expect(((Math.abs(s) - 1) / z) ** 2).toBeCloseTo(variance, 9);
			expect(s).toBe(scores[index]);
		}
	},
);

test('mannKendall: only order counts, backwards turns the sign', () => {
	fc.assert(
		fc.property(fc.array(number, { minLength: 3, maxLength: 20 }), (values) => {
			const test = mannKendall(values);
			expect(mannKendall(values.map((value) => Math.exp(value / 100)))).toEqual(test);
			expect(mannKendall([...values].reverse())?.z).toBeCloseTo(-(test?.z ?? NaN), 9);
			expect(mannKendall(values, 0.5)?.pValue).toBeGreaterThanOrEqual(test?.pValue ?? NaN);
		}),
	);
	expect(mannKendall([1, 2])).toBeNull();
	expect(mannKendall([4, 4, 4, 4])?.pValue).toBeCloseTo(1, 6);
});

test('mannKendall: with resembling neighbours the correction holds the level that the plain test loses', () => {
	const gauss = normal(seeded(1));
	let [plain, corrected] = [0, 0];
	for (let series = 0; series < 2000; series++) {
		let state = gauss();
		const values = Array.from({ length: 26 }, () => (state = 0.5 * state + Math.sqrt(0.75) * gauss()));
		if ((mannKendall(values)?.pValue ?? 1) < 0.05) plain += 1;
		if ((mannKendall(values, 0.5)?.pValue ?? 1) < 0.05) corrected += 1;
	}
	expect(plain / 2000).toBeGreaterThan(0.12);
	expect(corrected / 2000).toBeLessThan(0.07);
});

test('theilSen and leastSquares find a line, theilSen also under wild points', () => {
	fc.assert(
		fc.property(
			number,
			number,
			fc.uniqueArray(number, { minLength: 2, maxLength: 15 }),
			(slope, intercept, xs) => {
				const ys = xs.map((x) => intercept + slope * x);
				for (const line of [theilSen(xs, ys), leastSquares(xs, ys)]) {
					expect(line?.slope).toBeCloseTo(slope, 6);
					expect(line?.intercept).toBeCloseTo(intercept, 3);
				}
			},
		),
	);
	const xs = Array.from({ length: 11 }, (_, x) => x);
	const wild = xs.map((x) => (x === 3 || x === 10 ? 500 : 80 - 2 * x));
	expect(theilSen(xs, wild)?.slope).toBeCloseTo(-2, 9);
	expect(leastSquares(xs, wild)?.slope).not.toBeCloseTo(-2, 0);
	expect([theilSen([1, 1], [2, 3]), leastSquares([1, 1], [2, 3]), leastSquares([], [])]).toEqual([
		null,
		null,
		null,
	]);
});

test('leastSquares: what it leaves is uncorrelated with x', () => {
	const points = fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 20 });
	fc.assert(
		fc.property(points, (pairs) => {
			const line = leastSquares(
				pairs.map(([x]) => x),
				pairs.map(([, y]) => y),
			);
			if (line === null) return;
			const rest = pairs.map(([x, y]) => y - line.intercept - line.slope * x);
			expect(rest.reduce((sum, value) => sum + value, 0) / 1e6).toBeCloseTo(0, 6);
			expect(
				rest.reduce((sum, value, index) => sum + value * (pairs[index]?.[0] ?? NaN), 0) / 1e6,
			).toBeCloseTo(0, 6);
		}),
	);
});

test('normalCdf: tabled values', () => {
	for (const [z, p] of [
		[0, 0.5],
		[1, 0.841344746],
		[-1.644853627, 0.05],
		[2.575829304, 0.995],
		[-4, 0.0000316712],
	] as const) {
		expect(Math.abs(normalCdf(z) - p)).toBeLessThan(2e-7);
	}
});

test('lagOneCorrelation: finds the correlation of long and, on average, of short series', () => {
	const gauss = normal(seeded(2));
	const series = (length: number): number[] => {
		let state = gauss();
		return Array.from({ length }, () => (state = 0.5 * state + Math.sqrt(0.75) * gauss()));
	};
	expect(lagOneCorrelation(series(5000))).toBeCloseTo(0.5, 1);
	const short = Array.from({ length: 4000 }, () => lagOneCorrelation(series(20)) ?? NaN);
	const usual = short.reduce((sum, value) => sum + value, 0) / short.length;
	expect(Math.abs(usual - 0.5)).toBeLessThan(0.025);
	expect([lagOneCorrelation([1, 2, 3]), lagOneCorrelation([5, 5, 5, 5, 5, 5, 5])]).toEqual([null, null]);
});
