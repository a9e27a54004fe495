import type { IDataObject } from 'n8n-workflow';

import type { Person, PlanContact } from '../../../scoring/value/SuccessPlan';
import { readDay } from '../../../shared/fields/readDay';
import { textIn } from './readEntry';
import type { Records } from './readRecords';

const listIn = (row: IDataObject, column: string): string[] =>
	(textIn(row, column) ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

const CLOSED = ['completed', 'cancelled'];

/**
 * What each of our people has in hand: accounts that are theirs (not deleted, not churned), and open success plans of accounts that
 * are somebody else's.
 */
export function countLoad({ accounts, plans }: Pick<Records, 'accounts' | 'plans'>): Map<string, number> {
	const load = new Map<string, number>();
	const add = (personId: string): void => void load.set(personId, (load.get(personId) ?? 0) + 1);
	const owners = new Map<string, string>();
	for (const account of accounts) {
		const csmId = textIn(account, 'csm_id');
		const gone = account.deleted === true || account.lifecycle_stage === 'churned';
		if (csmId === null || gone) continue;
		owners.set(String(account.account_id), csmId);
		add(csmId);
	}
	for (const plan of plans) {
		const csmId = textIn(plan, 'csm_id');
		if (csmId === null || CLOSED.includes(String(plan.status))) continue;
		if (owners.get(String(plan.account_id)) !== csmId) add(csmId);
	}
	return load;
}

/** Rows of cs_people, with what each has in hand. */
export function readPeople(rows: readonly IDataObject[], load: ReadonlyMap<string, number>): Person[] {
	return rows.map((row) => {
		const personId = String(row.person_id);
		return {
			personId,
			roles: listIn(row, 'role'),
			skills: listIn(row, 'skills'),
			absentFromOn: readDay(row.absent_from_on),
			absentToOn: readDay(row.absent_to_on),
			deputyId: textIn(row, 'deputy_id'),
			load: load.get(personId) ?? 0,
		};
	});
}

/** Rows of cs_contacts of one account. */
export function readContacts(rows: readonly IDataObject[]): PlanContact[] {
	return rows.map((row) => ({
		contactId: String(row.contact_id),
		role: textIn(row, 'role'),
		title: textIn(row, 'title'),
		leftOn: readDay(row.left_on),
		lastContactOn: readDay(row.last_contact_at),
	}));
}
