import type { RateRow } from '../core/convertMoney';

/**
 * Of every pair of currencies the latest rate of or before a day, so that converting many amounts does not read years of rates each time.
 * Rates that are not above 0 are left out.
 *
 * @example
 * latestRates([{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 }, { day_on: '2024-02-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.2 }], '2024-01-15').map((row) => row.rate)
 * // => [1.1]
 */
export function latestRates(rates: readonly RateRow[], onDay: string): RateRow[] {
	const latest = new Map<string, RateRow>();
	for (const row of rates) {
		if (row.day_on > onDay || !(row.rate > 0)) continue;
		const pair = `${row.from_currency}>${row.to_currency}`;
		const known = latest.get(pair);
		if (known === undefined || row.day_on >= known.day_on) latest.set(pair, row);
	}
	return [...latest.values()];
}
