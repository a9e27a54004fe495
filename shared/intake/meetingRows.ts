import { isFreeMailDomain } from '../../scoring/intake/isFreeMailDomain';
import { normaliseDomain } from '../../scoring/intake/normaliseDomain';
import type { CalendarEvent, Invitee } from './CalendarEvent';
import type { ItemsRequest, Json } from './ItemPreset';
import { wordOf } from '../../scoring/intake/wordOf';

/** Whose customer somebody is. */
export interface Customers {
	readonly find: (email: string) => { readonly accountId: string; readonly contactId: string | null } | null;
}

/**
 * Finds a customer by an email address: a contact of that address, else the account with its domain (`mail.acme.com` is of acme.com). Our own
 * domains, free mail providers and domains that two accounts share are nobody's.
 */
export function readCustomers(
	request: Pick<ItemsRequest, 'accounts' | 'contacts' | 'ownDomains'>,
): Customers {
	const own = new Set(request.ownDomains.map((domain) => normaliseDomain(domain)));
	const byEmail = new Map<string, { accountId: string; contactId: string | null }>();
	for (const { email, account_id: account, contact_id: contact, left_on: left } of request.contacts) {
		if (typeof email !== 'string' || account === null || account === undefined || left) continue;
		const contactId = contact === null || contact === undefined ? null : wordOf(contact);
		byEmail.set(email.trim().toLowerCase(), { accountId: wordOf(account), contactId });
	}
	const byDomain = new Map<string, string | null>();
	for (const { domain, account_id: account, deleted } of request.accounts) {
		const bare = typeof domain === 'string' ? normaliseDomain(domain) : null;
		if (bare === null || account === null || account === undefined || deleted === true) continue;
		const held = byDomain.get(bare);
		byDomain.set(bare, held === undefined || held === wordOf(account) ? wordOf(account) : null);
	}
	return {
		find: (email) => {
			const domain = normaliseDomain(email);
			if (domain === null || own.has(domain)) return null;
			const contact = byEmail.get(email);
			if (contact !== undefined) return contact;
			if (isFreeMailDomain(domain)) return null;
			for (let part = domain; part.includes('.'); part = part.slice(part.indexOf('.') + 1)) {
				const accountId = byDomain.get(part);
				if (accountId !== undefined) return accountId === null ? null : { accountId, contactId: null };
			}
			return null;
		},
	};
}

/**
 * A meeting as interactions, one for each customer that was invited; none when only our own people meet. `attended` is what the invitation
 * tells once the meeting is over: true when somebody of the customer had accepted, false when all had declined, else not known. It is a
 * promise, not a proof of presence. A meeting that is still to come has not been attended by anybody.
 */
export function meetingRows(event: CalendarEvent, customers: Customers, asOf: string): readonly Json[] {
	const invited = new Map<string, { contactId: string | null; people: Invitee[] }>();
	for (const person of event.people) {
		const customer = customers.find(person.email);
		if (customer === null) continue;
		const held = invited.get(customer.accountId) ?? { contactId: null, people: [] };
		held.people.push(person);
		held.contactId ??= customer.contactId;
		invited.set(customer.accountId, held);
	}
	const isOver = event.startsAt !== null && event.startsAt <= asOf;
	return [...invited].map(([accountId, { contactId, people }]) => ({
		interaction_id: `${event.id}:${accountId}`,
		account_id: accountId,
		contact_id: contactId,
		kind: kindOf(event.title ?? ''),
		occurred_at: event.startsAt,
		attended: isOver ? attended(people) : null,
		minutes: event.minutes,
		text: event.title,
	}));
}

function attended(people: readonly Invitee[]): boolean | null {
	if (people.some(({ coming }) => coming === true)) return true;
	return people.every(({ coming }) => coming === false) ? false : null;
}

function kindOf(title: string): string {
	if (/\bqbr\b|\bebr\b|business review/i.test(title)) return 'qbr';
	if (/training|workshop/i.test(title)) return 'training';
	if (/webinar/i.test(title)) return 'webinar';
	return /\b(?:call|phone)\b/i.test(title) ? 'call' : 'meeting';
}
