/** A row of one of the tables, as a Data Table, Postgres or a source hands it over. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of one account by table. A list may be empty; rows of other accounts must not be in it. */
export interface AccountRecords {
	readonly usage: readonly Row[];
	readonly tickets: readonly Row[];
	readonly invoices: readonly Row[];
	readonly surveyAnswers: readonly Row[];
	readonly interactions: readonly Row[];
	readonly contacts: readonly Row[];
	readonly contracts: readonly Row[];
	readonly contractLines: readonly Row[];
	readonly entitlements: readonly Row[];
	readonly opportunities: readonly Row[];
}

export type RecordKind = keyof AccountRecords;

/** What was measured of one metric. Has the form of an observation of the health engine. */
export interface Measure {
	/** In the metric's unit; null is "not observed", never 0. */
	readonly value: number | string | null;
	/** UTC calendar day YYYY-MM-DD of the newest fact in it; null: as of the score. */
	readonly observedOn: string | null;
	/** The account's own usual value in the same unit; null: unknown. */
	readonly baseline?: number | null;
	/** What the number was made of: "17 of 20 licensed users". */
	readonly note?: string;
}

/** Measures by metric id. */
export type Measures = Readonly<Record<string, Measure>>;
