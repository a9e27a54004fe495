import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import { formatInstant } from './formatInstant';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';
import type { Contact } from './writeContacts';

/** Every account is asked once a quarter, each on days of its own. */
const DAYS_BETWEEN = 91;
const WORDS = {
	promoter: ['Saves us hours every week.', 'The team would not give it back.', 'Great support, too.'],
	passive: ['Does the job.', 'Good, but reporting could be better.', 'Works, set-up took long.'],
	detractor: [
		'Too many errors lately.',
		'We pay for seats nobody uses.',
		'Still waiting for the integration.',
	],
} as const;

/**
 * NPS waves and what came back: who is unhappy answers less, and answers vary from person to person. Asked and not answered stays in
 * the table without score. CSAT after resolved tickets that were rated.
 */
export function writeSurveys(
	profile: Profile,
	life: Life,
	contacts: readonly Contact[],
	tickets: readonly PortfolioRow[],
	random: Random,
): PortfolioRow[] {
	const rows: PortfolioRow[] = [];
	const id = (): string => `ANS_${profile.accountId.slice(5)}_${rows.length + 1}`;
	const first = Math.max(life.startedOn + 45, life.firstMonday) + random.integer(0, DAYS_BETWEEN - 1);
	for (let day = first; day <= life.asOf; day += DAYS_BETWEEN) {
		if (life.endedOn !== null && day > life.endedOn) break;
		const week = Math.floor((day - life.firstMonday) / 7);
		const mood = 0.9 * (life.value[week] ?? 0) - 0.6 * ((life.pain[week] ?? 0) - 0.3);
		for (const contact of contacts) {
			if (contact.from > day || (contact.leftOn !== null && contact.leftOn < day)) continue;
			const answers = random.chance(contact.role === 'champion' ? 0.55 + 0.06 * mood : 0.22 + 0.05 * mood);
			const liking = contact.role === 'champion' ? 0.5 : 0;
			const score = Math.min(10, Math.max(0, Math.round(7.4 + 1.15 * mood + liking + 1.6 * random.normal())));
			const after = random.integer(60, 12000);
			const isBack = answers && day + 0.375 + after / 1440 < life.asOf + 1;
			const text = random.chance(0.25)
				? random.pick(WORDS[score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor'])
				: null;
			rows.push({
				answer_id: id(),
				account_id: profile.accountId,
				contact_id: contact.contactId,
				kind: 'nps',
				wave: `${formatDay(day).slice(0, 4)}-Q${Math.ceil(Number(formatDay(day).slice(5, 7)) / 3)}`,
				score: isBack ? score : null,
				text: isBack ? text : null,
				asked_at: formatInstant(day, 540),
				answered_at: isBack ? formatInstant(day, 540 + after) : null,
			});
		}
	}
	for (const ticket of tickets) {
		if (ticket.csat === null || ticket.csat === undefined) continue;
		rows.push({
			answer_id: id(),
			account_id: profile.accountId,
			contact_id: null,
			kind: 'csat',
			wave: null,
			score: ticket.csat,
			text: null,
			asked_at: ticket.resolved_at ?? null,
			answered_at: ticket.resolved_at ?? null,
		});
	}
	return rows;
}
