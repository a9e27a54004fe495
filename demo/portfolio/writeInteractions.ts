import type { Random } from './createRandom';
import { formatInstant } from './formatInstant';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';
import type { Contact } from './writeContacts';

/** Contacts per week with an ordinary customer. */
const PER_WEEK = { community: 0.02, starter: 0.1, professional: 0.3, enterprise: 0.55 } as const;
const MINUTES = { email: null, call: 20, meeting: 45, qbr: 90, training: 60 } as const;
const WORDS = {
	positive: [
		'Asked about the new connectors.',
		'Wants to show the results to the board.',
		'Second team is interested.',
	],
	neutral: ['Walked through open points.', 'Agreed next steps.', 'Status of the roll-out.'],
	negative: ['Asked for the notice period.', 'Escalated open tickets.', 'Budget is under review.'],
} as const;

/**
 * Emails, calls, meetings and business reviews with the customer's people; whether an invited customer came depends on champion and
 * value. Sets `last_contact_at` of the contacts.
 */
export function writeInteractions(
	profile: Profile,
	life: Life,
	contacts: readonly Contact[],
	random: Random,
): PortfolioRow[] {
	const rows: PortfolioRow[] = [];
	for (let week = life.firstWeek; week < life.weeks; week++) {
		const value = life.value[week] ?? 0;
		const champion = life.champion[week] ?? 0;
		const rate = PER_WEEK[profile.tier] * (0.7 + 0.3 * champion) * (life.commitment[week] ?? 1);
		for (let chance = 0; chance < 2; chance++) {
			if (!random.chance(rate / 2)) continue;
			const day = life.firstMonday + 7 * week + random.integer(0, 4);
			const minute = random.integer(480, 1020);
			const kind = random.weighted<keyof typeof MINUTES>([
				['email', 50],
				['call', 20],
				['meeting', 20],
				['qbr', profile.tier === 'starter' ? 1 : 6],
				['training', 5],
			]);
			const there = contacts.filter(
				(contact) => contact.from <= day && (contact.leftOn === null || contact.leftOn >= day),
			);
			const contact = there.length === 0 ? undefined : random.pick(there);
			const attended = random.chance(Math.min(0.97, Math.max(0.2, 0.74 + 0.09 * value + 0.1 * champion)));
			const sentiment = 0.25 + 0.25 * value + 0.3 * random.normal();
			const mood = sentiment > 0.5 ? 'positive' : sentiment < -0.1 ? 'negative' : 'neutral';
			const words = random.chance(0.4) ? random.pick(WORDS[mood]) : null;
			if (day < life.startedOn || day > life.asOf || (life.endedOn !== null && day > life.endedOn)) continue;
			const invited = kind === 'meeting' || kind === 'qbr' || kind === 'training';
			const occurredAt = formatInstant(day, minute);
			rows.push({
				interaction_id: `INT_${profile.accountId.slice(5)}_${rows.length + 1}`,
				account_id: profile.accountId,
				contact_id: contact?.contactId ?? null,
				kind,
				occurred_at: occurredAt,
				attended: invited ? attended : null,
				minutes: invited && !attended ? 0 : MINUTES[kind],
				sentiment: random.chance(0.7) ? mood : null,
				text: words,
			});
			if (contact !== undefined) contact.row.last_contact_at = occurredAt;
		}
	}
	return rows;
}
