/**
 * Months until a cost has come back, when the yearly value flows in evenly: cost / (yearly value / 12). Cost and value must be of the same
 * scope: a year's cost against a year's value. A quarter's cost against it gives a quarter of the months (4.7 instead of 18.75).
 * null when something is unknown or nothing flows back; 0 when nothing was paid. Not discounted.
 *
 * @param costMinor what was paid, minor units
 * @param yearlyValueMinor what flows back in 12 months, minor units of the same currency
 *
 * @example
 * paybackMonths(87500000, 56000000)
 * // => 18.75
 */
export function paybackMonths(costMinor: number | null, yearlyValueMinor: number | null): number | null {
	if (costMinor === null || yearlyValueMinor === null) return null;
	if (costMinor <= 0) return 0;
	return yearlyValueMinor > 0 ? (costMinor * 12) / yearlyValueMinor : null;
}
