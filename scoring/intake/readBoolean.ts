import type { Reading } from './Reading';

const YES = new Set(['true', 'yes', 'y', 'on', '1', 'checked', 'ja', 'oui', 'sí', 'si']);
const NO = new Set(['false', 'no', 'n', 'off', '0', 'unchecked', 'nein', 'non']);

/**
 * Yes or no as systems write it: true, 1, 'Yes', 'on', 'checked' and their opposites. Blank is null: not recorded is not "no".
 *
 * @example
 * [readBoolean('Yes').value, readBoolean(0).value, readBoolean('maybe').value]
 * // => [true, false, null]
 */
export function readBoolean(value: unknown): Reading {
	if (value === null || value === undefined) return { value: null };
	if (typeof value === 'boolean') return { value };
	const text = typeof value === 'object' ? '?' : String(value).trim().toLowerCase();
	if (text === '') return { value: null };
	if (YES.has(text)) return { value: true };
	if (NO.has(text)) return { value: false };
	const code = typeof value === 'object' ? 'wrong-type' : 'not-a-boolean';
	return { value: null, fault: { code, reason: 'expected yes or no', remedy: 'Use true or false.' } };
}
