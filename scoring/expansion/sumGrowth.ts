import { sumMoney, type Amount, type MoneySum } from '../core/sumMoney';
import type { RateRow } from '../core/convertMoney';

export interface GrowthAmount extends Amount {
	/** Id of the opportunity that counts in its place; null or left out: it counts itself. */
	readonly alternativeTo?: string | null;
}

export interface GrowthTotal extends MoneySum {
	/** Total over the account's ARR, 0.48 is plus 48 %; null: no total, or no ARR. */
	readonly shareOfArr: number | null;
	/** Opportunities that are in no sum, because another one counts in their place. */
	readonly alternatives: number;
}

/**
 * What the opportunities of an account come to a year in the account's currency, and how much that is of its ARR. Opportunities without an amount are
 * counted and add nothing; of alternatives (`findAlternatives`) only the one that counts is added.
 *
 * @param currency of `arrMinor`, ISO 4217
 *
 * @example
 * sumGrowth([{ amountMinor: 28000000, currency: 'USD' }, { amountMinor: 14000000, currency: 'USD' }], 87500000, 'USD', '2024-11-24', []).shareOfArr
 * // => 0.48
 */
export function sumGrowth(
	amounts: readonly GrowthAmount[],
	arrMinor: number | null,
	currency: string | null,
	onDay: string,
	rates: readonly RateRow[],
): GrowthTotal {
	const counted = amounts.filter(({ alternativeTo }) => (alternativeTo ?? null) === null);
	const sum = sumMoney(counted, { reportCurrency: currency, onDay, rates });
	const shareOfArr =
		sum.totalMinor === null || arrMinor === null || arrMinor <= 0 ? null : sum.totalMinor / arrMinor;
	return { ...sum, shareOfArr, alternatives: amounts.length - counted.length };
}
