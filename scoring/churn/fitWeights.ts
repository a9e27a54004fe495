import { sigmoid } from '../learn/sigmoid';
import type { Steps } from '../learn/Steps';

const ROUNDS = 30;
const SWEEPS = 60;
const HALVINGS = 12;
const ENOUGH = 1e-7;

/** Points of components by row, column after column; no gaps. */
export interface WeightDesign {
	readonly columns: readonly Float64Array[];
	/** 1: churned. */
	readonly labels: Uint8Array;
}

/**
 * Weights, none below 0, with which a weighted sum of points (0 to 1, high is healthy) tells best who churned: logistic regression with a ridge of 1 on the weight
 * times its column's standard deviation, by Newton steps whose quadratic model is solved by coordinate descent held at 0. Scaled to sum 1;
 * null when no component tells anything, as then all weights are 0.
 *
 * @param rows of the design to learn from
 */
export function* fitWeights({ columns, labels }: WeightDesign, rows: Int32Array): Steps<number[] | null> {
	const width = columns.length;
	const spreads = columns.map((column) => varianceOf(column, rows));
	/** The weights, then the intercept. */
	let state = new Float64Array(width + 1);
	let loss = lossAt(state);
	for (let round = 0; round < ROUNDS; round++) {
		yield { stage: 'fitting weights', done: round, total: ROUNDS };
		const step = solveStep(state);
		let scale = 1;
		let next = state;
		let better = false;
		for (let halving = 0; halving < HALVINGS && !better; halving++, scale /= 2) {
			next = state.map((value, index) => value + scale * (step[index] as number));
			better = lossAt(next) < loss;
		}
		if (!better) break;
		const before = loss;
		loss = lossAt(next);
		state = next;
		if (before - loss < ENOUGH) break;
	}
	const weights = [...state.subarray(0, width)];
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return sum > 0 ? weights.map((weight) => weight / sum) : null;

	/** Log-odds of churning: intercept less the weighted points. */
	function logOddsAt(at: Float64Array, row: number): number {
		let value = at[width] as number;
		for (let index = 0; index < width; index++) {
			value -= (at[index] as number) * ((columns[index] as Float64Array)[row] as number);
		}
		return value;
	}

	function lossAt(at: Float64Array): number {
		let sum = 0;
		for (const row of rows) {
			const value = logOddsAt(at, row);
			const wrong = labels[row] === 1 ? -value : value;
			sum += wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
		}
		for (let index = 0; index < width; index++) {
			sum += ((spreads[index] as number) * (at[index] as number) * (at[index] as number)) / 2;
		}
		return sum;
	}

	function solveStep(at: Float64Array): Float64Array {
		const size = width + 1;
		const gradient = new Float64Array(size);
		const hessian = new Float64Array(size * size);
		const features = new Float64Array(size);
		features[width] = 1;
		for (const row of rows) {
			const probability = sigmoid(logOddsAt(at, row));
			const miss = probability - (labels[row] as number);
			const curve = probability * (1 - probability);
			for (let index = 0; index < width; index++) {
				features[index] = -((columns[index] as Float64Array)[row] as number);
			}
			for (let index = 0; index < size; index++) {
				const weighed = curve * (features[index] as number);
				gradient[index]! += miss * (features[index] as number);
				for (let other = 0; other <= index; other++) {
					hessian[index * size + other]! += weighed * (features[other] as number);
				}
			}
		}
		for (let index = 0; index < size; index++) {
			const ridge = index < width ? (spreads[index] as number) : 0;
			gradient[index]! += ridge * (at[index] as number);
			hessian[index * size + index]! += ridge + 1e-9;
			for (let other = 0; other < index; other++) {
				hessian[other * size + index] = hessian[index * size + other] as number;
			}
		}
		return descend(gradient, hessian, at);
	}
}

/** Minimises gradient . d + d . hessian . d / 2 such that no weight (all but the last of `at + d`) falls below 0. */
function descend(gradient: Float64Array, hessian: Float64Array, at: Float64Array): Float64Array {
	const size = at.length;
	const step = new Float64Array(size);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		let moved = 0;
		for (let index = 0; index < size; index++) {
			let slope = gradient[index] as number;
			for (let other = 0; other < size; other++) {
				slope += (hessian[index * size + other] as number) * (step[other] as number);
			}
			let next = (step[index] as number) - slope / (hessian[index * size + index] as number);
			if (index < size - 1) next = Math.max(next, -(at[index] as number));
			moved = Math.max(moved, Math.abs(next - (step[index] as number)));
			step[index] = next;
		}
		if (moved < ENOUGH) break;
	}
	return step;
}

function varianceOf(column: Float64Array, rows: Int32Array): number {
	let sum = 0;
	let squares = 0;
	for (const row of rows) {
		sum += column[row] as number;
		squares += (column[row] as number) * (column[row] as number);
	}
	const mean = sum / rows.length;
	return Math.max(0, squares / rows.length - mean * mean);
}
