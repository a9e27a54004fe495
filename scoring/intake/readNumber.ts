import { readDecimal } from './readDecimal';
import type { Reading } from './Reading';

const EXPECTED = {
	number: 'expected a number',
	count: 'expected a whole number from 0',
	rate: 'expected a share from 0 to 1',
} as const;

/**
 * A finite number, a count (whole, from 0) or a rate (0 to 1), from a number or from text as people write it; `45 %` is 0.45 where
 * a rate is expected. Blank is null. What is out of range is a fault: a rate of 45 may mean 45 % or 4,500 %, so it is not guessed.
 *
 * @example
 * [readNumber('1,234.5', 'number').value, readNumber('45 %', 'rate').value, readNumber(-5, 'count').value]
 * // => [1234.5, 0.45, null]
 */
export function readNumber(value: unknown, kind: 'count' | 'number' | 'rate'): Reading {
	if (value === null || value === undefined) return { value: null };
	if (typeof value === 'string' && value.trim() === '') return { value: null };
	const wrong = (code: string, remedy: string): Reading => ({
		value: null,
		fault: { code, reason: EXPECTED[kind], remedy },
	});
	if (typeof value !== 'number' && typeof value !== 'string') {
		return wrong('wrong-type', 'Map a field that holds one number.');
	}
	const decimal = typeof value === 'number' ? null : readDecimal(value);
	let number = typeof value === 'number' ? value : Number(decimal?.text ?? Number.NaN);
	if (!Number.isFinite(number))
		return wrong('not-a-number', 'Correct it in the source, or map another field.');
	if (decimal?.percent === true) {
		if (kind !== 'rate') return wrong('percent', 'Map a field without %, or a field of shares.');
		number = Number(`${decimal.text}e-2`);
	}
	if (kind === 'count' && (number < 0 || !Number.isSafeInteger(number))) {
		return wrong(number < 0 ? 'negative' : 'not-whole', 'Correct it in the source, or map another field.');
	}
	if (kind === 'rate' && (number < 0 || number > 1)) {
		return wrong('rate-range', 'A percentage is written 0.45 or "45 %".');
	}
	// -0 is 0: JSON does not tell them apart.
	return { value: number + 0 };
}
