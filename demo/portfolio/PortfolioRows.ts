/** A row of one of the tables, by column name. */
export type PortfolioRow = Record<string, string | number | boolean | null>;

/** Rows of one account by table name. */
export interface AccountRows {
	readonly cs_accounts: PortfolioRow[];
	readonly cs_contacts: PortfolioRow[];
	readonly cs_interactions: PortfolioRow[];
	readonly cs_survey_answers: PortfolioRow[];
	readonly cs_usage: PortfolioRow[];
	readonly cs_tickets: PortfolioRow[];
	readonly cs_invoices: PortfolioRow[];
	readonly cs_contracts: PortfolioRow[];
	readonly cs_contract_lines: PortfolioRow[];
	readonly cs_entitlements: PortfolioRow[];
	readonly cs_outcomes: PortfolioRow[];
	readonly cs_value_ledger: PortfolioRow[];
}

/** Rows that belong to no account, by table name. */
export interface WorldRows {
	readonly cs_people: PortfolioRow[];
	readonly cs_rates: PortfolioRow[];
	readonly cs_prices: PortfolioRow[];
	readonly cs_settings: PortfolioRow[];
}

export interface PortfolioOptions {
	/** UTC calendar day YYYY-MM-DD up to which things happened and are known; every date is relative to it. */
	readonly asOfOn: string;
}

/** What a CSM wrote down on a day: judged values by id, "<id>_on" left out. */
export interface Review {
	/** Days since 1970-01-01. */
	readonly day: number;
	readonly values: Readonly<Record<string, string | number>>;
}

/** What the tables of today no longer tell, kept so that an earlier day can be scored as it was known then. */
export interface AccountPast {
	/** In order of time; cs_accounts.custom_json holds only the last word on each subject. */
	readonly reviews: readonly Review[];
	/** Day on which each row of cs_usage arrived, in the order of the rows. */
	readonly usageArrivedOn: readonly number[];
	/** First day as a customer, and last day on which it was held for one; null: still is. */
	readonly startedOn: number;
	readonly endedOn: number | null;
}

export interface GeneratedAccount {
	readonly rows: AccountRows;
	readonly past: AccountPast;
}
