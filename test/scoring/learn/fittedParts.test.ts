import { assembleModel } from '../../../scoring/learn/assembleModel';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { createRandom } from '../../../scoring/learn/createRandom';
import { crossFitBoosted } from '../../../scoring/learn/crossFitBoosted';
import { crossFitForest } from '../../../scoring/learn/crossFitForest';
import { crossFitLinear } from '../../../scoring/learn/crossFitLinear';
import { fitLinear } from '../../../scoring/learn/fitLinear';
import type { FoldPlan } from '../../../scoring/learn/FoldPlan';
import type { Matrix } from '../../../scoring/learn/Matrix';
import { planFolds } from '../../../scoring/learn/planFolds';
import { scoreLinear } from '../../../scoring/learn/scoreLinear';
import { takeRows } from '../../../scoring/learn/takeRows';
import { trainParts } from '../../../scoring/learn/trainParts';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';
import { allRows, pairwiseAuc } from './treeRows';

const ROWS = 200;
const matrixOf = (values: readonly number[]): Matrix => ({
	rows: values.length,
	width: 1,
	values: Float32Array.from(values),
});
const random = createRandom(6);
const XS = cells(ROWS, () => random() * 4 - 2);
/** More likely the larger x is; more likely towards both ends. */
const RISING = Uint8Array.from(XS, (x) => (random() < 1 / (1 + Math.exp(-3 * x)) ? 1 : 0));
const BOTH_ENDS = Uint8Array.from(XS, (x) => (random() < (Math.abs(x) > 1 ? 0.9 : 0.1) ? 1 : 0));
/** Only rows 150 and later are judged. */
const HELD_BACK: FoldPlan = {
	splits: [{ train: allRows(150), valid: Int32Array.from({ length: 50 }, (_, at) => 150 + at) }],
	judged: Int32Array.from({ length: 50 }, (_, at) => 150 + at),
	isGrouped: false,
};
/** Which rows have a prediction. */
const toldRows = (outOfFold: Float64Array) =>
	[...outOfFold.keys()].filter((row) => outOfFold[row]! < Infinity);

describe('crossFitLinear', () => {
	const fit = (labels: Uint8Array) => finishSteps(crossFitLinear(matrixOf(XS), labels, HELD_BACK));

	test('judges rows by a fit of the other rows with the penalty of the whole', () => {
		const { part, outOfFold } = fit(RISING);
		const options = { basis: 'linear', lambda: part.lambda } as const;
		const blind = finishSteps(fitLinear(matrixOf(XS), RISING, allRows(150), options));
		const judged = takeRows(matrixOf(XS), HELD_BACK.judged);
		expect([...outOfFold.subarray(150)]).toEqual([...finishSteps(scoreLinear(blind, judged))]);
		expect(toldRows(outOfFold)).toEqual([...HELD_BACK.judged]);
	});

	test('is straight where that does, and curved where only both ends matter', () => {
		expect(fit(RISING).part.terms.map(({ basis }) => basis)).toEqual(['value']);
		const { part, outOfFold } = fit(BOTH_ENDS);
		expect(part.terms.map(({ basis }) => basis)).toContain('spline');
		expect(pairwiseAuc(outOfFold.subarray(150), BOTH_ENDS.subarray(150))).toBeGreaterThan(0.75);
	});
});

describe('trees out of fold', () => {
	// 30 accounts of 5 rows each: x knows the account, and what most rows of an account say is chance.
	const drawn = createRandom(9);
	const fates = cells(30, () => (drawn() < 0.5 ? 1 : 0));
	const accounts = Int32Array.from({ length: 150 }, (_, row) => row % 30);
	const labels = Uint8Array.from(accounts, (account) =>
		drawn() < 0.1 ? 1 - fates[account]! : fates[account]!,
	);
	const known = finishSteps(binMatrix(matrixOf([...accounts])));
	const byRow = finishSteps(planFolds(labels, null, 1));
	const byAccount = finishSteps(planFolds(labels, accounts, 1));
	const boost = (plan: FoldPlan) => finishSteps(crossFitBoosted(known, labels, plan, { seed: 1 }));
	const [rowwise, accountwise] = [boost(byRow), boost(byAccount)];
	const grow = (plan: FoldPlan) =>
		finishSteps(crossFitForest(known, labels, plan, { seed: 1, margin: 0.2 })).outOfFold;

	test('crossFitBoosted knows an account by its other rows, and nothing where they are held back with it', () => {
		expect(pairwiseAuc(rowwise.outOfFold, labels)).toBeGreaterThan(0.9);
		expect(pairwiseAuc(accountwise.outOfFold, labels)).toBeLessThan(0.65);
	});

	test('crossFitForest too; its log-odds keep the margin', () => {
		expect(pairwiseAuc(grow(byRow), labels)).toBeGreaterThan(0.75);
		expect(pairwiseAuc(grow(byAccount), labels)).toBeLessThan(0.65);
		expect(Math.max(...grow(byRow))).toBeCloseTo(Math.log(0.8 / 0.2), 12);
	});

	test('only judged rows are told anything', () => {
		expect(toldRows(boost({ ...byRow, splits: byRow.splits.slice(0, 1) }).outOfFold)).toEqual([
			...byRow.splits[0]!.valid,
		]);
		expect(toldRows(grow({ ...byRow, judged: Int32Array.of(3, 8) }))).toEqual([3, 8]);
	});

	test('crossFitBoosted grows what the folds bear: little where nothing is to be learned', () => {
		expect(accountwise.part.trees.length).toBeLessThan(10);
		expect(rowwise.part.trees.length).toBeGreaterThan(30);
	});
});

describe('trainParts', () => {
	const matrix = matrixOf(XS);
	const train = (kind: 'auto' | 'lr' | 'gbdt' | 'rf', events: number) =>
		finishSteps(trainParts(matrix, RISING, HELD_BACK, { kind, events, seed: 1 }));
	const linear = finishSteps(crossFitLinear(matrix, RISING, HELD_BACK));

	test('one learner alone has all the weight and says what it says', () => {
		const { weights, boosted, forest, outOfFold } = train('lr', 100);
		expect([weights, boosted, forest]).toEqual([{ linear: 1, boosted: 0, forest: 0 }, null, null]);
		expect([...outOfFold]).toEqual([...linear.outOfFold.subarray(150)]);
		expect(train('gbdt', 100).weights).toEqual({ linear: 0, boosted: 1, forest: 0 });
		expect(train('rf', 100).weights).toEqual({ linear: 0, boosted: 0, forest: 1 });
	});

	test('below 40 events linear and forest count half each', () => {
		const { weights, boosted, outOfFold } = train('auto', 39);
		expect([weights, boosted]).toEqual([{ linear: 0.5, boosted: 0, forest: 0.5 }, null]);
		const alone = train('rf', 39).outOfFold;
		outOfFold.forEach((told, at) =>
			expect(told).toBeCloseTo((linear.outOfFold[150 + at]! + alone[at]!) / 2, 12),
		);
		const most = train('auto', 40).weights;
		expect(most.linear + most.boosted + most.forest).toBeCloseTo(1, 12);
		expect(most).not.toEqual(weights);
	});
});

describe('assembleModel', () => {
	const schema = {
		fields: [{ name: 'x', kind: 'number', low: -2, high: 2 }],
		features: [{ field: 0, what: 'value' }],
		left: [],
	} as const;
	const assemble = (labels: Uint8Array, matrix = matrixOf(XS.slice(0, labels.length))) => {
		const table = tableOf({ x: XS.slice(0, labels.length) });
		const training = { table, labels, groups: null, times: null, asOf: null, notes: [] };
		const options = { kind: 'lr', seed: 5, context: { horizon_days: 90 } } as const;
		return finishSteps(assembleModel(training, schema, matrix, options));
	};

	test('four events of twenty: everybody gets the base rate', () => {
		const model = assemble(Uint8Array.from({ length: 20 }, (_, row) => (row < 4 ? 1 : 0)));
		expect(model).toMatchObject({
			kind: 'base-rate',
			linear: null,
			metrics: null,
			rows: 20,
			events: 4,
			seed: 5,
		});
		expect(model.base.rate).toBe(0.2);
		expect(model.calibration.intercept).toBeCloseTo(Math.log(4.5 / 16.5), 12);
		expect(model.bands).toMatchObject([{ from: 0, to: 1, rows: 20, events: 4, low: model.base.low }]);
		expect(model.context).toEqual({ horizon_days: 90 });
		expect(assemble(RISING, { rows: ROWS, width: 0, values: new Float32Array(0) }).kind).toBe('base-rate');
	});

	test('what can be learned is learned, measured on rows that were not seen, and kept with its bands', () => {
		const { kind, metrics, signal, bands, reference, base } = assemble(RISING);
		expect([kind, metrics!.rows, signal!.weak, reference.rows]).toEqual(['lr', ROWS, false, ROWS]);
		expect(metrics!.auc).toBeGreaterThan(0.85);
		expect(metrics!.auc).toBeLessThan(pairwiseAuc(XS, RISING) + 1e-9);
		expect(bands.reduce((sum, { rows }) => sum + rows, 0)).toBe(ROWS);
		expect([base.low < base.rate, base.rate < base.high]).toEqual([true, true]);
	});
});
