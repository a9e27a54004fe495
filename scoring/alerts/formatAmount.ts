import { currencyExponent } from '../core/currencyExponent';
import { roundHalfUp } from '../core/roundHalfUp';

/**
 * An amount in minor units as a person reads it: currency code and whole major units, thousands grouped.
 * null when amount or currency is unknown.
 *
 * @example
 * formatAmount(12345650, 'USD')
 * // => 'USD 123,457'
 */
export function formatAmount(amountMinor: number | null, currency: string | null): string | null {
	if (amountMinor === null || currency === null) return null;
	const major = roundHalfUp(amountMinor / 10 ** currencyExponent(currency));
	const digits = String(Math.abs(major)).replace(/\B(?=(\d{3})+$)/g, ',');
	return `${currency.toUpperCase()} ${major < 0 ? '-' : ''}${digits}`;
}
