import { roundHalfUp } from '../core/roundHalfUp';
import { wordCount } from '../core/wordCount';
import type { RenewalAssessment } from './Assessment';
import type { Incentive, IncentiveLimits } from './Incentives';

/**
 * What may be offered to keep a customer, never above the limits somebody set (all 0: nothing). Offered only where something stands
 * against the renewal, the cheapest to give first (project choice): a price lock and a discount for a longer term at high price sensitivity,
 * a service credit while the account is at risk or the business case weak, a plain discount at high competitive risk or high
 * price sensitivity. The rates together stay within `totalRate`; the last one is cut.
 *
 * @param arrMinor current amount of a year; null or not above 0: rates only
 *
 * @example
 * offerIncentives({ confidence: 'low', priceSensitivity: 'high', competitiveRisk: null, businessCaseStrength: null }, 1000, { discountRate: 0.1, termDiscountRate: 0.05, creditRate: 0, totalRate: 0.12, priceLockMonths: 0 }).map((one) => one.amountMinor)
 * // => [50, 70]
 */
export function offerIncentives(
	assessment: Omit<RenewalAssessment, 'strategy'>,
	arrMinor: number | null,
	limits: IncentiveLimits,
): Incentive[] {
	const { confidence, priceSensitivity, competitiveRisk, businessCaseStrength } = assessment;
	const dear = priceSensitivity === 'high';
	const threatened = competitiveRisk === 'high';
	const unproven = confidence === 'at_risk' || businessCaseStrength === 'weak';
	const offers: Incentive[] = [];
	// Hundredths of a percent: sums of rates such as 0.05 and 0.07 stay exact.
	let left = roundHalfUp(Math.max(0, limits.totalRate) * 10_000);
	const offer = (kind: Incentive['kind'], limit: number, because: string): void => {
		const given = Math.min(left, roundHalfUp(Math.max(0, limit) * 10_000));
		if (given === 0) return;
		left -= given;
		const rate = given / 10_000;
		const amountMinor = arrMinor === null || arrMinor <= 0 ? null : roundHalfUp(arrMinor * rate);
		offers.push({ kind, rate, amountMinor, because });
	};
	if (dear && limits.priceLockMonths > 0) {
		const because = `the price may stay for ${wordCount(limits.priceLockMonths, 'month')}: the price sensitivity is high`;
		offers.push({ kind: 'price_lock', rate: null, amountMinor: null, because });
	}
	if (dear)
		offer('term_discount', limits.termDiscountRate, 'for two years or more: the price sensitivity is high');
	if (unproven) offer('service_credit', limits.creditRate, 'once, for what did not go well');
	if (dear || threatened) {
		offer(
			'discount',
			limits.discountRate,
			threatened ? 'a competitor is close' : 'the price sensitivity is high',
		);
	}
	return offers;
}
