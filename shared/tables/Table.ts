export type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** Who may see a field: anyone, our own people, those who need it, those named for it. */
export type Classification = 'public' | 'internal' | 'confidential' | 'restricted';

export interface TableColumn {
	readonly name: string;
	/** Calendar days (`_on`) and JSON (`_json`) are strings, instants (`_at`) dates. */
	readonly type: ColumnType;
	readonly classification: Classification;
	/** Meaning, unit, allowed values; empty where the name says it all. */
	readonly note: string;
}

export interface Retention {
	/** The column that a row's age is counted from; null: not by age. */
	readonly column: string | null;
	/** Days a row is kept; null: not by age alone, see the rule. */
	readonly days: number | null;
	/** The rule in words. */
	readonly rule: string;
}

export interface Table {
	/** Begins with cs_. */
	readonly name: string;
	/** Columns that together name one row; n8n does not enforce it, the writers do. */
	readonly key: readonly string[];
	readonly columns: readonly TableColumn[];
	readonly writer: string;
	readonly readers: readonly string[];
	/** null: kept for good. */
	readonly retention: Retention | null;
}
