import { currencyExponent } from '../core/currencyExponent';

/**
 * An amount in minor units as a person reads it, without its currency: thousands parted by commas, decimals as the currency has them.
 *
 * @example
 * [formatMinor(122705000, 'USD'), formatMinor(-1234, 'JPY'), formatMinor(5, 'KWD')]
 * // => ['1,227,050.00', '-1,234', '0.005']
 */
export function formatMinor(amountMinor: number, currency: string | null): string {
	const exponent = currency === null ? 2 : currencyExponent(currency);
	const digits = String(Math.floor(Math.abs(amountMinor) + 0.5)).padStart(exponent + 1, '0');
	let whole = digits.slice(0, digits.length - exponent);
	for (let at = whole.length - 3; at > 0; at -= 3) whole = `${whole.slice(0, at)},${whole.slice(at)}`;
	const sign = amountMinor < 0 ? '-' : '';
	return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}
