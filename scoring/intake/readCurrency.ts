import { isCurrency } from './isCurrency';
import type { Reading } from './Reading';

/** Symbols that stand for one currency only. `$`, `¥` and `kr` stand for several and are not guessed. */
const SYMBOLS: Readonly<Record<string, string>> = {
	'€': 'EUR',
	'£': 'GBP',
	'₹': 'INR',
	'₩': 'KRW',
	'₪': 'ILS',
	'₫': 'VND',
	'₺': 'TRY',
};

/**
 * An ISO 4217 code in upper case, from the code in any case or from a symbol that stands for one currency only. An unknown one is a
 * fault: its amounts have no known minor unit and are not taken. Blank is null.
 *
 * @example
 * [readCurrency('eur').value, readCurrency('€').value, readCurrency('$').value]
 * // => ['EUR', 'EUR', null]
 */
export function readCurrency(value: unknown): Reading {
	if (value === null || value === undefined) return { value: null };
	const text = typeof value === 'string' ? value.trim().toUpperCase() : '?';
	if (text === '') return { value: null };
	const code = SYMBOLS[text] ?? text;
	if (isCurrency(code)) return { value: code };
	const fault = {
		code: typeof value === 'string' ? 'currency-unknown' : 'wrong-type',
		reason: 'no currency code of ISO 4217',
		remedy: 'Use a code such as USD, EUR or JPY.',
	};
	return { value: null, fault };
}
