import { roundHalfUp } from '../../core/roundHalfUp';
import type { LedgerTotal } from './sumLedger';

/**
 * What a period cost the customer, in whole minor units: the price of a year for that many years, and on top its own effort, the cost entries of the
 * ledger. null when the price or the length is not known, and when cost was booked in a currency that cannot be converted.
 *
 * @param yearlyMinor what the customer pays a year (ARR), in the currency of the costs' total
 * @param years length of the period
 *
 * @example
 * costOfPeriod({ perCurrency: [], inReport: { baseMinor: 12500 } }, 87500, 0.5)
 * // => 56250
 */
export function costOfPeriod(
	costs: Pick<LedgerTotal, 'perCurrency' | 'inReport'> | undefined,
	yearlyMinor: number | null,
	years: number | null,
): number | null {
	if (yearlyMinor === null || years === null) return null;
	const price = roundHalfUp(yearlyMinor * years);
	if (costs === undefined || costs.perCurrency.length + (costs.inReport === null ? 0 : 1) === 0) return price;
	return costs.inReport === null ? null : price + costs.inReport.baseMinor;
}
