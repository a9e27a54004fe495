import type { ErasurePlan, PersonToForget, RowErasure, TableRows } from './Erasure';
import { eraseRow } from './eraseRow';
import { identifyPerson, type Identity } from './identifyPerson';
import { listVendorSteps } from './listVendorSteps';

/**
 * Everything that has to happen so that a person is forgotten: each row of each table that is deleted or changed, and the steps left to do
 * in the other systems. Searched are all columns of all rows that are handed over, JSON and free text included, for the addresses and ids
 * of the person wherever they stand and for their full name in rows of their accounts (a namesake at another customer stays). Carrying the
 * plan out and planning again gives an empty plan.
 *
 * @example
 * planErasure({ email: 'ada@acme.com', contactIds: [] }, [{ table: 'cs_contacts', key: ['contact_id'], rows: [{ contact_id: 'c1', email: 'ada@acme.com' }] }]).changes
 * // => [{ table: 'cs_contacts', where: { contact_id: 'c1' }, action: 'delete', set: {}, reason: 'the contact itself' }]
 */
export function planErasure(person: PersonToForget, tables: readonly TableRows[]): ErasurePlan {
	const identity = identifyPerson(person, tables);
	const changes: RowErasure[] = [];
	const counts: Record<string, number> = {};
	for (const { table, key, rows } of tables) {
		const before = changes.length;
		for (const row of rows) {
			const change = eraseRow(table, key, row, identity);
			if (change !== null) changes.push(change);
		}
		counts[table] = changes.length - before;
	}
	const touched = Object.values(counts).filter((count) => count > 0).length;
	const deleted = changes.filter(({ action }) => action === 'delete').length;
	return {
		changes,
		vendorSteps: listVendorSteps(identity.ids),
		counts,
		notes: notesFor(identity, tables),
		sentence:
			changes.length === 0
				? `Nothing of this person was found in ${tables.length} tables.`
				: `${deleted} rows are deleted and ${changes.length - deleted} cleaned in ${touched} of ${tables.length} tables.`,
	};
}

function notesFor(identity: Identity, tables: readonly TableRows[]): readonly string[] {
	const notes: string[] = [];
	if (identity.emails.length === 0 && identity.ids.length === 0) {
		notes.push('Neither an address nor an id was given: nothing was searched.');
	}
	if (identity.emails.length === 0) notes.push('No email address is known: only ids were searched for.');
	if (identity.names.length === 0) {
		notes.push('No full name is known: mentions by name in notes and messages were not searched for.');
	} else
		notes.push(
			'Nicknames, first names alone and misspellings in free text are not found: read the notes of the account.',
		);
	if (!tables.some(({ table }) => table === 'cs_contacts')) {
		notes.push('cs_contacts was not handed over: other ids and addresses of the person are not known.');
	}
	return notes;
}
