import type { Reading } from './Reading';
import { readText } from './readText';

/**
 * An opaque id as text, trimmed; its case is kept. A number becomes text; one beyond 2^53 has lost digits on its way and is a fault,
 * as are booleans, lists and objects.
 *
 * @example
 * [readId(512).value, readId('0015g00000A1bCdAAJ ').value, readId(true).value]
 * // => ['512', '0015g00000A1bCdAAJ', null]
 */
export function readId(value: unknown): Reading {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		const reason = 'not a whole number that a computer holds exactly, so digits of the id may be lost';
		return {
			value: null,
			fault: { code: 'id-imprecise', reason, remedy: 'Send the id as text, in quotes.' },
		};
	}
	if (typeof value === 'boolean') {
		const remedy = 'Map the field that holds the id.';
		return { value: null, fault: { code: 'wrong-type', reason: 'expected an id', remedy } };
	}
	return readText(value);
}
