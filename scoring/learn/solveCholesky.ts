/**
 * Solution x of L L' x = right side, for a factor of `factorCholesky`.
 *
 * @example
 * solveCholesky(Float64Array.of(2, 0, 1, 2), 2, 2, Float64Array.of(4, 6)).join()
 * // => '0.5,1'
 */
export function solveCholesky(
	factor: Float64Array,
	size: number,
	stride: number,
	right: Float64Array,
): Float64Array {
	const solution = right.slice(0, size);
	for (let row = 0; row < size; row++) {
		let rest = solution[row]!;
		for (let index = 0; index < row; index++) rest -= factor[row * stride + index]! * solution[index]!;
		solution[row] = rest / factor[row * stride + row]!;
	}
	for (let row = size - 1; row >= 0; row--) {
		let rest = solution[row]!;
		for (let index = row + 1; index < size; index++) rest -= factor[index * stride + row]! * solution[index]!;
		solution[row] = rest / factor[row * stride + row]!;
	}
	return solution;
}
