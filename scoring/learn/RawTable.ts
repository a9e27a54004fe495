/**
 * What a cell of a table may hold before it is encoded. null, undefined, an empty or blank text, NaN and infinities are "not observed"
 * (infinities are reported).
 */
export type Cell = string | number | boolean | null | undefined;

/** A table by columns, as a file, items or snapshots hand it over. All columns have `rows` cells. */
export interface RawTable {
	readonly names: readonly string[];
	readonly columns: readonly (readonly Cell[])[];
	readonly rows: number;
}
