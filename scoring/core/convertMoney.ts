import { currencyExponent } from './currencyExponent';
import { roundHalfUp } from './roundHalfUp';

/** A row of cs_rates: one unit of `from_currency` is worth `rate` units of `to_currency` (major units) from `day_on` on. */
export interface RateRow {
	/** YYYY-MM-DD */
	readonly day_on: string;
	readonly from_currency: string;
	readonly to_currency: string;
	readonly rate: number;
}

/** An amount in whole minor units of its currency (cents, yen, fils). */
export interface Money {
	readonly amountMinor: number;
	/** ISO 4217 code. */
	readonly currency: string;
}

/**
 * Converts an amount into minor units of another currency, rounded half up once at the end, with the latest rate of or before
 * `onDay` (YYYY-MM-DD). A rate given only the other way round is inverted; rates are not chained over a third currency, because that
 * hides which rate was used. null when there is no rate: the caller must say what it left out, not count it as 0.
 *
 * @example
 * convertMoney({ amountMinor: 1000, currency: 'EUR' }, 'JPY', '2024-01-15', [{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'JPY', rate: 160 }])
 * // => 1600
 */
export function convertMoney(
	money: Money,
	toCurrency: string,
	onDay: string,
	rates: readonly RateRow[],
): number | null {
	if (money.currency === toCurrency) return money.amountMinor;
	const rate =
		latestRate(money.currency, toCurrency, onDay, rates) ??
		invert(latestRate(toCurrency, money.currency, onDay, rates));
	if (rate === null) return null;
	const shift = 10 ** (currencyExponent(toCurrency) - currencyExponent(money.currency));
	return roundHalfUp(money.amountMinor * rate * shift);
}

function latestRate(from: string, to: string, onDay: string, rates: readonly RateRow[]): number | null {
	let latest: RateRow | null = null;
	for (const row of rates) {
		if (row.from_currency !== from || row.to_currency !== to || row.day_on > onDay || !(row.rate > 0))
			continue;
		if (latest === null || row.day_on >= latest.day_on) latest = row;
	}
	return latest?.rate ?? null;
}

function invert(rate: number | null): number | null {
	return rate === null ? null : 1 / rate;
}
