/**
 * Lower Cholesky factor of a symmetric positive definite matrix (row-major, `stride` numbers per row, lower triangle read), `size` rows.
 * A pivot that rounding made 0 or negative is kept at 1e-12, which leaves that direction as it is.
 *
 * @example
 * factorCholesky(Float64Array.of(4, 0, 2, 5), 2, 2).slice(2).join()
 * // => '1,2'
 */
export function factorCholesky(matrix: Float64Array, size: number, stride: number): Float64Array {
	const factor = new Float64Array(size * stride);
	for (let row = 0; row < size; row++) {
		const own = row * stride;
		for (let column = 0; column <= row; column++) {
			const other = column * stride;
			let rest = matrix[own + column]!;
			for (let index = 0; index < column; index++) rest -= factor[own + index]! * factor[other + index]!;
			factor[own + column] = column < row ? rest / factor[other + column]! : Math.sqrt(Math.max(rest, 1e-12));
		}
	}
	return factor;
}
