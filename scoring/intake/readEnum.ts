import { foldEnum } from '../core/foldEnum';
import { ENUM_SYNONYMS } from './enumSynonyms';
import type { Reading } from './Reading';

/**
 * A value of an enumeration from what a source calls it: case, blanks and hyphens do not matter, and from a vendor a small
 * table of synonyms of the enumeration `name` (`table.column`) is known. Anything else is a fault that names the allowed values. Blank is null.
 *
 * @example
 * [readEnum('Waiting on contact', 'cs_tickets.status', ['open', 'pending'], 'vendor').value, readEnum('purple', 'x', ['red'], 'vendor').value]
 * // => ['pending', null]
 */
export function readEnum(
	value: unknown,
	name: string,
	allowed: readonly string[],
	origin: 'own' | 'vendor',
): Reading {
	if (value === null || value === undefined) return { value: null };
	if (typeof value === 'string' && value.trim() === '') return { value: null };
	const exact = foldEnum(value, allowed);
	if (exact !== null) return { value: exact };
	const synonyms = origin === 'own' ? {} : (ENUM_SYNONYMS[name] ?? {});
	const word = foldEnum(value, Object.keys(synonyms));
	const meant = word === null ? undefined : synonyms[word];
	if (meant !== undefined && allowed.includes(meant)) return { value: meant };
	const code = typeof value === 'object' ? 'wrong-type' : 'enum-value';
	const remedy = `Use one of: ${allowed.join(', ')}.`;
	return { value: null, fault: { code, reason: 'none of the values this field may have', remedy } };
}
