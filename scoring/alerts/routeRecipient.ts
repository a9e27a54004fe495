import type { PersonRow } from './AlertRows';

/** Where a message to a person ends up. */
export interface Route {
	/** Who gets it; null: nobody. */
	readonly person: PersonRow | null;
	/** The absent people it passed, in order. */
	readonly absent: readonly PersonRow[];
	/** Why nobody gets it; null when somebody does. */
	readonly reason: string | null;
}

/**
 * Finds who gets a message on a day (YYYY-MM-DD): the person, or while absent (first and last day inclusive) the deputy, along a
 * chain of deputies. Nobody, with the reason in words, when the id is missing or unknown, when an absent person names no deputy, or
 * when the deputies stand in for each other. An open end of an absence counts as absent; with neither end the person is present.
 *
 * @example
 * routeRecipient('mia', new Map([['mia', { person_id: 'mia', name: 'Mia', email: null, role: 'csm', absent_from_on: null, absent_to_on: null, deputy_id: null }]]), '2024-01-15').person?.name
 * // => 'Mia'
 */
export function routeRecipient(
	personId: string | null,
	people: ReadonlyMap<string, PersonRow>,
	onDay: string,
): Route {
	const absent: PersonRow[] = [];
	const nobody = (reason: string): Route => ({ person: null, absent, reason });
	if (personId === null) return nobody('nobody is assigned');
	let id = personId;
	for (;;) {
		const person = people.get(id);
		if (person === undefined) return nobody(`person ${id} is not in cs_people`);
		if (!isAbsent(person, onDay)) return { person, absent, reason: null };
		if (absent.includes(person)) {
			return nobody(`${absent.map(nameOf).join(' and ')} are absent and only stand in for each other`);
		}
		absent.push(person);
		if (person.deputy_id === null) return nobody(`${nameOf(person)} is absent and has no deputy`);
		id = person.deputy_id;
	}
}

function isAbsent(person: PersonRow, onDay: string): boolean {
	const { absent_from_on: from, absent_to_on: to } = person;
	if (from === null && to === null) return false;
	return (from === null || from <= onDay) && (to === null || onDay <= to);
}

function nameOf(person: PersonRow): string {
	return person.name ?? person.person_id;
}
