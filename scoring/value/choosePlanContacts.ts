import { isDecisionMaker } from '../measures/isDecisionMaker';
import type { PlanContact } from './SuccessPlan';

export interface PlanContacts {
	/** null: nobody is known. */
	readonly primaryId: string | null;
	readonly sponsorId: string | null;
	readonly reasons: readonly string[];
}

const FIRST: readonly RegExp[] = [/primary|main/i, /champion/i, /admin|owner|power/i];

const rankOf = ({ role }: PlanContact): number => {
	const index = FIRST.findIndex((words) => words.test(role ?? ''));
	return index < 0 ? FIRST.length : index;
};

function order(a: PlanContact, b: PlanContact): number {
	const byRole = rankOf(a) - rankOf(b);
	if (byRole !== 0) return byRole;
	const [one, other] = [a.lastContactOn ?? '', b.lastContactOn ?? ''];
	if (one !== other) return one > other ? -1 : 1;
	return a.contactId < b.contactId ? -1 : 1;
}

/**
 * The primary contact and the executive sponsor of a plan: those the event names and who are still there; else by role (primary, champion,
 * administrator), then by the last contact; the sponsor by a role or title that can sign, another person than the primary contact where there is one.
 *
 * @param onDay YYYY-MM-DD; who left by then is not chosen
 *
 * @example
 * choosePlanContacts([{ contactId: 'c1', role: 'champion', title: 'Analyst', leftOn: null, lastContactOn: null }, { contactId: 'c2', role: null, title: 'CFO', leftOn: null, lastContactOn: null }], { primaryId: null, sponsorId: null }, '2026-01-01').sponsorId
 * // => 'c2'
 */
export function choosePlanContacts(
	contacts: readonly PlanContact[],
	named: { readonly primaryId: string | null; readonly sponsorId: string | null },
	onDay: string,
): PlanContacts {
	const there = contacts.filter(({ leftOn }) => leftOn === null || leftOn > onDay).sort(order);
	const reasons: string[] = [];
	const find = (id: string | null, what: string): PlanContact | undefined => {
		if (id === null) return undefined;
		const contact = there.find(({ contactId }) => contactId === id);
		if (contact === undefined)
			reasons.push(`${what} ${id} was named, but is not among the contacts who are there`);
		return contact;
	};
	const signers = there.filter((contact) => isDecisionMaker({ ...contact }));
	const namedSponsor = find(named.sponsorId, 'sponsor');
	const others = there.filter((contact) => contact !== namedSponsor);
	const primary =
		find(named.primaryId, 'primary contact') ??
		others.find((contact) => rankOf(contact) < FIRST.length) ??
		others.find((contact) => !signers.includes(contact)) ??
		others[0] ??
		there[0];
	const sponsor =
		namedSponsor ??
		signers.find((contact) => contact !== primary) ??
		signers.find((contact) => contact === primary);
	return { primaryId: primary?.contactId ?? null, sponsorId: sponsor?.contactId ?? null, reasons };
}
