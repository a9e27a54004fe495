import type { Return } from '../measures/ledger/computeReturn';

/** A benefit per year; whole minor units. null: not known. */
export interface Benefit {
	readonly name: string;
	readonly lowMinor: number | null;
	readonly baseMinor: number | null;
	readonly highMinor: number | null;
	/** Whether it comes from evidenced value; a promise is not. */
	readonly isEvidenced: boolean;
}

export interface Scenario {
	readonly id: string;
	/** Which end of each benefit's range it takes. */
	readonly take: 'low' | 'base' | 'high';
	readonly benefitFactor: number;
	readonly costFactor: number;
	/** Months until the benefits begin. */
	readonly delayMonths: number;
}

export interface CaseInput {
	/** ISO 4217 of every amount. */
	readonly currency: string;
	readonly benefits: readonly Benefit[];
	readonly oneTimeCostMinor: number;
	/** null: not known. */
	readonly yearlyCostMinor: number | null;
	/** Whole years, 1 to 20. */
	readonly years: number;
	/** Per year, 0.1 is 10 %. */
	readonly discountRate: number;
	readonly scenarios: readonly Scenario[];
}

export interface ScenarioYear {
	/** 0 is the start: what is paid once. */
	readonly year: number;
	readonly benefitMinor: number;
	readonly costMinor: number;
	readonly netMinor: number;
	readonly cumulativeMinor: number;
}

export interface ScenarioResult {
	readonly scenario: Scenario;
	readonly years: readonly ScenarioYear[];
	readonly benefitMinor: number;
	readonly costMinor: number;
	readonly roi: Return;
	readonly npvMinor: number | null;
	/** Months from the start until the cumulative net is no longer below 0, and stays so; 0: it never is. null: not within the years. */
	readonly breakEvenMonths: number | null;
}

export type CaseStrength = 'strong' | 'moderate' | 'weak' | 'unproven';

export interface BusinessCase {
	readonly scenarios: readonly ScenarioResult[];
	readonly strength: CaseStrength;
	/** Why it has this strength, for a person. */
	readonly words: string;
	/** Names of benefits without an amount; they are in no sum. */
	readonly withoutAmount: readonly string[];
	/** Names of benefits whose range is missing; low and high count as the base. */
	readonly withoutRange: readonly string[];
}
