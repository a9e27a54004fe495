import { currencyExponent } from '../core/currencyExponent';
import { roundHalfUp } from '../core/roundHalfUp';
import { readCurrency } from './readCurrency';
import { readDecimal } from './readDecimal';
import type { Fault, Reading } from './Reading';

const MARKED =
	/^([^\d\s.,()+'-]{1,4})?\s*([(+-]?[\d.,'’\s\u00a0\u2009\u202f()%e+-]*?)\s*([^\d\s.,()+'%-]{1,4})?$/iu;
/** `-$5` and `($5)`: the minus goes to the digits. */
const NEGATED = /^[-(]\s*([^\d\s.,()+'%-]{1,4})\s*([^()]*)\)?$/u;
const LONGEST_AMOUNT = 64;
const DOLLARS = 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BRL';

/**
 * An amount in whole minor units of `currency`. Major units (`1,234.50`, `€ 99`, 12.5) are shifted by the currency's digits and
 * rounded half up; minor units are whole already. A currency that is not known, or a sign in the amount that contradicts it, is a
 * fault: no amount is ever taken in a currency that was guessed. Minor units without a currency are kept and reported.
 *
 * @example
 * [readAmount('1,234.50', 'major', 'USD').value, readAmount('¥1200', 'major', 'JPY').value, readAmount('€ 5', 'major', 'USD').value]
 * // => [123450, 1200, null]
 */
export function readAmount(value: unknown, units: 'major' | 'minor', currency: string | null): Reading {
	if (value === null || value === undefined) return { value: null };
	if (typeof value === 'string' && value.trim() === '') return { value: null };
	const fail = (code: string, reason: string, remedy: string): Reading => ({
		value: null,
		fault: { code, reason, remedy },
	});
	if (typeof value !== 'number' && typeof value !== 'string') {
		return fail('wrong-type', 'expected an amount', 'Map a field that holds one amount.');
	}
	const [sign, digits] = typeof value === 'number' ? [null, String(value)] : splitSign(value);
	const decimal = digits === null ? null : readDecimal(digits);
	if (decimal === null || decimal.percent) {
		return fail('not-an-amount', 'expected an amount', 'Correct it in the source, or map another field.');
	}
	if (sign !== null && !fits(sign, currency)) {
		const reason = `its unit is not the currency of the row (${currency ?? 'none'})`;
		return fail(
			'currency-mismatch',
			reason,
			"Fill the row's currency, or choose the currency in the options.",
		);
	}
	if (currency === null && units === 'major') {
		const remedy = 'Map a currency field, or choose the currency in the options.';
		return fail('currency-missing', 'an amount without a currency', remedy);
	}
	const shift = units === 'minor' || currency === null ? 0 : currencyExponent(currency);
	const minor = roundHalfUp(
		Number(decimal.text.includes('e') ? Number(decimal.text) * 10 ** shift : `${decimal.text}e${shift}`),
	);
	if (!Number.isSafeInteger(minor)) {
		return fail('amount-range', 'too large to be kept to the cent', 'Correct it in the source.');
	}
	const doubt = doubtOf(decimal, typeof value, units, currency);
	return doubt === null ? { value: minor } : { value: minor, fault: { ...doubt, kept: true, mild: true } };
}

/** Currency sign or code before or after the digits. */
function splitSign(text: string): [sign: string | null, digits: string | null] {
	if (text.length > LONGEST_AMOUNT) return [null, null];
	const parts = MARKED.exec(text.trim().replace(NEGATED, '$1-$2'));
	if (parts === null) return [null, null];
	const [, before, digits = '', after] = parts;
	if (before !== undefined && after !== undefined) return [null, null];
	return [before ?? after ?? null, digits];
}

function fits(sign: string, currency: string | null): boolean {
	if (currency === null) return false;
	if (/^(?:[A-Z]{0,3})\$$/i.test(sign)) return DOLLARS.includes(currency);
	if (sign === '¥') return currency === 'JPY' || currency === 'CNY';
	if (/^kr\.?$/i.test(sign)) return ['SEK', 'NOK', 'DKK', 'ISK'].includes(currency);
	return readCurrency(sign).value === currency;
}

function doubtOf(
	decimal: { readonly ambiguous: boolean; readonly text: string },
	type: string,
	units: string,
	currency: string | null,
): Fault | null {
	if (type === 'string' && units === 'major' && decimal.ambiguous && currencyExponent(currency ?? '') < 3) {
		const reason = `read as ${decimal.text}, but the dot could part thousands`;
		return { code: 'amount-ambiguous', reason, remedy: 'Send the amount as a number.' };
	}
	if (units === 'minor' && !/^-?\d+$/.test(decimal.text)) {
		const remedy = 'Send whole minor units, or say that amounts are in major units.';
		return { code: 'amount-not-whole', reason: 'minor units are whole; it was rounded', remedy };
	}
	if (currency === null) {
		const remedy = 'Map a currency field, or choose the currency in the options.';
		return { code: 'currency-missing', reason: 'an amount without a currency', remedy };
	}
	return null;
}
