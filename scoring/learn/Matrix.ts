/** Encoded rows, row after row: `values[row * width + feature]`, 32-bit. NaN is "not observed". */
export interface Matrix {
	readonly rows: number;
	readonly width: number;
	readonly values: Float32Array;
}

/** Labels of the rows of a matrix: 1 happened (churned), 0 did not. */
export type Labels = Uint8Array;

/** Indices of rows, ascending. */
export type RowIndex = Int32Array;
