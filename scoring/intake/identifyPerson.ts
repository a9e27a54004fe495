import type { PersonToForget, TableRows } from './Erasure';
import { wordOf } from './wordOf';

/** Everything that names a person in our tables. */
export interface Identity {
	/** Lower case. */
	readonly emails: readonly string[];
	readonly ids: readonly string[];
	/** Full names, of two words or more. */
	readonly names: readonly string[];
	/** Accounts in whose rows the names are searched for; namesakes elsewhere stay. */
	readonly accountIds: readonly string[];
}

const textOf = (value: unknown): string => wordOf(value).trim();

/**
 * What names a person, from an address or ids: cs_contacts and cs_people are read until no further id, address or name turns up, because
 * one person may stand in several systems.
 *
 * @example
 * identifyPerson({ email: 'ADA@acme.com', contactIds: [] }, [{ table: 'cs_contacts', key: ['contact_id'], rows: [{ contact_id: 'c1', email: 'ada@acme.com', name: 'Ada Lovelace', account_id: 'a' }] }])
 * // => { emails: ['ada@acme.com'], ids: ['c1'], names: ['Ada Lovelace'], accountIds: ['a'] }
 */
export function identifyPerson(person: PersonToForget, tables: readonly TableRows[]): Identity {
	const emails = new Set<string>();
	const ids = new Set(person.contactIds.map((id) => id.trim()).filter((id) => id !== ''));
	const names = new Set<string>();
	const accountIds = new Set<string>();
	if (person.email !== null && person.email.trim() !== '') emails.add(person.email.trim().toLowerCase());
	const records = tables.flatMap(({ table, rows }) => {
		const idColumn = table === 'cs_contacts' ? 'contact_id' : table === 'cs_people' ? 'person_id' : null;
		return idColumn === null ? [] : rows.map((row) => ({ row, id: textOf(row[idColumn]) }));
	});
	for (let before = -1; before !== emails.size + ids.size; ) {
		before = emails.size + ids.size;
		for (const { row, id } of records) {
			const email = textOf(row.email).toLowerCase();
			if (!ids.has(id) && !(email !== '' && emails.has(email))) continue;
			if (id !== '') ids.add(id);
			if (email !== '') emails.add(email);
			const name = textOf(row.name);
			if (/\S\s+\S/.test(name)) names.add(name);
			const accountId = textOf(row.account_id);
			if (accountId !== '') accountIds.add(accountId);
		}
	}
	return { emails: [...emails], ids: [...ids], names: [...names], accountIds: [...accountIds] };
}
