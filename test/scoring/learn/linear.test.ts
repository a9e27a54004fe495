import fc from 'fast-check';
import { addGram } from '../../../scoring/learn/addGram';
import { approximateLeaveOneOut } from '../../../scoring/learn/approximateLeaveOneOut';
import { buildDesign } from '../../../scoring/learn/buildDesign';
import { createRandom } from '../../../scoring/learn/createRandom';
import { designTerms } from '../../../scoring/learn/designTerms';
import { explainLinear } from '../../../scoring/learn/explainLinear';
import { fitLinear } from '../../../scoring/learn/fitLinear';
import { fitRidge, type RidgeFit } from '../../../scoring/learn/fitRidge';
import { BLOCK_ROWS } from '../../../scoring/learn/LinearDesign';
import type { Matrix } from '../../../scoring/learn/Matrix';
import { scoreLinear } from '../../../scoring/learn/scoreLinear';
import { termValue } from '../../../scoring/learn/termValue';
import { finishSteps } from './finishSteps';
// Printed by sklearn 1.2.1 (LogisticRegression(C=1/lambda, penalty='l2', solver='newton-cg') on (X - mean) / std of made-up columns:
// gamma, normal, binomial, Poisson, a date as a day number, a rare yes); the values are 32-bit, like those of a matrix.
import sklearn from './linearSklearn.json';

const allRows = (matrix: Matrix): Int32Array => Int32Array.from({ length: matrix.rows }, (_, row) => row);

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
	const width = rows[0]?.length ?? 0;
	return { rows: rows.length, width, values: Float32Array.from(rows.flat()) };
}

/** Two numbers, a count, a rare yes and a level; the label goes with the first (bent), the count and the level. */
function madeUp(rows: number, seed = 1): { matrix: Matrix; labels: Uint8Array } {
	const random = createRandom(seed);
	const table: number[][] = [];
	const labels = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		const usage = random() < 0.15 ? 0 : 10 * random();
		const level = random() < 0.4 ? 1 : 0;
		const count = Math.floor(random() * 5);
		table.push([random() < 0.1 ? NaN : usage, random(), count, random() < 0.03 ? 1 : 0, level]);
		const odds = -1 + 0.15 * (usage - 5) * (usage - 5) - 1.5 * level + (count === 2 ? 1 : 0);
		labels[row] = random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
	}
	return { matrix: matrixOf(table), labels };
}

const lossOn = (scores: Float64Array, labels: Uint8Array): number =>
	scores.reduce((sum, score, row) => sum + Math.log1p(Math.exp(labels[row] === 1 ? -score : score)), 0) /
	scores.length;

describe('ridge logistic regression', () => {
	const { width, values, labels, fits } = sklearn;
	const matrix: Matrix = { rows: labels.length, width, values: Float32Array.from(values) };

	test.each(fits)('coefficients equal those of sklearn, lambda $lambda', (fit) => {
		const model = finishSteps(
			fitLinear(matrix, Uint8Array.from(labels), allRows(matrix), { basis: 'linear', lambda: fit.lambda }),
		);
		expect(model.terms).toHaveLength(6);
		expect(Math.abs(model.intercept - fit.intercept)).toBeLessThan(1e-4);
		for (const [term, coefficient] of fit.coefficients.entries()) {
			expect(Math.abs(model.coefficients[term]! - coefficient)).toBeLessThan(1e-4);
		}
	});

	test('approximate leave-one-out is close to leaving each row out', () => {
		const made = madeUp(80);
		const rows = allRows(made.matrix);
		const linear = { basis: 'linear', lambda: 1 } as const;
		const terms = finishSteps(designTerms(made.matrix, rows, linear));
		const design = finishSteps(buildDesign(made.matrix, rows, terms));
		const targets = new Float64Array(design.blocks * BLOCK_ROWS);
		targets.set(made.labels);
		const fit: RidgeFit = {
			weights: new Float64Array(design.width),
			margins: new Float64Array(targets.length),
			gram: null,
			factor: new Float64Array(0),
		};
		finishSteps(fitRidge(design, targets, 1, fit, 1e-13));
		const approximate = finishSteps(approximateLeaveOneOut(design, targets, fit));
		const seen = lossOn(fit.margins.subarray(0, 80), made.labels);
		let unseen = 0;
		for (const out of rows) {
			const others = rows.filter((row) => row !== out);
			const model = finishSteps(fitLinear(made.matrix, made.labels, others, linear));
			const score = finishSteps(scoreLinear(model, made.matrix))[out]!;
			unseen += Math.log1p(Math.exp(made.labels[out] === 1 ? -score : score)) / rows.length;
		}
		expect(unseen - seen).toBeGreaterThan(0.05);
		expect(Math.abs(approximate - unseen)).toBeLessThan(0.1 * (unseen - seen));
	});

	test('the spline basis sees a bent relation that the linear one cannot', () => {
		const training = madeUp(1500, 1);
		const later = madeUp(1500, 2);
		const rows = allRows(training.matrix);
		const losses = (['linear', 'spline'] as const).map((basis) => {
			const model = finishSteps(fitLinear(training.matrix, training.labels, rows, { basis }));
			return lossOn(finishSteps(scoreLinear(model, later.matrix)), later.labels);
		});
		expect(losses[1]!).toBeLessThan(losses[0]! - 0.03);
	});

	test('same input, same bytes', () => {
		const made = madeUp(400);
		const once = (): string =>
			JSON.stringify(
				finishSteps(fitLinear(made.matrix, made.labels, allRows(made.matrix), { basis: 'spline' })),
			);
		expect(once()).toBe(once());
	});

	test('only the given rows count', () => {
		const made = madeUp(300);
		const half = allRows(made.matrix).filter((row) => row < 150);
		const first = finishSteps(fitLinear(made.matrix, made.labels, half, { basis: 'spline' }));
		made.matrix.values.fill(7, 150 * 5);
		made.labels.fill(1, 150);
		const second = finishSteps(fitLinear(made.matrix, made.labels, half, { basis: 'spline' }));
		expect(second).toEqual(first);
	});
});

describe('terms that are awkward', () => {
	test('constant and all-missing columns give no term', () => {
		const matrix = matrixOf([
			[1, NaN, 0],
			[1, NaN, 1],
			[1, NaN, 2],
			[1, NaN, 3],
		]);
		const model = finishSteps(
			fitLinear(matrix, Uint8Array.of(0, 1, 0, 1), allRows(matrix), { basis: 'spline' }),
		);
		expect(new Set(model.terms.map((term) => term.feature))).toEqual(new Set([2]));
	});

	test.each([
		[Uint8Array.of(0, 0, 0), Math.log(0.5 / 3.5)],
		[Uint8Array.of(1, 1, 1), Math.log(3.5 / 0.5)],
	])('labels of one class %p give the smoothed rate', (labels, intercept) => {
		const matrix = matrixOf([[1], [2], [3]]);
		const model = finishSteps(fitLinear(matrix, labels, allRows(matrix), { basis: 'linear' }));
		expect(model).toMatchObject({ terms: [], coefficients: [], intercept, leaveOneOut: null });
	});

	test('no rows at all: even odds', () => {
		const model = finishSteps(
			fitLinear(matrixOf([[1]]), Uint8Array.of(1), new Int32Array(0), { basis: 'linear' }),
		);
		expect(model.intercept).toBe(0);
	});

	test('complete separation and twin columns stay finite', () => {
		const matrix = matrixOf(Array.from({ length: 40 }, (_, row) => [row, row, 2 * row]));
		const labels = Uint8Array.from({ length: 40 }, (_, row) => (row < 20 ? 0 : 1));
		const model = finishSteps(fitLinear(matrix, labels, allRows(matrix), { basis: 'spline', lambda: 0.001 }));
		expect([...model.coefficients, model.intercept].every(Number.isFinite)).toBe(true);
		const scores = finishSteps(scoreLinear(model, matrix));
		expect(scores[0]!).toBeLessThan(0);
		expect(scores[39]!).toBeGreaterThan(0);
	});

	test('one value of 1e30 in training leaves the column as useful as before', () => {
		const clean = madeUp(800);
		const dirty = { labels: clean.labels, matrix: { ...clean.matrix, values: clean.matrix.values.slice() } };
		dirty.matrix.values[0] = 1e30;
		dirty.matrix.values[5] = Infinity;
		const losses = [clean, dirty].map(({ matrix, labels }) =>
			lossOn(
				finishSteps(
					scoreLinear(finishSteps(fitLinear(matrix, labels, allRows(matrix), { basis: 'spline' })), matrix),
				),
				labels,
			),
		);
		expect(losses[1]!).toBeLessThan(losses[0]! + 0.01);
	});

	test('5,000 columns: 320 terms are kept, among them the one that matters', () => {
		const random = createRandom(5);
		const rows = Array.from({ length: 60 }, () => Array.from({ length: 5000 }, () => random()));
		const labels = Uint8Array.from(rows, (row) => (row[4321]! > 0.5 ? 1 : 0));
		const matrix = matrixOf(rows);
		const model = finishSteps(fitLinear(matrix, labels, allRows(matrix), { basis: 'linear' }));
		expect(model.terms).toHaveLength(320);
		expect(model.terms.some((term) => term.feature === 4321)).toBe(true);
	});
});

describe('scores and contributions', () => {
	const made = madeUp(500);
	const rows = allRows(made.matrix);
	const models = (['linear', 'spline'] as const).map((basis) =>
		finishSteps(fitLinear(made.matrix, made.labels, rows, { basis })),
	);
	const cell = fc.oneof(
		fc.float({ noNaN: false }),
		fc.constantFrom(NaN, 0, 1, 1e30, -1e30, Infinity, -Infinity, 5),
	);

	test('contributions and base sum to the finite log-odds of any row', () => {
		fc.assert(
			fc.property(fc.array(cell, { minLength: 5, maxLength: 5 }), (values) => {
				const matrix = matrixOf([values]);
				for (const model of models) {
					const score = finishSteps(scoreLinear(model, matrix))[0]!;
					const contributions = explainLinear(model, matrix, 0);
					expect(Number.isFinite(score)).toBe(true);
					expect(contributions).toHaveLength(6);
					expect(contributions[5]).toBe(model.intercept);
					expect(Math.abs(contributions.reduce((sum, part) => sum + part, 0) - score)).toBeLessThan(1e-9);
				}
			}),
		);
	});

	test.each(models)(
		'the score is the definition: intercept + coefficient * (term - mean) / scale',
		(model) => {
			const scores = finishSteps(scoreLinear(model, made.matrix));
			for (const row of rows) {
				let expected = model.intercept;
				for (const [index, term] of model.terms.entries()) {
					const value = termValue(term, made.matrix.values[row * 5 + term.feature]!);
					expected += (model.coefficients[index]! * (value - term.mean)) / term.scale;
				}
				expect(Math.abs(scores[row]! - expected)).toBeLessThan(1e-9);
			}
		},
	);

	test('contributions of a feature average to 0 over the training rows', () => {
		for (const model of models) {
			const sums = new Float64Array(6);
			for (const row of rows) {
				for (const [feature, part] of explainLinear(model, made.matrix, row).entries())
					sums[feature]! += part;
			}
			for (const sum of sums.subarray(0, 5)) expect(Math.abs(sum / rows.length)).toBeLessThan(1e-9);
		}
	});
});

test('no step does more than 8 million multiplications, whatever the width', () => {
	for (const width of [1, 3, 46, 150, 319]) {
		const matrix = { rows: 300, width, values: new Float32Array(300 * width) };
		const term = { basis: 'value', fill: 0, mean: 0, scale: 1 } as const;
		const terms = Array.from({ length: width }, (_, feature) => ({ ...term, feature }));
		const design = finishSteps(buildDesign(matrix, allRows(matrix), terms));
		const work = design.blocksPerStep * BLOCK_ROWS * design.stride * design.stride;
		expect(design.blocksPerStep).toBeGreaterThanOrEqual(1);
		expect(work).toBeLessThanOrEqual(Math.max(8_000_000, BLOCK_ROWS * 320 * 320));
		expect(work).toBeGreaterThan(1_000_000);
	}
});

test('a fit gives way as often as its work asks for', () => {
	const made = madeUp(20_000);
	let steps = 0;
	finishSteps(
		fitLinear(made.matrix, made.labels, allRows(made.matrix), { basis: 'spline', lambda: 1 }),
		(taken) => (steps = taken),
	);
	expect(steps).toBeGreaterThan(made.matrix.width + 3);
});

test('the kernel sums what the definition sums', () => {
	const made = madeUp(200);
	const rows = allRows(made.matrix);
	const terms = finishSteps(designTerms(made.matrix, rows, { basis: 'spline' }));
	const design = finishSteps(buildDesign(made.matrix, rows, terms));
	const weights = Float64Array.from({ length: design.blocks * BLOCK_ROWS }, (_, row) => 0.1 + (row % 7));
	const gram = new Float64Array(design.stride * design.stride);
	const scratch = new Float64Array(design.stride * BLOCK_ROWS);
	for (let block = 0; block < design.blocks; block++) addGram(gram, design, block, weights, scratch);
	const cell = (row: number, column: number): number => {
		const block = Math.floor(row / BLOCK_ROWS);
		return design.values[(block * design.stride + column) * BLOCK_ROWS + (row % BLOCK_ROWS)]!;
	};
	for (let left = 0; left < design.width; left++) {
		for (let right = 0; right <= left; right++) {
			let sum = 0;
			for (const row of rows) sum += weights[row]! * cell(row, left) * cell(row, right);
			expect(Math.abs(gram[left * design.stride + right]! - sum)).toBeLessThan(1e-8);
		}
	}
});
