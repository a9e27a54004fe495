import type { RenewalConfidence } from './Assessment';
import type { RenewalEstimate, RenewalFacts } from './RenewalFacts';

const AT_RISK_BELOW = 0.7;
const MEDIUM_FROM = 0.8;
const HIGH_FROM = 0.9;
const POOR_HEALTH = 50;

/**
 * The confidence class of a renewal. Project choice: at_risk under 70 % or with a health score under 50, low under 80 %, medium under 90 %,
 * high from 90 % on. A high one needs evidence: two of the four properties observed, or a trained model; else it is medium. null without
 * a probability, unless the health score alone says at_risk.
 *
 * @example
 * judgeConfidence({ probability: 0.94, source: 'base_rates', coverage: 0.75 }, { health: 87 })
 * // => 'high'
 */
export function judgeConfidence(estimate: RenewalEstimate, facts: RenewalFacts): RenewalConfidence | null {
	const { probability, source, coverage } = estimate;
	if (facts.health !== null && facts.health < POOR_HEALTH) return 'at_risk';
	if (probability === null) return null;
	if (probability < AT_RISK_BELOW) return 'at_risk';
	if (probability < MEDIUM_FROM) return 'low';
	const evident = source === 'model' || (source === 'base_rates' && coverage >= 0.5);
	return probability >= HIGH_FROM && evident ? 'high' : 'medium';
}
