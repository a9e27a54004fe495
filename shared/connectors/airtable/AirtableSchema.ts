/** A column as the base's schema has it. */
export interface AirtableColumn {
	/** `fld...`; stays when people rename the column. */
	readonly id: string;
	readonly name: string;
	readonly type: string;
	/** Of a select: the names of its options. */
	readonly choices: readonly string[];
	/** Of a link: the table it leads to. */
	readonly linkedTableId: string | null;
	/** Of a last-modified time: the columns it watches; empty: all. */
	readonly watches: readonly string[];
	/** Of a computed column: the type of what it computes, as far as Airtable tells. */
	readonly result: string | null;
}

export interface AirtableTable {
	/** `tbl...` */
	readonly id: string;
	readonly name: string;
	readonly columns: readonly AirtableColumn[];
}

export interface AirtableSchema {
	readonly tables: readonly AirtableTable[];
}

/** A record of a list answer; cells by column id or name, empty cells are not there. */
export interface AirtableRecord {
	/** `rec...` */
	readonly id: string;
	/** UTC ISO. */
	readonly createdTime: string | null;
	readonly cells: Readonly<Record<string, unknown>>;
}
