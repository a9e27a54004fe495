import { roundHalfUp } from '../core/roundHalfUp';

/**
 * Net present value in whole minor units: the first flow is today's and counts in full, each later one is one year on and is discounted by
 * (1 + rate) per year; rounded once at the end. null when a flow is unknown, there is none, or the rate is -1 or below.
 *
 * @param flowsMinor money in minus money out per year, today first, minor units of one currency
 * @param discountRate per year, 0.1 is 10 %; a project choice of the user, there is no standard one
 *
 * @example
 * netPresentValue([-100000, 60000, 60000], 0.1)
 * // => 4132
 */
export function netPresentValue(
	flowsMinor: ReadonlyArray<number | null>,
	discountRate: number,
): number | null {
	if (flowsMinor.length === 0 || !(discountRate > -1)) return null;
	let sum = 0;
	let factor = 1;
	for (const flow of flowsMinor) {
		if (flow === null) return null;
		sum += flow / factor;
		factor *= 1 + discountRate;
	}
	return roundHalfUp(sum);
}
