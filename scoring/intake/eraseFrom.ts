import type { Identity } from './identifyPerson';
import { NAME_KEYS, PHONE_KEYS } from './personalFields';

const ERASED = '[erased]';
const OTHER_KEYS =
	'email emailaddress mail address street birthdate dateofbirth jobtitle title linkedin twitter chatid'.split(
		' ',
	);
const PERSONAL_KEYS = new Set([...NAME_KEYS, ...PHONE_KEYS, ...OTHER_KEYS]);

/** What is looked for: words anywhere in a text, and ids that only count as a whole value. */
interface Search {
	readonly words: RegExp | null;
	readonly whole: ReadonlySet<string>;
}

/**
 * A value with every mention of a person replaced by `[erased]`: their addresses, ids and, with `withNames`, full names, as whole words in
 * any case. A short or all-digit id could be any number, so it counts only where it is the whole value (a number: under a key that ends in
 * id). In an object that names the person, the name, phone, address and title beside it go as well. JSON in a text stays JSON. Returns the
 * value itself when there is nothing of them in it.
 *
 * @param key column or key under which the value stands
 *
 * @example
 * eraseFrom('{"to":"Ada@acme.com","subject":"Hi"}', { emails: ['ada@acme.com'], ids: [], names: [], accountIds: [] }, false, 'payload_json')
 * // => '{"to":"[erased]","subject":"Hi"}'
 */
export function eraseFrom(value: unknown, person: Identity, withNames: boolean, key: string): unknown {
	return eraseAt(key, value, searchFor(person, withNames));
}

/** Made once for each person: tables hold many values. */
const SEARCHES = new WeakMap<Identity, Map<boolean, Search>>();

function searchFor(person: Identity, withNames: boolean): Search {
	const held = SEARCHES.get(person) ?? new Map<boolean, Search>();
	SEARCHES.set(person, held);
	const known = held.get(withNames);
	if (known !== undefined) return known;
	const isWord = (id: string): boolean => id.length >= 6 && /\D/.test(id);
	const words = [...person.emails, ...person.ids.filter(isWord), ...(withNames ? person.names : [])];
	const search = { words: patternOf(words), whole: new Set(person.ids) };
	held.set(withNames, search);
	return search;
}

/** The address ada@acme.com is not in xada@acme.com nor in ada@acme.com.au. */
function patternOf(words: readonly string[]): RegExp | null {
	if (words.length === 0) return null;
	const escaped = [...words]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
	return new RegExp(
		`(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][.+-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_]|[.-][\\p{L}\\p{N}])`,
		'giu',
	);
}

function eraseAt(key: string, value: unknown, search: Search): unknown {
	if (typeof value === 'number') return /id$/i.test(key) && search.whole.has(String(value)) ? ERASED : value;
	if (typeof value === 'string') return eraseText(value, search);
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	if (Array.isArray(value)) {
		const list = value.map((inner) => eraseAt(key, inner, search));
		return list.every((inner, index) => inner === value[index]) ? value : list;
	}
	const entries = Object.entries(value).map(([name, inner]) => ({
		name,
		newName: eraseText(name, search),
		inner: inner as unknown,
		newInner: eraseAt(name, inner, search),
	}));
	const isTheirs = entries.some(({ inner, newInner }) => isScalar(inner) && newInner !== inner);
	if (entries.every(({ name, newName, inner, newInner }) => name === newName && inner === newInner))
		return value;
	return Object.fromEntries(
		entries.map(({ name, newName, inner, newInner }) => {
			const goes = isTheirs && isScalar(inner) && inner !== null && PERSONAL_KEYS.has(foldKey(name));
			return [newName, goes ? ERASED : newInner];
		}),
	);
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const foldKey = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

function eraseText(text: string, search: Search): string {
	if (search.whole.has(text.trim())) return ERASED;
	if (/^\s*[[{]/.test(text)) {
		try {
			const parsed: unknown = JSON.parse(text);
			const erased = eraseAt('', parsed, search);
			return erased === parsed ? text : JSON.stringify(erased);
		} catch {
			// Broken JSON is text.
		}
	}
	return search.words === null ? text : text.replace(search.words, ERASED);
}
