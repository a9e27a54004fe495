import fc from 'fast-check';
import { createRandom } from '../../../scoring/learn/createRandom';
import { fitPlatt } from '../../../scoring/learn/fitPlatt';
import { lossOf } from '../../../scoring/learn/lossOf';

/** Log-odds that are twice too sure and 0.7 too high. */
function overconfident(rows: number): { scores: Float64Array; labels: Uint8Array } {
	const random = createRandom(11);
	const scores = new Float64Array(rows);
	const labels = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		const truth = 4 * random() - 2.5;
		scores[row] = 2 * truth + 0.7;
		labels[row] = random() < 1 / (1 + Math.exp(-truth)) ? 1 : 0;
	}
	return { scores, labels };
}

test('overconfident log-odds are pulled back to the truth', () => {
	const { scores, labels } = overconfident(20_000);
	const { slope, intercept } = fitPlatt(scores, labels);
	expect(Math.abs(slope - 0.5)).toBeLessThan(0.03);
	expect(Math.abs(intercept + 0.35)).toBeLessThan(0.05);
});

test('no other slope and intercept fit the smoothed targets better', () => {
	const { scores, labels } = overconfident(300);
	const found = fitPlatt(scores, labels);
	const events = labels.reduce((sum, label) => sum + label, 0);
	const loss = (slope: number, intercept: number): number =>
		scores.reduce((sum, score, row) => {
			const target = labels[row] === 1 ? (events + 1) / (events + 2) : 1 / (300 - events + 2);
			const repaired = slope * score + intercept;
			return sum + target * lossOf(repaired, 1) + (1 - target) * lossOf(repaired, 0);
		}, 0);
	const least = loss(found.slope, found.intercept);
	for (const [slope, intercept] of [
		[0.01, 0],
		[-0.01, 0],
		[0, 0.01],
		[0, -0.01],
	] as const) {
		expect(loss(found.slope + slope, found.intercept + intercept)).toBeGreaterThan(least);
	}
});

test('scores that say nothing get the mean of the smoothed targets', () => {
	const { intercept } = fitPlatt(new Float64Array(5), Uint8Array.of(1, 1, 1, 0, 0));
	const mean = (3 * (4 / 5) + 2 * (1 / 4)) / 5;
	expect(Math.abs(intercept - Math.log(mean / (1 - mean)))).toBeLessThan(1e-4);
});

test.each([
	['no rows', [], []],
	['one row', [3], [1]],
	['nothing finite', [NaN, Infinity], [0, 1]],
])('%s: nothing is changed', (_name, scores, labels) => {
	expect(fitPlatt(Float64Array.from(scores), Uint8Array.from(labels))).toEqual({ slope: 1, intercept: 0 });
});

test('whatever comes, the repair is finite and never worse than none', () => {
	const row = fc.tuple(fc.double({ min: -700, max: 700, noNaN: true }), fc.integer({ min: 0, max: 1 }));
	fc.assert(
		fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), (rows) => {
			const scores = Float64Array.from(rows, ([score]) => score);
			const labels = Uint8Array.from(rows, ([, label]) => label);
			const { slope, intercept } = fitPlatt(scores, labels);
			expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
			const events = labels.reduce((sum, label) => sum + label, 0);
			const loss = (a: number, b: number): number =>
				scores.reduce((sum, score, at) => {
					const target = labels[at] === 1 ? (events + 1) / (events + 2) : 1 / (rows.length - events + 2);
					return sum + target * lossOf(a * score + b, 1) + (1 - target) * lossOf(a * score + b, 0);
				}, 0);
			expect(loss(slope, intercept)).toBeLessThanOrEqual(loss(1, 0) + 1e-6);
		}),
	);
});
