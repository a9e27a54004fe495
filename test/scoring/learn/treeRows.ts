import type { BoostOptions } from '../../../scoring/learn/Boosting';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { Matrix } from '../../../scoring/learn/Matrix';

export interface TreeRows {
	readonly matrix: Matrix;
	readonly labels: Uint8Array;
}

export const BOOST_OPTIONS: BoostOptions = {
	rounds: 60,
	learningRate: 0.1,
	maxLeaves: 15,
	minLeaf: 20,
	l2: 1,
	patience: 0,
	seed: 1,
};

/** Six rows: a number with three values, one missing, and two flags or levels of a category (which then share a joint column). */
export const SIX_ROWS: Matrix = {
	rows: 6,
	width: 3,
	values: Float32Array.of(1, 1, 0, 1, 0, 0, 2, 0, 1, 2, 0, 0, 3, 1, 0, NaN, 0, 1),
};

export const allRows = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row);

/**
 * Rows of six features: two that interact, ten whole numbers, one that is missing in a fifth of the rows (which itself
 * tells something), a flag, and one without meaning. No feature has more than 200 values, so
 * that every learner bins them alike. boostFixture.py draws the same rows.
 */
export function drawTreeRows(rows: number, seed: number): TreeRows {
	const random = createRandom(seed);
	const width = 6;
	const values = new Float32Array(rows * width);
	const labels = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		const cells = values.subarray(row * width, row * width + width);
		for (let feature = 0; feature < width; feature++) cells[feature] = Math.floor(random() * 200) / 200;
		cells[2] = Math.floor(cells[2]! * 10);
		cells[4] = cells[4]! < 0.3 ? 1 : 0;
		const isMissing = random() < 0.2;
		const odds =
			-1.5 +
			3 * cells[0]! * cells[1]! +
			0.2 * cells[2]! -
			2 * cells[3]! +
			0.8 * cells[4]! +
			(isMissing ? 1 : 0);
		if (isMissing) cells[3] = NaN;
		labels[row] = random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
	}
	return { matrix: { rows, width, values }, labels };
}

/** Chance that an event has the higher score, ties half, by comparing all pairs. */
export function pairwiseAuc(scores: ArrayLike<number>, labels: Uint8Array): number {
	let won = 0;
	let pairs = 0;
	for (let one = 0; one < labels.length; one++) {
		if (labels[one] === 0) continue;
		for (let other = 0; other < labels.length; other++) {
			if (labels[other] === 1) continue;
			pairs += 1;
			won += scores[one]! > scores[other]! ? 1 : scores[one] === scores[other] ? 0.5 : 0;
		}
	}
	return won / pairs;
}
