import type { Random } from './createRandom';
import { formatInstant } from './formatInstant';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';

type Priority = 'low' | 'medium' | 'high' | 'urgent';

/** Hours to the first response and to the solution, on an ordinary week. */
const HOURS: Readonly<Record<Priority, readonly [response: number, solution: number]>> = {
	low: [14, 90],
	medium: [7, 48],
	high: [3, 22],
	urgent: [0.7, 11],
};
const CHANCES_PER_WEEK = 4;

/**
 * Support tickets: more of them, and worse, while pain is high; slower solved while the team is busy; a rating for some.
 * An open ticket has no `resolved_at`.
 */
export function writeTickets(profile: Profile, life: Life, random: Random): PortfolioRow[] {
	const rows: PortfolioRow[] = [];
	const chatty = (0.02 + 0.006 * Math.sqrt(profile.seats)) * random.between(0.6, 1.5);
	for (let week = life.firstWeek; week < life.weeks; week++) {
		const pain = life.pain[week] ?? 0;
		const perChance = Math.min(0.5, chatty * (0.35 + pain));
		for (let chance = 0; chance < CHANCES_PER_WEEK; chance++) {
			if (!random.chance(perChance)) continue;
			const priority = drawPriority(pain, random);
			const day = life.firstMonday + 7 * week + random.integer(0, random.chance(0.9) ? 4 : 6);
			const minute = random.integer(420, 1200);
			const stretch =
				(0.3 + random.next() + random.next() * random.next() * 3) *
				(0.6 + 0.5 * pain) *
				(random.chance(0.22) ? 7 : 1);
			const category = random.weighted([
				['how_to', 30],
				['bug', 25],
				['integration', 18],
				['performance', 12],
				['access', 10],
				['billing', 5],
			]);
			const rating = random.chance(0.32) ? random.normal() : null;
			if (day < life.startedOn || day > life.asOf || (life.endedOn !== null && day > life.endedOn)) continue;
			const [response, solution] = HOURS[priority];
			const resolved = minute + solution * stretch * 60;
			const responded = minute + Math.min(response * stretch * 60, solution * stretch * 45);
			const nowMinute = (life.asOf - day) * 1440;
			const isResolved = resolved <= nowMinute;
			rows.push({
				ticket_id: `TKT_${profile.accountId.slice(5)}_${rows.length + 1}`,
				account_id: profile.accountId,
				priority,
				status: isResolved ? 'resolved' : responded <= nowMinute ? 'pending' : 'open',
				category,
				opened_at: formatInstant(day, minute),
				first_response_at: responded <= nowMinute ? formatInstant(day, responded) : null,
				resolved_at: isResolved ? formatInstant(day, resolved) : null,
				csat:
					isResolved && rating !== null
						? Math.min(5, Math.max(1, Math.round(4.5 - 0.35 * stretch - 0.3 * pain + 0.7 * rating)))
						: null,
				escalated: priority === 'urgent' && stretch > 2.4,
			});
		}
	}
	return rows;
}

function drawPriority(pain: number, random: Random): Priority {
	return random.weighted<Priority>([
		['low', 40],
		['medium', 38],
		['high', 14 + 8 * pain],
		['urgent', 7 + 9 * pain],
	]);
}
