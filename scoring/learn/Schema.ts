/** One column of the encoded matrix. */
export interface Feature {
	/** Index into `Schema.fields`. */
	readonly field: number;
	/** `value`: the number or the age in days itself; `level`: 1 when the category is this level, else 0. */
	readonly what: 'value' | 'level';
	/** Of a level: its text; null stands for "not observed", the empty text for all rare levels together. */
	readonly level?: string | null;
}

/** A field of the table that the model uses. */
export interface Field {
	readonly name: string;
	/** `date`: encoded as days before the row's as-of day (or before the newest date seen in training, when there is none). */
	readonly kind: 'number' | 'category' | 'date';
	/** Of a category: the levels that are told apart, most frequent first; all others are the rare ones. Of two levels one feature tells both. */
	readonly levels?: readonly string[];
	/** Of a number: smallest and largest value seen in training, to notice another unit. */
	readonly low?: number;
	readonly high?: number;
	/** Of a date: the day that ages are counted to, days since 1970-01-01; null: a column of the table says it per row. */
	readonly epoch?: number | null;
}

/** How a table becomes a matrix; learned from the training table, applied to every later one. */
export interface Schema {
	readonly fields: readonly Field[];
	readonly features: readonly Feature[];
	/** Columns that were left out, with the reason. */
	readonly left: readonly LeftColumn[];
	/** Column with each row's as-of day, where a date is encoded as its age on that day. */
	readonly asOf?: string;
}

export interface LeftColumn {
	readonly name: string;
	readonly reason: 'constant' | 'identical' | 'all-missing' | 'identifier' | 'text' | 'too-many';
	/** Of an identical column: the column it equals. */
	readonly same?: string;
}
