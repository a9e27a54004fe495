/** What decides which columns stay when there are too many. */
export interface Weighed {
	readonly width: number;
	/** 0 to 1: share of rows that hold something. */
	readonly filled: number;
	/** 0 to 1: share of rows that do not hold the most frequent value. */
	readonly variety: number;
}

/**
 * Indices of the columns that stay, ascending: the most filled and most varied ones (the product of both, the earlier column of equal ones),
 * until `most` features are used.
 *
 * @example
 * keepMostTelling([{ width: 1, filled: 1, variety: 0.1 }, { width: 1, filled: 0.5, variety: 0.8 }], 1)
 * // => [1]
 */
export function keepMostTelling(columns: readonly Weighed[], most: number): readonly number[] {
	const width = columns.reduce((sum, column) => sum + column.width, 0);
	const indices = columns.map((_, index) => index);
	if (width <= most) return indices;
	const worth = columns.map(({ filled, variety }) => filled * variety);
	indices.sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
	let used = 0;
	const kept = indices.filter((index) => {
		const next = used + (columns[index]?.width as number);
		if (next > most) return false;
		used = next;
		return true;
	});
	return kept.sort((a, b) => a - b);
}
