import { currencyExponent } from '../core/currencyExponent';

/**
 * An amount as people read it, without cents where there are none: 280,000 USD.
 *
 * @param minor whole minor units
 *
 * @example
 * [wordAmount(28000000, 'USD'), wordAmount(1050, 'EUR'), wordAmount(500, 'JPY')]
 * // => ['280,000 USD', '10.50 EUR', '500 JPY']
 */
export function wordAmount(minor: number, currency: string): string {
	const exponent = currencyExponent(currency);
	const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
	const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, ',');
	const part = digits.slice(digits.length - exponent);
	const fraction = exponent === 0 || /^0+$/.test(part) ? '' : `.${part}`;
	return `${minor < 0 ? '-' : ''}${whole}${fraction} ${currency}`;
}
