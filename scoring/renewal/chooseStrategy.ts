import type { RenewalAssessment, RenewalStrategy, StrategyId } from './Assessment';
import type { RenewalEstimate } from './RenewalFacts';

const WORDS: Readonly<Record<StrategyId, string>> = {
	recover: 'Put the account right first: executive call, recovery plan with dates, then the renewal.',
	defend: 'Defend against the competitor: switching cost, references, a comparison the sponsor can use.',
	prove_value: 'Prove the value before the price: agree the measured results with the customer.',
	hold_price: 'Hold the price: trade term length or scope for it, within the limits set.',
	expand: 'Renew and grow: offer the open expansion together with the renewal.',
	renew: 'Renew as it is, early and without effort for the customer.',
};

/**
 * The strategy of a renewal; the first that applies. Project choice: recover at class at_risk; defend at competitive risk medium or high;
 * prove value while the business case is weak or unproven, or the class is low; hold the price at high price sensitivity; expand when there is open expansion and
 * the class is high or medium; else renew as it is. null when nothing was observed at all.
 *
 * @param expansionMinor open expansion in minor units; null: none known
 *
 * @example
 * chooseStrategy({ confidence: 'high', priceSensitivity: 'low', competitiveRisk: null, businessCaseStrength: 'strong' }, { probability: 0.94 }, 46500000)?.id
 * // => 'expand'
 */
export function chooseStrategy(
	assessment: Omit<RenewalAssessment, 'strategy'>,
	estimate: RenewalEstimate,
	expansionMinor: number | null,
): RenewalStrategy | null {
	const { confidence, priceSensitivity, competitiveRisk, businessCaseStrength } = assessment;
	const observed =
		confidence ?? priceSensitivity ?? competitiveRisk ?? businessCaseStrength ?? estimate.probability;
	if (observed === null) return null;
	const choose = (id: StrategyId, because: string): RenewalStrategy => ({ id, words: WORDS[id], because });
	if (confidence === 'at_risk') return choose('recover', 'the renewal is at risk');
	if (competitiveRisk === 'high' || competitiveRisk === 'medium') {
		return choose('defend', `the competitive risk is ${competitiveRisk}`);
	}
	if (businessCaseStrength === 'weak' || businessCaseStrength === 'unproven') {
		return choose('prove_value', `the business case is ${businessCaseStrength}`);
	}
	if (confidence === 'low') return choose('prove_value', 'the probability of renewal is under 80 %');
	if (priceSensitivity === 'high') return choose('hold_price', 'the price sensitivity is high');
	const sure = confidence === 'high' || confidence === 'medium';
	if (sure && expansionMinor !== null && expansionMinor > 0) {
		return choose('expand', `the confidence is ${confidence} and expansion is open`);
	}
	return choose('renew', 'nothing that was observed stands against it');
}
