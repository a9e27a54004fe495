import { createPace } from './createPace';
import type { Matrix, RowIndex } from './Matrix';
import { midRanks } from './midRanks';
import { signalColumns } from './signalColumns';
import type { Steps } from './Steps';

const STAGE = 'testing the signal';

/** Products of all pairs of rows, summed over the columns. */
function* productsOf(matrix: Matrix, rows: RowIndex): Steps<Float64Array> {
	const count = rows.length;
	const products = new Float64Array(count * count);
	const due = createPace();
	for (let feature = 0; feature < matrix.width; feature++) {
		if (due(count * 20)) yield { stage: STAGE, done: feature, total: matrix.width };
		for (const column of signalColumns(matrix, rows, feature)) {
			for (let row = 0; row < count; row++) {
				const value = column[row]!;
				const from = row * count;
				for (let other = 0; other <= row; other++) products[from + other]! += value * column[other]!;
				if (due(row)) yield { stage: STAGE, done: feature, total: matrix.width };
			}
		}
	}
	for (let row = 0; row < count; row++) {
		for (let other = row + 1; other < count; other++) {
			products[row * count + other] = products[other * count + row]!;
		}
	}
	return products;
}

/** Takes the mean of its row and of its column from every cell, so that both are 0. */
function centre(likeness: Float64Array, count: number): void {
	const means = new Float64Array(count);
	for (let row = 0; row < count; row++) {
		for (let other = 0; other < count; other++) means[row]! += likeness[row * count + other]! / count;
	}
	const mean = means.reduce((sum, value) => sum + value, 0) / count;
	for (let row = 0; row < count; row++) {
		for (let other = 0; other < count; other++) {
			likeness[row * count + other]! -= means[row]! + means[other]! - mean;
		}
	}
}

/**
 * How alike any two of the rows are (count x count, symmetric, centred): for each row the others are ranked by how alike their columns are, and of a pair
 * both ranks count. Labels have no part in it.
 */
export function* likenessOf(matrix: Matrix, rows: RowIndex): Steps<Float64Array> {
	const count = rows.length;
	const products = yield* productsOf(matrix, rows);
	centre(products, count);
	const likeness = new Float64Array(count * count);
	const due = createPace();
	for (let row = 0; row < count; row++) {
		if (due(count * 20)) yield { stage: STAGE, done: row, total: count };
		const ranks = midRanks(products.slice(row * count, (row + 1) * count));
		for (let other = 0; other < count; other++) {
			const rank = ranks[other]! / count;
			likeness[row * count + other]! += rank;
			likeness[other * count + row]! += rank;
		}
	}
	centre(likeness, count);
	return likeness;
}
