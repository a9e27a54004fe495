import { maskText } from './maskText';
import { maskValue } from './maskValue';
import { NAME_KEYS, PHONE_KEYS } from './personalFields';

const foldKey = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

/**
 * Any JSON value with the personal data in it masked, nested as it may be: what `maskText` finds in texts and in numbers that are texts,
 * and whatever stands under a key that means a person's name or phone number (`firstname`, `Mobile Phone`). JSON inside a text is masked
 * inside. Structure, keys and all other values stay; the input is not changed.
 *
 * @param names people's names to hide wherever they occur in a text
 *
 * @example
 * maskRecord({ id: 7, properties: { firstname: 'Ada', note: 'ada@acme.com called' } })
 * // => { id: 7, properties: { firstname: 'Person Tonvilkr', note: 'vznubgrq@masked called' } }
 */
export function maskRecord(value: unknown, names: readonly string[] = []): unknown {
	return maskAt('', value, names);
}

function maskAt(key: string, value: unknown, names: readonly string[]): unknown {
	if (Array.isArray(value)) return value.map((inner) => maskAt(key, inner, names));
	if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
		// fromEntries defines keys, it does not assign them: `__proto__` stays a key.
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [maskText(name, names), maskAt(name, inner, names)]),
		);
	}
	const folded = foldKey(key);
	if (typeof value === 'number' && PHONE_KEYS.includes(folded)) return maskValue(String(value), 'phone');
	if (typeof value !== 'string' || value.trim() === '') return value;
	if (NAME_KEYS.includes(folded)) return maskValue(value, 'name');
	if (PHONE_KEYS.includes(folded)) return maskValue(value, 'phone');
	return maskJsonText(value, names) ?? maskText(value, names);
}

/** null: it is not JSON. */
function maskJsonText(text: string, names: readonly string[]): string | null {
	if (!/^\s*[[{]/.test(text)) return null;
	try {
		return JSON.stringify(maskAt('', JSON.parse(text), names));
	} catch {
		return null;
	}
}
