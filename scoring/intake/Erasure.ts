type Row = Readonly<Record<string, unknown>>;

/** Who is to be forgotten; at least one of email and contactIds. */
export interface PersonToForget {
	readonly email: string | null;
	/** contact_id or person_id in our tables, `hubspot:151`. */
	readonly contactIds: readonly string[];
}

export interface TableRows {
	/** `cs_contacts`. */
	readonly table: string;
	/** Columns that name one row. */
	readonly key: readonly string[];
	readonly rows: readonly Row[];
}

/** One change of one row. Running it a second time changes nothing. */
export interface RowErasure {
	readonly table: string;
	/** Value of each key column. */
	readonly where: Row;
	readonly action: 'delete' | 'update';
	/** Columns to write; empty for a deletion. */
	readonly set: Row;
	/** Which columns, and why; without the person's data. */
	readonly reason: string;
}

export interface VendorStep {
	readonly vendor: string;
	/** Record ids there that we know; empty: search for the address. */
	readonly ids: readonly string[];
	/** What a person has to do there. */
	readonly step: string;
}

export interface ErasurePlan {
	readonly changes: readonly RowErasure[];
	readonly vendorSteps: readonly VendorStep[];
	/** Rows that will change, by table; every table that was searched is in it. */
	readonly counts: Readonly<Record<string, number>>;
	/** What could not be searched for, and what is left to do here. */
	readonly notes: readonly string[];
	/** What was found and will happen; without the person's data. */
	readonly sentence: string;
}
