import { addGram } from './addGram';
import { factorCholesky } from './factorCholesky';
import { BLOCK_ROWS, type LinearDesign } from './LinearDesign';
import { lossOf } from './lossOf';
import { solveCholesky } from './solveCholesky';
import type { Steps } from './Steps';

/** Where a fit stands; handed on from one lambda to the next, which then needs two or three steps instead of six. */
export interface RidgeFit {
	/** By term, last the intercept; to the standardised terms. */
	weights: Float64Array;
	/** Log-odds by row of the design, padded rows included. */
	margins: Float64Array;
	/** X'WX at these weights, without the penalty; null: not computed yet. */
	gram: Float64Array | null;
	/** Cholesky factor of X'WX + lambda. */
	factor: Float64Array;
}

/** A row that is predicted with certainty still counts a little: the matrix stays positive definite under complete separation. */
const LEAST_WEIGHT = 1e-9;
const MOST_ITERATIONS = 40;
const STAGE = 'fitting the linear model';
/** So many logarithms take some 5 ms. */
const ROWS_PER_STEP = 65_536;

function* gramAt(design: LinearDesign, margins: Float64Array): Steps<Float64Array> {
	const weights = new Float64Array(margins.length);
	for (let row = 0; row < margins.length; row++) {
		if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield { stage: STAGE, done: row, total: margins.length };
		const probability = 1 / (1 + Math.exp(-margins[row]!));
		weights[row] = Math.max(probability * (1 - probability), LEAST_WEIGHT);
	}
	const gram = new Float64Array(design.stride * design.stride);
	const scratch = new Float64Array(design.stride * BLOCK_ROWS);
	for (let block = 0; block < design.blocks; block++) {
		if (block % design.blocksPerStep === 0) yield { stage: STAGE, done: block, total: design.blocks };
		addGram(gram, design, block, weights, scratch);
	}
	return gram;
}

/** Gradient of the penalised loss. */
function* gradientAt(
	design: LinearDesign,
	labels: Float64Array,
	fit: RidgeFit,
	lambda: number,
): Steps<Float64Array> {
	const { width, stride, values } = design;
	const gradient = new Float64Array(width);
	const errors = new Float64Array(BLOCK_ROWS);
	for (let block = 0; block < design.blocks; block++) {
		if (block % 200 === 199) yield { stage: STAGE, done: block, total: design.blocks };
		for (let row = 0; row < BLOCK_ROWS; row++) {
			const at = block * BLOCK_ROWS + row;
			errors[row] = 1 / (1 + Math.exp(-fit.margins[at]!)) - labels[at]!;
		}
		for (let column = 0; column < width; column++) {
			const from = (block * stride + column) * BLOCK_ROWS;
			let sum = 0;
			for (let row = 0; row < BLOCK_ROWS; row++) sum += values[from + row]! * errors[row]!;
			gradient[column] = gradient[column]! + sum;
		}
	}
	for (let term = 0; term < width - 1; term++) gradient[term] = gradient[term]! + lambda * fit.weights[term]!;
	return gradient;
}

/** How the log-odds of all rows change along a step of the weights. */
function* marginsAlong(design: LinearDesign, step: Float64Array): Steps<Float64Array> {
	const { width, stride, values } = design;
	const change = new Float64Array(design.blocks * BLOCK_ROWS);
	for (let block = 0; block < design.blocks; block++) {
		if (block % 200 === 199) yield { stage: STAGE, done: block, total: design.blocks };
		const first = block * BLOCK_ROWS;
		for (let column = 0; column < width; column++) {
			const weight = step[column]!;
			const from = (block * stride + column) * BLOCK_ROWS;
			for (let row = 0; row < BLOCK_ROWS; row++) {
				change[first + row] = change[first + row]! + weight * values[from + row]!;
			}
		}
	}
	return change;
}

function* lossAt(design: LinearDesign, labels: Float64Array, margins: Float64Array): Steps<number> {
	let loss = 0;
	for (let row = 0; row < design.rows; row++) {
		if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield { stage: STAGE, done: row, total: design.rows };
		loss += lossOf(margins[row]!, labels[row]!);
	}
	return loss;
}

function penaltyOf(weights: Float64Array, lambda: number): number {
	let squares = 0;
	for (let term = 0; term < weights.length - 1; term++) squares += weights[term]! * weights[term]!;
	return 0.5 * lambda * squares;
}

const minus = (from: Float64Array, step: Float64Array, share: number): Float64Array =>
	from.map((value, index) => value - share * step[index]!);

/** Adds the penalty (none on the intercept) and factors. */
function factorWith(gram: Float64Array, design: LinearDesign, lambda: number): Float64Array {
	const penalised = gram.slice();
	for (let term = 0; term < design.width - 1; term++) {
		const diagonal = term * (design.stride + 1);
		penalised[diagonal] = penalised[diagonal]! + lambda;
	}
	return factorCholesky(penalised, design.width, design.stride);
}

/**
 * Minimises log-loss + lambda / 2 * sum of squared weights (not the intercept's) by Newton's method from where `fit` stands, and leaves `fit`
 * there with its matrix and factor. `labels`: 0 or 1 by row, padded like the design; `tolerance`: expected gain per row at which it stops.
 */
export function* fitRidge(
	design: LinearDesign,
	labels: Float64Array,
	lambda: number,
	fit: RidgeFit,
	tolerance: number,
): Steps<void> {
	let loss = (yield* lossAt(design, labels, fit.margins)) + penaltyOf(fit.weights, lambda);
	for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
		fit.gram ??= yield* gramAt(design, fit.margins);
		fit.factor = factorWith(fit.gram, design, lambda);
		const gradient = yield* gradientAt(design, labels, fit, lambda);
		const step = solveCholesky(fit.factor, design.width, design.stride, gradient);
		let gain = 0;
		for (let term = 0; term < design.width; term++) gain += 0.5 * gradient[term]! * step[term]!;
		if (!(gain > tolerance * design.rows)) return;
		const change = yield* marginsAlong(design, step);
		// A full step may overshoot where probabilities are near 0 or 1: halve it until the loss falls.
		for (let share = 1; share > 1e-6; share *= 0.5) {
			const margins = minus(fit.margins, change, share);
			const weights = minus(fit.weights, step, share);
			const next = (yield* lossAt(design, labels, margins)) + penaltyOf(weights, lambda);
			if (next > loss + 1e-12 * Math.abs(loss)) continue;
			fit.margins = margins;
			fit.weights = weights;
			fit.gram = null;
			loss = next;
			break;
		}
		if (fit.gram !== null) return;
	}
	fit.gram ??= yield* gramAt(design, fit.margins);
	fit.factor = factorWith(fit.gram, design, lambda);
}
