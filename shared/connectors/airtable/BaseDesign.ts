import type { SourceObject } from '../Source';

/** What Airtable's API calls the kinds of column that we use. */
export type ColumnType =
	| 'checkbox'
	| 'date'
	| 'dateTime'
	| 'email'
	| 'lastModifiedTime'
	| 'multilineText'
	| 'multipleRecordLinks'
	| 'number'
	| 'percent'
	| 'singleLineText'
	| 'singleSelect';

export interface ColumnDesign {
	readonly name: string;
	readonly type: ColumnType;
	/** Of a select. */
	readonly choices?: readonly string[];
	/** Of a number or percent: digits behind the point. */
	readonly precision?: number;
	/** Of a link: the design's table. */
	readonly linksTo?: string;
	readonly note: string;
}

export interface TableDesign {
	readonly name: string;
	/** The object that is read from it; null: only written. */
	readonly object: SourceObject | null;
	/** The table may have one of these names instead; then it is taken over as it is. */
	readonly otherNames: readonly string[];
	readonly note: string;
	/** The first is the primary column. */
	readonly columns: readonly ColumnDesign[];
}
