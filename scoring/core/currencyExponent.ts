const NO_MINOR_UNIT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const FOUR_DIGITS = 'CLF UYW'.split(' ');

const EXPONENTS: ReadonlyMap<string, number> = new Map([
	...NO_MINOR_UNIT.map((code) => [code, 0] as const),
	...THREE_DIGITS.map((code) => [code, 3] as const),
	...FOUR_DIGITS.map((code) => [code, 4] as const),
]);

/**
 * Decimal digits of a currency's minor unit by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. Every code that is not listed has 2.
 *
 * @example
 * [currencyExponent('USD'), currencyExponent('JPY'), currencyExponent('KWD')]
 * // => [2, 0, 3]
 */
export function currencyExponent(currency: string): number {
	return EXPONENTS.get(currency.toUpperCase()) ?? 2;
}
