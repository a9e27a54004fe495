import type { AccountRecords, Measures, Row } from '../measures/Records';
import type { UsageWindow } from './UsageWindow';

/** What kind of growth; the six types of the data model. */
export type ExpansionType = 'upsell' | 'cross_sell' | 'add_on' | 'upgrade' | 'new_use_case' | 'geographic';
/** What it came from; the five sources of the data model. */
export type OpportunitySource =
	| 'usage_growth'
	| 'new_team'
	| 'new_region'
	| 'feature_request'
	| 'competitive_displacement';

/** How a signal is looked for. Columns in JSON are written `more_json.ai_requests`. */
export type SignalTest =
	/** A weekly column of cs_usage grows beyond its own noise, see `testGrowth`. */
	| {
			readonly kind: 'growth';
			readonly column: string;
			readonly scale: 'log' | 'points';
			readonly least: number;
	  }
	/** A weekly count of cs_usage rises above all it was, see `testRise`. */
	| { readonly kind: 'rise'; readonly column: string; readonly least: number }
	/** This share (0 to 1) of any limit in cs_entitlements is used. */
	| { readonly kind: 'limit'; readonly share: number }
	/** This share (0 to 1) of the contracted quantity is assigned. */
	| { readonly kind: 'headroom'; readonly share: number }
	/** A count since the first day reaches a number. `event` is the kind in cs_events, `column` of week rows the weekly count. */
	| { readonly kind: 'first'; readonly event: string; readonly column: string; readonly count: number }
	/** Words in rows of the last `days` days; distinct rows are counted. */
	| {
			readonly kind: 'mention';
			readonly where: ReadonlyArray<{
				readonly table: 'interactions' | 'surveyAnswers' | 'tickets';
				readonly columns: readonly string[];
			}>;
			readonly pattern: RegExp;
			readonly days: number;
			readonly fewest: number;
	  }
	/** A field of custom_json holds one of these words, or a number of at least this. */
	| {
			readonly kind: 'declared';
			readonly field: string;
			/** Answers that point to growth, with their strength (0 to 1): a judgement alone is seldom enough for an opportunity. */
			readonly answers: Readonly<Record<string, number>>;
			/** By answer: what a seller reads; left out: field and answer. */
			readonly says?: Readonly<Record<string, string>>;
	  }
	| {
			readonly kind: 'declared';
			readonly field: string;
			readonly atLeast: number;
			/** What a seller reads, with {} for the number or {%} for a share as percent; left out: field and number. */
			readonly says?: string;
	  }
	/** A contact who was not known before: a decision maker, or somebody in another part of the world. */
	| { readonly kind: 'contact'; readonly what: 'decision_maker' | 'region'; readonly days: number };

/** A row of the signal catalogue. */
export interface SignalRule {
	readonly id: string;
	readonly label: string;
	readonly family: 'limit' | 'usage' | 'team' | 'region' | 'product' | 'business' | 'market' | 'self_service';
	readonly test: SignalTest;
	readonly type: ExpansionType;
	/** Type for accounts on the tiers community and starter, where more of anything means the next tier. */
	readonly lowTierType?: ExpansionType;
	/** Type for accounts on the highest tier, which cannot be upgraded. */
	readonly topTierType?: ExpansionType;
	/** Only accounts on these tiers; left out: all. */
	readonly tiers?: readonly string[];
	readonly source: OpportunitySource;
	/** Days in which its strength halves. */
	readonly halfLifeDays: number;
	/** What to show in the product and when, word for word from the seed catalogue; left out: nothing. */
	readonly prompt?: {
		readonly words: string;
		readonly timing: 'immediate' | 'next_session' | 'end_of_session' | 'immediate_modal';
	};
	/** Where the threshold is from: word for word from the seed catalogue, or chosen by this project (the catalogue names the sign only). */
	readonly threshold: 'seed' | 'project';
}

/** A cell of a table, so that anybody can look it up. */
export interface EvidenceRow {
	readonly table: string;
	/** Key columns and their values. */
	readonly key: Readonly<Record<string, string>>;
	readonly column: string;
	readonly value: number | string;
}

/** What a signal rests on: `value` is `factor` times the `aggregate` of the rows in `current`, `baseline` the median of those in `before`. */
export interface Evidence {
	readonly value: number | string;
	/** Usual or allowed value in the same unit; null: there is none. */
	readonly baseline: number | null;
	/** Relative (0.3: plus 30 %) or a difference, as `words` say; null where there is none. */
	readonly change: number | null;
	readonly unit: string;
	/** `count`: how many rows; `value`: of the one row. */
	readonly aggregate: 'median' | 'sum' | 'count' | 'value';
	/** Brings weeks to the period of a limit; 1 otherwise. */
	readonly factor: number;
	readonly from: string | null;
	readonly to: string | null;
	readonly observedOn: string;
	readonly statistic: {
		readonly method: 'level' | 'trend' | 'rise' | 'sustained' | 'count' | 'fact';
		readonly z: number | null;
		readonly pValue: number | null;
		readonly n: number;
	};
	readonly current: readonly EvidenceRow[];
	readonly before: readonly EvidenceRow[];
	/** 0 to 1 on the day it was observed. */
	readonly strength: number;
	readonly words: string;
	/** What the limit or column is: seats, api_calls; decides the unit price. null: no such thing. */
	readonly metric: string | null;
	/** Of a limit: units used at the horizon of the plan and units allowed. */
	readonly demand?: { readonly projected: number; readonly limit: number; readonly reachedOn: string | null };
}

export interface Signal extends Evidence {
	readonly rule: SignalRule;
	readonly type: ExpansionType;
	/** Strength after decay, 0 to 1. */
	readonly liveStrength: number;
}

/** Everything signals are looked for in, of one account. */
export interface SignalInput {
	readonly accountId: string;
	/** Row of cs_accounts. */
	readonly account: Row;
	readonly records: AccountRecords;
	/** Rows of cs_events. */
	readonly events: readonly Row[];
	readonly measures: Measures;
	readonly window: UsageWindow | null;
	/** An instant, or a day meaning its end. */
	readonly asOf: string;
}
