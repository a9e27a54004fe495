import type { RenewalFacts } from './RenewalFacts';

const NOTHING: RenewalFacts = {
	roiRate: null,
	valueAcknowledged: null,
	nps: null,
	executiveAdvocacy: null,
	competitiveEvaluation: null,
	health: null,
	paymentScore: null,
	approvedBudgetMinor: null,
	approvedExpansionMinor: null,
	competitorPriceMinor: null,
	budgetCurrency: null,
	churn: null,
	judged: { priceSensitivity: null, competitiveRisk: null, businessCaseStrength: null },
	otherOffers: [],
	decisionMaker: null,
};

/**
 * The facts of an account of which nothing was observed.
 *
 * @example
 * unknownFacts().nps
 * // => null
 */
export function unknownFacts(): RenewalFacts {
	return NOTHING;
}
