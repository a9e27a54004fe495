export type RenewalConfidence = 'high' | 'medium' | 'low' | 'at_risk';
export type PriceSensitivity = 'low' | 'medium' | 'high';
export type CompetitiveRisk = 'none' | 'low' | 'medium' | 'high';
export type BusinessCaseStrength = 'strong' | 'moderate' | 'weak' | 'unproven';
export type StrategyId = 'recover' | 'defend' | 'prove_value' | 'hold_price' | 'expand' | 'renew';

/** What is thought of a renewal; null where nothing was observed that says so. */
export interface RenewalAssessment {
	readonly confidence: RenewalConfidence | null;
	readonly priceSensitivity: PriceSensitivity | null;
	readonly competitiveRisk: CompetitiveRisk | null;
	readonly businessCaseStrength: BusinessCaseStrength | null;
	readonly strategy: RenewalStrategy | null;
}

export interface RenewalStrategy {
	readonly id: StrategyId;
	/** One sentence: what to do. */
	readonly words: string;
	/** Why this one. */
	readonly because: string;
}
