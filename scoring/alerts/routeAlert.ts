import type { AlertAccount, PersonRow } from './AlertRows';
import type { Audience } from './alertLevels';
import { routeRecipient } from './routeRecipient';

/** A person who gets an alert, and in whose place. */
export interface Recipient {
	readonly person: PersonRow;
	/** "CSM", "executive, stands in for Mia" */
	readonly as: string;
}

export interface AlertRoute {
	/** Each person once, in the order CSM, account executive, executives. */
	readonly reached: readonly Recipient[];
	/** One sentence part per role that reached nobody: "CSM: nobody is assigned". */
	readonly missed: readonly string[];
}

/**
 * Finds the people of an alert: the account's CSM and account executive, or everybody in cs_people with the role `executive`, each
 * replaced by the deputy while absent on `onDay` (YYYY-MM-DD). Nobody appears twice. `account` null means the account is unknown.
 *
 * @example
 * routeAlert(null, ['executives'], new Map(), '2024-01-15').missed
 * // => ['executive: nobody in cs_people has the role executive']
 */
export function routeAlert(
	account: AlertAccount | null,
	audiences: readonly Audience[],
	people: ReadonlyMap<string, PersonRow>,
	onDay: string,
): AlertRoute {
	const reached = new Map<string, Recipient>();
	const missed: string[] = [];
	for (const [role, personId] of wanted(account, audiences, people)) {
		if (role === 'executive' && personId === null) {
			missed.push('executive: nobody in cs_people has the role executive');
			continue;
		}
		if (account === null && personId === null) {
			missed.push(`${role}: the account is not in cs_accounts`);
			continue;
		}
		const route = routeRecipient(personId, people, onDay);
		if (route.person === null) missed.push(`${role}: ${route.reason}`);
		else if (!reached.has(route.person.person_id)) {
			const absent = route.absent[0];
			const standsIn = absent === undefined ? '' : `, stands in for ${absent.name ?? absent.person_id}`;
			reached.set(route.person.person_id, { person: route.person, as: `${role}${standsIn}` });
		}
	}
	return { reached: [...reached.values()], missed };
}

function wanted(
	account: AlertAccount | null,
	audiences: readonly Audience[],
	people: ReadonlyMap<string, PersonRow>,
): ReadonlyArray<readonly [string, string | null]> {
	return audiences.flatMap((audience): Array<readonly [string, string | null]> => {
		if (audience === 'account team') {
			return [
				['CSM', account?.csm_id ?? null],
				['account executive', account?.ae_id ?? null],
			];
		}
		const executives = [...people.values()].filter((person) => hasRole(person, 'executive'));
		if (executives.length === 0) return [['executive', null]];
		return executives.map((person) => ['executive', person.person_id] as const);
	});
}

function hasRole(person: PersonRow, role: string): boolean {
	const roles = (person.role ?? '').split(',').map((text) => text.trim().toLowerCase());
	return roles.includes(role);
}
