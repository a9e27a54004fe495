import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import type { Life } from './Life';
import { namePerson } from './namePerson';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';

/** A person at the customer, and when they were there (day numbers). */
export interface Contact {
	readonly contactId: string;
	readonly role: 'champion' | 'buyer' | 'sponsor' | 'admin' | 'user';
	readonly from: number;
	readonly leftOn: number | null;
	readonly row: PortfolioRow;
}

const TITLES = {
	champion: ['Head of Operations', 'Automation Lead', 'Director, Digital Workplace'],
	buyer: ['CFO', 'Head of Procurement', 'VP Finance'],
	sponsor: ['COO', 'Chief Digital Officer', 'Managing Director'],
	admin: ['Platform Administrator', 'IT Manager'],
	user: ['Process Analyst', 'Operations Specialist', 'Team Lead'],
} as const;
const COUNTS = { community: 1, starter: 2, professional: 4, enterprise: 6 } as const;
const ROLES = ['champion', 'admin', 'buyer', 'user', 'sponsor', 'user'] as const;

/**
 * The people at the customer: a champion (and successors, when one left), a buyer, administrators, users. Some addresses and titles
 * are missing, a few opted out. `last_contact_at` is filled by the interactions.
 */
export function writeContacts(profile: Profile, life: Life, random: Random): Contact[] {
	const contacts: Contact[] = [];
	const add = (role: Contact['role'], from: number, leftOn: number | null): void => {
		const person = namePerson(random, profile.place.style);
		const number = contacts.length + 1;
		const contactId = `CON_${profile.accountId.slice(5)}_${number}`;
		contacts.push({
			contactId,
			role,
			from,
			leftOn,
			row: {
				contact_id: contactId,
				account_id: profile.accountId,
				name: person.name,
				email: random.chance(0.97) ? `${person.handle}.${number}@${profile.domain}` : null,
				title: random.chance(0.93) ? random.pick(TITLES[role]) : null,
				role,
				language: profile.place.language,
				time_zone: random.chance(0.9) ? profile.place.timeZone : null,
				opted_out_at: random.chance(0.02)
					? `${formatDay(Math.max(from, life.firstMonday) + 5)}T09:00:00.000Z`
					: null,
				last_contact_at: null,
				left_on: leftOn === null || leftOn > life.asOf ? null : formatDay(leftOn),
			},
		});
	};
	let championFrom = life.startedOn;
	for (const change of life.championChanges) {
		if (change.leftOn > life.asOf) break;
		add('champion', championFrom, change.leftOn);
		championFrom = change.successorOn ?? Infinity;
	}
	// A champion who had left before the window is not on file any more.
	if (championFrom <= life.asOf && life.champion[life.firstWeek] === 1) add('champion', championFrom, null);
	for (const role of ROLES.slice(1, COUNTS[profile.tier] + 1)) add(role, life.startedOn, null);
	return contacts;
}
