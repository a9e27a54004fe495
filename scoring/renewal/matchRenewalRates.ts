import type { MatchedRate, RenewalFacts, RenewalRates } from './RenewalFacts';

const ROI_OVER = 1.5;
const NPS_OVER = 8;

/**
 * Which of the four properties with a known renewal rate an account has: ROI over 150 %, NPS over 8, executive advocacy, competitive
 * evaluation. What was not observed is not matched, and does not count against the account.
 *
 * @example
 * matchRenewalRates({ roiRate: 1.87, nps: 9.2, executiveAdvocacy: true }, defaultRenewalRates()).map((match) => match.rate)
 * // => [97, 94, 91]
 */
export function matchRenewalRates(facts: RenewalFacts, rates: RenewalRates): MatchedRate[] {
	const matched: MatchedRate[] = [];
	const { roiRate, nps } = facts;
	if (roiRate !== null && roiRate > ROI_OVER) {
		matched.push({
			id: 'roi',
			rate: rates.roi,
			words: `an ROI of ${Math.floor(roiRate * 100 + 0.5)} % gross`,
		});
	}
	if (nps !== null && nps > NPS_OVER) {
		matched.push({ id: 'nps', rate: rates.nps, words: `an NPS of ${Math.floor(nps * 10 + 0.5) / 10}` });
	}
	if (facts.executiveAdvocacy === true) {
		matched.push({
			id: 'executiveAdvocacy',
			rate: rates.executiveAdvocacy,
			words: 'an executive who speaks for us',
		});
	}
	if (facts.competitiveEvaluation === true) {
		const words = 'a competitor being evaluated';
		matched.push({ id: 'competitiveEvaluation', rate: rates.competitiveEvaluation, words });
	}
	return matched;
}
