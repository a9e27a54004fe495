import type { Sensitivity } from '../core/CanonicalModel';

const LONGEST_SHOWN = 60;

/**
 * A value as a message may show it: short, in quotes, one line. Of a restricted field, and wherever there is an `@` or a long run of
 * digits, only its length is told: messages end in logs.
 *
 * @example
 * [showValue('ada(at)example', 'restricted'), showValue('ada@acme.com', 'internal'), showValue([1, 2], 'internal')]
 * // => ['a text of 14 characters', 'a text of 12 characters', 'a list of 2']
 */
export function showValue(value: unknown, sensitivity: Sensitivity): string {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === 'object' && value !== null && !(value instanceof Date)) return 'an object';
	const isDate = value instanceof Date;
	const text = isDate ? (Number.isNaN(value.getTime()) ? 'no date' : value.toISOString()) : String(value);
	if (sensitivity === 'restricted' || /@|(?:\d[\s()./-]?){9}/.test(isDate ? '' : text)) {
		return `a text of ${text.length} characters`;
	}
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= LONGEST_SHOWN ? `"${line}"` : `"${line.slice(0, LONGEST_SHOWN)}…"`;
}
