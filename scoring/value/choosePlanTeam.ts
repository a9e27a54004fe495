import { isAbsent } from './isAbsent';
import type { Person, PlanContact, TeamMember } from './SuccessPlan';

export interface TeamNeed {
	readonly csmId: string | null;
	readonly contactId: string | null;
	readonly sponsorId: string | null;
	/** Those the event names. */
	readonly members: readonly TeamMember[];
	/** YYYY-MM-DD; who left or is absent then is not chosen. */
	readonly onDay: string;
}

const TECHNICAL =
	/\b(it|cto|ciso|technical|technology|tech|engineer(ing)?|architect|developer|admin(istrator)?|devops|integrations?|data|systems?)\b/i;

/**
 * The implementation team of a plan, both sides: our customer success manager and an executive who oversees it (role executive, the one with the least
 * load, then the lowest id), the customer's primary contact, sponsor and technical lead (by role or title, another person than those two where there is
 * one), then everybody the event names. A place that nobody can be found for is listed without an id, so that somebody fills it; a role the event fills
 * is not filled again. Which words make a technical lead is this project's choice.
 *
 * @example
 * choosePlanTeam([], [{ contactId: 'c1', role: 'user', title: 'IT Director', leftOn: null, lastContactOn: null }], { csmId: 'p1', contactId: null, sponsorId: null, members: [], onDay: '2026-01-05' }).map(({ role, id }) => [role, id])
 * // => [['csm', 'p1'], ['executive_oversight', null], ['primary_contact', null], ['executive_sponsor', null], ['technical_lead', 'c1']]
 */
export function choosePlanTeam(
	people: readonly Person[],
	contacts: readonly PlanContact[],
	{ csmId, contactId, sponsorId, members, onDay }: TeamNeed,
): TeamMember[] {
	const executive = people
		.filter((person) => person.roles.includes('executive') && !isAbsent(person, onDay))
		.sort((a, b) => a.load - b.load || (a.personId < b.personId ? -1 : 1))[0];
	const technical = contacts
		.filter(({ leftOn, role, title }) => {
			const there = leftOn === null || leftOn > onDay;
			return there && TECHNICAL.test(`${role ?? ''} ${title ?? ''}`.replaceAll('_', ' '));
		})
		.sort((a, b) => (a.contactId < b.contactId ? -1 : 1));
	const lead =
		technical.find((contact) => contact.contactId !== contactId && contact.contactId !== sponsorId) ??
		technical[0];
	const places: TeamMember[] = [
		{ side: 'ours', role: 'csm', id: csmId, count: 1 },
		{ side: 'ours', role: 'executive_oversight', id: executive?.personId ?? null, count: 1 },
		{ side: 'customer', role: 'primary_contact', id: contactId, count: 1 },
		{ side: 'customer', role: 'executive_sponsor', id: sponsorId, count: 1 },
		{ side: 'customer', role: 'technical_lead', id: lead?.contactId ?? null, count: 1 },
	];
	const filled = new Set(members.map(({ side, role }) => `${side} ${role}`));
	return [...places.filter(({ side, role }) => !filled.has(`${side} ${role}`)), ...members];
}
