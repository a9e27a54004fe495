import { calibrateBlend } from '../../../scoring/learn/calibrateBlend';
import { checkLinks } from '../../../scoring/learn/checkLinks';
import { createExplainer } from '../../../scoring/learn/createExplainer';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { scoreModel } from '../../../scoring/learn/scoreModel';
import type { TreeEnsemble } from '../../../scoring/learn/TreeEnsemble';
import { finishSteps } from './finishSteps';
import { lineModel } from './lineModel';
import { makeModel } from './makeModel';

describe('checkLinks', () => {
	const model = makeModel(createRandom(1));
	const linear = model.linear!;
	const [value, spline, point] = linear.terms as [(typeof linear.terms)[0], object, object];
	const withTerms = (...terms: unknown[]) => ({ linear: { ...linear, terms } as typeof linear });
	const narrow: TreeEnsemble = { ...model.forest!, width: 2 };
	const reference = { rows: 1, fields: [{ name: 'plan', edges: null, levels: ['a'], shares: [0.5, 0.5] }] };

	test('finds nothing in a model whose parts belong together', () => {
		expect(checkLinks(model)).toBeNull();
	});

	test.each<[string, Partial<TrainedModel>]>([
		['schema.features[0]', { schema: { ...model.schema, features: [{ field: 2, what: 'value' }] } }],
		['schema.features[0]', { schema: { ...model.schema, features: [{ field: 1, what: 'value' }] } }],
		['linear.coefficients', { linear: { ...linear, coefficients: [1] } }],
		['linear.terms[1].feature', withTerms(value, { ...spline, feature: 3 }, point)],
		['linear.terms[1]', withTerms(value, { ...spline, index: 1 }, point)],
		['linear.terms[2]', withTerms(value, spline, { ...point, at: undefined })],
		['boosted.width', { boosted: narrow }],
		['forest.width', { forest: narrow }],
		['weights.linear', { linear: null }],
		['weights.boosted', { boosted: null }],
		['weights.forest', { forest: null }],
		['weights', { weights: { linear: 0.2, boosted: 0.5, forest: 0.2 } }],
		['reference.fields[0].shares', { reference }],
	])('names %s', (place, change) => {
		expect(checkLinks({ ...model, ...change })).toBe(place);
	});

	test('a base rate needs no weights', () => {
		const weights = { linear: 0, boosted: 0, forest: 0 };
		expect(checkLinks({ ...model, kind: 'base-rate', weights })).toBeNull();
	});
});

/** One test, x up to 0.5, that as many training rows passed as not. */
function stump(base: number, low: number, high: number): TreeEnsemble {
	const tree = {
		feature: Int16Array.of(0, -1, -1),
		bin: new Uint8Array(3),
		missingLeft: new Uint8Array(3),
		left: Int32Array.of(1, 0, 0),
		right: Int32Array.of(2, 0, 0),
		value: Float64Array.of(0, low, high),
		cover: Float64Array.of(4, 2, 2),
	};
	return { base, width: 1, edges: [Float64Array.of(0.5)], trees: [tree] };
}

describe('a model of three parts', () => {
	// Linear 1 + 2 x, boosted 0.5 - 1 or + 1, forest 0.2 or 0.6, then twice that less 1.
	const model: TrainedModel = {
		...lineModel(1, 2),
		boosted: stump(0.5, -1, 1),
		forest: stump(0, 0.2, 0.6),
		weights: { linear: 0.25, boosted: 0.5, forest: 0.25 },
		calibration: { slope: 2, intercept: -1 },
	};
	const matrix = { rows: 2, width: 1, values: Float32Array.of(1, 0) };

	test('scoreModel adds the log-odds of the parts by their weights and calibrates the sum', () => {
		const [high, low] = finishSteps(scoreModel(model, matrix)) as unknown as [number, number];
		expect(high).toBeCloseTo(2 * (0.25 * 3 + 0.5 * 1.5 + 0.25 * Math.log(0.6 / 0.4)) - 1, 12);
		expect(low).toBeCloseTo(2 * (0.25 * 1 - 0.5 * 0.5 + 0.25 * Math.log(0.2 / 0.8)) - 1, 12);
	});

	test('scoreModel keeps a forest that is certain half a row away from 1', () => {
		const certain = { ...model, forest: stump(0, 0, 1), weights: { linear: 0, boosted: 0, forest: 1 } };
		expect(finishSteps(scoreModel(certain, matrix))[0]).toBeCloseTo(2 * Math.log(0.9995 / 0.0005) - 1, 9);
	});

	test('createExplainer tells what x adds to the base, which is what the parts say on average', () => {
		const explain = createExplainer(model);
		const [x, base] = explain(matrix, 0) as unknown as [number, number];
		// The forest goes from 0.4, the mean of its leaves, to 0.6.
		expect(x).toBeCloseTo(2 * (0.25 * 2 + 0.5 * 1 + 0.25 * Math.log(0.6 / 0.4 / (0.4 / 0.6))), 12);
		expect(base).toBeCloseTo(2 * (0.25 * 1 + 0.5 * 0.5 + 0.25 * Math.log(0.4 / 0.6)) - 1, 12);
		const scores = finishSteps(scoreModel(model, matrix));
		for (const row of [0, 1]) {
			const sum = explain(matrix, row).reduce((one, other) => one + other, 0);
			expect(sum).toBeCloseTo(scores[row]!, 12);
		}
	});

	test('createExplainer is exact in sum also where the forest hardly moves', () => {
		const near = {
			...model,
			forest: stump(0, 0.25, 0.25 + 2 ** -40),
			weights: { linear: 0, boosted: 0, forest: 1 },
		};
		const [x] = createExplainer(near)(matrix, 0) as unknown as [number];
		// Half of that, as log-odds at 0.25, twice.
		expect((x * 2 ** 40) / (1 / (0.25 * 0.75))).toBeCloseTo(1, 6);
	});
});

describe('calibrateBlend', () => {
	/** `rows` rows of which the first `events` happened, all with the same log-odds. */
	const block = (rows: number, events: number, logOdds: number) => ({
		logOdds: new Float64Array(rows).fill(logOdds),
		labels: new Uint8Array(rows).fill(1, 0, events),
	});
	const calibrate = (blocks: ReturnType<typeof block>[], times: Float64Array | null = null) => {
		const logOdds = Float64Array.from(blocks.flatMap((one) => [...one.logOdds]));
		const labels = Uint8Array.from(blocks.flatMap((one) => [...one.labels]));
		return finishSteps(calibrateBlend({ logOdds, labels, groups: null, times }, 1));
	};
	const times = Float64Array.from({ length: 400 }, (_, row) => (row < 300 ? 1 : 2));

	test('leaves what is right as it is', () => {
		// At log-odds of 1 73 % happen, at -1 27 %.
		const { calibration, counts, newestFrom } = calibrate([block(200, 146, 1), block(200, 54, -1)]);
		expect(calibration).toEqual({ slope: 1, intercept: 0 });
		expect([counts.length, counts.every((count) => count === 1), newestFrom]).toEqual([400, true, null]);
	});

	test('takes back what is three times too sure', () => {
		const { calibration } = calibrate([block(200, 146, 3), block(200, 54, -3)]);
		// A third, but for Platt's smoothing: an event counts as 201 / 202.
		const share = (146 * 201 + 54) / 202 / 200;
		expect(calibration.slope).toBeCloseTo(Math.log(share / (1 - share)) / 3, 6);
		expect(calibration.intercept).toBeCloseTo(0, 6);
	});

	test('the newest rows set the level where they moved: 80 of 100 instead of half', () => {
		const moved = calibrate([block(300, 120, 0), block(100, 80, 0)], times);
		expect(moved.calibration.slope).toBe(1);
		expect(moved.calibration.intercept).toBeCloseTo(Math.log(4), 9);
		expect(moved.newestFrom).toBe(2);
		expect([...moved.counts]).toEqual([...times].map((time) => time - 1));
		const both = calibrate(
			[block(150, 105, 3), block(150, 30, -3), block(50, 46, 3), block(50, 30, -3)],
			times,
		);
		expect(both.calibration.slope).toBeLessThan(0.5);
		const told = (z: number) => 50 / (1 + Math.exp(-both.calibration.slope * z - both.calibration.intercept));
		expect(told(3) + told(-3)).toBeCloseTo(46 + 30, 6);
		const still = calibrate([block(300, 150, 0), block(100, 50, 0)], times);
		expect([still.calibration, still.newestFrom]).toEqual([{ slope: 1, intercept: 0 }, null]);
	});
});
