import { currencyExponent } from '../core/currencyExponent';
import { roundHalfUp } from '../core/roundHalfUp';

/**
 * An amount for people, in whole major units: minor units of a currency become "USD 1,240,000". The same on every machine (no locale).
 *
 * @example
 * wordMoney(124000050, 'USD')
 * // => 'USD 1,240,001'
 */
export function wordMoney(amountMinor: number, currency: string): string {
	const major = roundHalfUp(amountMinor / 10 ** currencyExponent(currency));
	return `${currency} ${String(major).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}
