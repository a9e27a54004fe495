/** Rows of a block: 128 x 60 terms fill the processor's nearest cache, and the kernels run along whole blocks. */
export const BLOCK_ROWS = 128;

/**
 * Standardised terms of the rows, block after block of 128 rows, in a block term after term:
 * `values[(block * stride + term) * 128 + row]`. After the terms comes the intercept (1), then zero columns up to `stride`, a multiple of 4,
 * so that kernels need no remainders; rows that fill up the last block are all zero.
 */
export interface LinearDesign {
	readonly rows: number;
	readonly blocks: number;
	/** Terms and the intercept. */
	readonly width: number;
	readonly stride: number;
	readonly values: Float64Array;
	/** Blocks that a step may work on so that it stays far below 50 ms. */
	readonly blocksPerStep: number;
}
