import { currencyExponent } from '../../scoring/core/currencyExponent';
import { roundHalfUp } from '../../scoring/core/roundHalfUp';

/**
 * An amount in whole minor units of its currency, from minor units (whole) or major units (half-up to a minor unit).
 * null when there is none, when it is no number, or when major units come without a currency.
 *
 * @example
 * readAmountMinor('1200.50', 'major', 'EUR')
 * // => 120050
 */
export function readAmountMinor(
	value: unknown,
	units: 'minor' | 'major',
	currency: string | null,
): number | null {
	if (value === null || value === undefined || value === '' || typeof value === 'boolean') return null;
	const amount = Number(value);
	if (!Number.isFinite(amount)) return null;
	if (units === 'minor') return roundHalfUp(amount);
	return currency === null ? null : roundHalfUp(amount * 10 ** currencyExponent(currency));
}
