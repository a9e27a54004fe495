import type { CanonicalObject } from '../core/CanonicalModel';
import { maskRow } from './maskRow';

type Row = Readonly<Record<string, unknown>>;
export type RowsByObject = Readonly<Partial<Record<CanonicalObject, readonly Row[]>>>;

/**
 * Rows of several objects with their personal data masked; see `maskRow`. Names of contacts and of our own people are hidden in free texts
 * as well: a contact's in the rows of their account, our people's in all.
 *
 * @example
 * maskRows({ contacts: [{ account_id: 'a', name: 'Ada Lovelace' }], interactions: [{ account_id: 'a', text: 'Ada Lovelace is leaving' }] }).interactions
 * // => [{ account_id: 'a', text: 'Person Kjpxqovp is leaving' }]
 */
export function maskRows(rows: RowsByObject): RowsByObject {
	const ours = namesOf(rows.people ?? []);
	const byAccount = new Map<unknown, string[]>();
	for (const contact of rows.contacts ?? []) {
		const names = byAccount.get(contact.account_id);
		if (names === undefined) byAccount.set(contact.account_id, namesOf([contact]));
		else names.push(...namesOf([contact]));
	}
	return Object.fromEntries(
		Object.entries(rows).map(([object, list]) => [
			object,
			list.map((row) =>
				maskRow(object as CanonicalObject, row, [...(byAccount.get(row.account_id) ?? []), ...ours]),
			),
		]),
	);
}

/** Longest first, so that "Ada Lovelace King" is not left as "Person … King". A name of one Latin word may be any word. */
const namesOf = (people: readonly Row[]): string[] =>
	people
		.map(({ name }) => (typeof name === 'string' ? name.trim() : ''))
		.filter((name) => /\s/.test(name) || /\P{Script=Latin}{2}/u.test(name))
		.sort((a, b) => b.length - a.length);
