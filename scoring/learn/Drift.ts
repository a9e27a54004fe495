/** Distribution of one field in training: shares of bins or levels. */
export interface FieldDistribution {
	readonly name: string;
	/** Of a number or date: inner bin edges; of a category: null. */
	readonly edges: readonly number[] | null;
	readonly levels: readonly string[] | null;
	/** Shares of the bins (levels, then all others), last the share of missing; sum 1. */
	readonly shares: readonly number[];
}

/** What later tables are compared with. */
export interface DriftReference {
	readonly rows: number;
	readonly fields: readonly FieldDistribution[];
}

/** Population stability index by field, largest first. Above 0.25 is a large shift, 0.1 to 0.25 a moderate one. */
export interface DriftReport {
	readonly rows: number;
	readonly fields: readonly { readonly name: string; readonly psi: number }[];
}
