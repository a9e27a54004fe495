import { currencyExponent } from '../../../scoring/core/currencyExponent';

/** "USD 1,635,000" or "USD 1,635,000.50": an amount in minor units as a person reads it. Written by hand, as Intl is slow row by row. */
export function showMinor(amountMinor: number | null, currency: string): string {
	if (amountMinor === null) return 'unknown';
	const exponent = currencyExponent(currency);
	const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
	const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, ',');
	const part = exponent === 0 ? '' : digits.slice(-exponent);
	const sign = amountMinor < 0 ? '-' : '';
	return `${currency} ${sign}${whole}${/[1-9]/.test(part) ? `.${part}` : ''}`;
}
