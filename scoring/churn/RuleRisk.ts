import type { ChurnFacts } from './ChurnFacts';

export type RiskFamilyId = 'usage' | 'relationship' | 'business' | 'organisational';

/** A sign of churn: which fact it reads, how bad which value is, how much it counts, and its words. All of it is data. */
export interface SignalRule {
	readonly id: string;
	readonly family: RiskFamilyId;
	readonly label: string;
	/** Share of the whole; all signals together have 100. */
	readonly weight: number;
	/** Facts it reads. */
	readonly facts: readonly string[];
	/** The number that is judged; null: not observed. Absent: the first fact itself. */
	readonly read?: (facts: ChurnFacts) => number | null;
	/** Value, badness (0 to 1), value, badness... by rising value; straight lines between, level outside. */
	readonly curve: readonly number[];
	/** One plain sentence with direction and size. */
	readonly words: (value: number, facts: ChurnFacts) => string;
}

export interface RiskSignal {
	readonly id: string;
	readonly family: RiskFamilyId;
	readonly label: string;
	/** What was judged; null: not observed. */
	readonly value: number | null;
	/** 0 (nothing to see) to 1; null: not observed. */
	readonly badness: number | null;
	/** Of 100. */
	readonly weight: number;
	/** Points of risk. */
	readonly contribution: number;
	readonly words: string;
}

export interface RiskFamily {
	readonly id: RiskFamilyId;
	readonly label: string;
	/** Of 100. */
	readonly weight: number;
	/** 0 to 100 by its own signals; null: none observed. */
	readonly risk: number | null;
	/** 0 to 1 of its weight. */
	readonly coverage: number;
	/** Points of the risk. */
	readonly contribution: number;
}

/** A known rate of churn among accounts with a sign. */
export interface BaseRate {
	readonly id: string;
	readonly label: string;
	/** Percent. */
	readonly rate: number;
	/** "within 6 months"; null: the source does not say. */
	readonly horizon: string | null;
	/** What was seen: "Usage fell 67 % in 60 days". */
	readonly words: string;
}

export interface RuleRisk {
	/** 0 to 100, unrounded; null: too little is known (`coverage` below the minimum). */
	readonly risk: number | null;
	/** Least and most the risk could be if what is missing were known, 0 to 100. */
	readonly low: number;
	readonly high: number;
	/** 0 to 1: weight of the signals observed. */
	readonly coverage: number;
	readonly confidence: 'high' | 'medium' | 'low';
	readonly families: readonly RiskFamily[];
	/** All signals, those that add most first. */
	readonly signals: readonly RiskSignal[];
	/** Of the observed signals; sum is the risk within 1e-9 (of an insufficient one: what it would be). */
	readonly contributions: readonly {
		readonly id: string;
		readonly family: RiskFamilyId;
		readonly points: number;
	}[];
	readonly matched: readonly BaseRate[];
	/** Signs that raise a probability by a known share but have no rate of their own; never part of the mean. */
	readonly modifiers: readonly BaseRate[];
	/** Percent: unweighted mean of the matched rates; null: none matched. */
	readonly baseRate: number | null;
	/** Always: this is a rule, not a trained model. */
	readonly basis: 'rule-based';
	/** One sentence. */
	readonly words: string;
}
