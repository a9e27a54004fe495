import { BLOCK_ROWS, type LinearDesign } from './LinearDesign';

/**
 * Adds one block's share of X'WX (weights by row) to `gram` (stride x stride; the lower triangle is complete). Two columns times four are
 * summed at once: eight sums fit the processor's registers, and each loaded number is used several times. `scratch`: stride x 128.
 */
export function addGram(
	gram: Float64Array,
	design: LinearDesign,
	block: number,
	weights: Float64Array,
	scratch: Float64Array,
): void {
	const { stride, values } = design;
	const base = block * stride * BLOCK_ROWS;
	const firstWeight = block * BLOCK_ROWS;
	for (let column = 0; column < stride; column++) {
		const from = column * BLOCK_ROWS;
		for (let row = 0; row < BLOCK_ROWS; row++) {
			scratch[from + row] = values[base + from + row]! * weights[firstWeight + row]!;
		}
	}
	for (let left = 0; left < stride; left += 2) {
		const leftA = left * BLOCK_ROWS;
		const leftB = leftA + BLOCK_ROWS;
		for (let right = 0; right <= left + 1; right += 4) {
			const from = base + right * BLOCK_ROWS;
			let a0 = 0;
			let a1 = 0;
			let a2 = 0;
			let a3 = 0;
			let b0 = 0;
			let b1 = 0;
			let b2 = 0;
			let b3 = 0;
			for (let row = 0; row < BLOCK_ROWS; row++) {
				const a = scratch[leftA + row]!;
				const b = scratch[leftB + row]!;
				const at = from + row;
				const x0 = values[at]!;
				const x1 = values[at + BLOCK_ROWS]!;
				const x2 = values[at + 2 * BLOCK_ROWS]!;
				const x3 = values[at + 3 * BLOCK_ROWS]!;
				a0 += a * x0;
				a1 += a * x1;
				a2 += a * x2;
				a3 += a * x3;
				b0 += b * x0;
				b1 += b * x1;
				b2 += b * x2;
				b3 += b * x3;
			}
			const rowA = left * stride + right;
			const rowB = rowA + stride;
			gram[rowA] = gram[rowA]! + a0;
			gram[rowA + 1] = gram[rowA + 1]! + a1;
			gram[rowA + 2] = gram[rowA + 2]! + a2;
			gram[rowA + 3] = gram[rowA + 3]! + a3;
			gram[rowB] = gram[rowB]! + b0;
			gram[rowB + 1] = gram[rowB + 1]! + b1;
			gram[rowB + 2] = gram[rowB + 2]! + b2;
			gram[rowB + 3] = gram[rowB + 3]! + b3;
		}
	}
}
