import { ENUMS } from '../core/enums';
import type {
	BusinessCaseStrength,
	CompetitiveRisk,
	PriceSensitivity,
	RenewalAssessment,
} from './Assessment';
import { chooseStrategy } from './chooseStrategy';
import { judgeConfidence } from './judgeConfidence';
import type { PriceCheck } from './PriceCheck';
import type { RenewalEstimate, RenewalFacts } from './RenewalFacts';

const SENSITIVITIES = ENUMS.get('renewal_forecasts.price_sensitivity') ?? [];
const RISKS = ENUMS.get('renewal_forecasts.competitive_risk') ?? [];
const STRENGTHS = ENUMS.get('renewal_forecasts.business_case_strength') ?? [];
const HEALTHY = 70;
const STRONG_ROI = 1.5;
const PAYS = 1;
const LATE_PAYER = 50;
const GOOD_PAYER = 90;

/**
 * Confidence class, price sensitivity, competitive risk, strength of the business case and strategy. What a person judged goes first; then
 * these rules (project choice), each null where nothing was observed.
 *
 * Price sensitivity: high when the approved budget does not cover the current price, or the payment score is under 50; low when the ROI is
 * over 150 % and the budget or the price of competitors leaves room; medium when any of these was observed. Competitive risk: none when it is
 * known that nobody else is looked at; of an evaluation high with health under 70 or ROI up to 100 %, low when an executive
 * speaks for us, else medium. Business case: strong over 150 % ROI, moderate from 100 %, weak under; unproven while the value is claimed
 * and the customer acknowledged none of it.
 *
 * @param expansionMinor open expansion in minor units; null: none known
 *
 * @example
 * assessRenewal({ competitiveEvaluation: true, health: 60, roiRate: null, judged: {} }, { probability: null }, { budgetChangeRate: null, againstCompetitorRate: null }, null).competitiveRisk
 * // => 'high'
 */
export function assessRenewal(
	facts: RenewalFacts,
	estimate: RenewalEstimate,
	price: PriceCheck,
	expansionMinor: number | null,
): RenewalAssessment {
	const { judged } = facts;
	const assessment = {
		confidence: judgeConfidence(estimate, facts),
		priceSensitivity: allowed(SENSITIVITIES, judged.priceSensitivity) ?? priceSensitivity(facts, price),
		competitiveRisk: allowed(RISKS, judged.competitiveRisk) ?? competitiveRisk(facts),
		businessCaseStrength: allowed(STRENGTHS, judged.businessCaseStrength) ?? businessCase(facts),
		strategy: null,
	} as RenewalAssessment;
	const strategy = chooseStrategy(assessment, estimate, expansionMinor);
	return strategy === null ? assessment : { ...assessment, strategy };
}

/** A value that is none of the enumeration is no judgement. */
function allowed(values: readonly string[], value: string | null | undefined): string | null {
	return typeof value === 'string' && values.includes(value) ? value : null;
}

function priceSensitivity(facts: RenewalFacts, price: PriceCheck): PriceSensitivity | null {
	const { paymentScore, roiRate } = facts;
	const { budgetChangeRate, againstCompetitorRate } = price;
	if ((budgetChangeRate ?? 0) < 0 || (paymentScore !== null && paymentScore < LATE_PAYER)) return 'high';
	const room = (budgetChangeRate ?? -1) > 0 || (againstCompetitorRate ?? 0) < 0;
	const pays = paymentScore === null || paymentScore >= GOOD_PAYER;
	if (roiRate !== null && roiRate > STRONG_ROI && room && pays) return 'low';
	const observed = budgetChangeRate ?? againstCompetitorRate ?? paymentScore ?? roiRate;
	return observed === null ? null : 'medium';
}

function competitiveRisk(facts: RenewalFacts): CompetitiveRisk | null {
	if (facts.competitiveEvaluation === null) return null;
	if (!facts.competitiveEvaluation) return 'none';
	const weak = (facts.health ?? HEALTHY) < HEALTHY || (facts.roiRate !== null && facts.roiRate <= PAYS);
	if (weak) return 'high';
	return facts.executiveAdvocacy === true ? 'low' : 'medium';
}

function businessCase(facts: RenewalFacts): BusinessCaseStrength | null {
	if (facts.valueAcknowledged === false) return 'unproven';
	if (facts.roiRate === null) return null;
	if (facts.roiRate > STRONG_ROI) return 'strong';
	return facts.roiRate >= PAYS ? 'moderate' : 'weak';
}
