import { mean } from '../core/mean';
import { median } from '../core/median';
import { instantIn } from '../measures/instantIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { severityIn } from '../measures/severityIn';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
/** A ticket that nobody resolved for so long was closed without saying so. */
const FORGOTTEN_DAYS = 90;

/**
 * Support facts from cs_tickets as they stood at the cut. A ticket is open from `opened_at` until `resolved_at` (at most 90 days): its
 * status of today says nothing about then. Ratings and escalations count once a ticket is resolved. An account that never had a ticket has
 * no facts: nothing is known of its support.
 *
 * @example
 * readTicketFacts([{ ticket_id: 1, priority: 'urgent', opened_at: '1970-01-01' }])(86400000).urgent_open
 * // => 1
 */
export function readTicketFacts(rows: readonly Row[]): FactsAt {
	const tickets = rows.flatMap((row) => {
		const opened = instantIn(row, 'opened_at');
		if (opened === null) return [];
		return [
			{
				opened,
				responded: instantIn(row, 'first_response_at') ?? Number.POSITIVE_INFINITY,
				resolved: instantIn(row, 'resolved_at') ?? Number.POSITIVE_INFINITY,
				severity: severityIn(row),
				csat: ratingIn(row),
				escalated: row.escalated === true || row.escalated === 1,
				...knownSpan(row),
			},
		];
	});
	return (cut) => {
		const known = tickets.filter(({ opened, from, until }) => opened <= cut && from <= cut && until > cut);
		if (known.length === 0) return NONE;
		const daysAgo = (days: number): number => cut - days * MS_PER_DAY;
		const recent = known.filter(({ opened }) => opened > daysAgo(90));
		const before = known.filter(({ opened }) => opened <= daysAgo(90) && opened > daysAgo(180));
		const open = known.filter(({ opened, resolved }) => resolved > cut && opened > daysAgo(FORGOTTEN_DAYS));
		const urgent = open.filter(({ severity }) => severity === 4);
		const resolvedSince = (days: number, to = 0): typeof known =>
			known.filter(({ resolved }) => resolved <= daysAgo(to) && resolved > daysAgo(days));
		const csat = (days: number, to = 0): number | null =>
			mean(resolvedSince(days, to).flatMap((ticket) => ticket.csat ?? []));
		const now = csat(120);
		const then = csat(360, 120);
		return {
			tickets_30d: known.filter(({ opened }) => opened > daysAgo(30)).length,
			tickets_90d: recent.length,
			tickets_90d_change: recent.length - before.length,
			open_tickets: open.length,
			urgent_open: urgent.length,
			urgent_open_days:
				urgent.length === 0
					? 0
					: Math.floor(Math.max(...urgent.map(({ opened }) => cut - opened)) / MS_PER_DAY),
			ticket_severity_90d: mean(recent.flatMap(({ severity }) => severity ?? [])),
			ticket_csat: csat(180),
			ticket_csat_change: now === null || then === null ? null : now - then,
			escalations_180d: resolvedSince(180).filter(({ escalated }) => escalated).length,
			resolution_hours: median(
				resolvedSince(180).map(({ opened, resolved }) => (resolved - opened) / MS_PER_HOUR),
			),
			response_hours: median(
				known
					.filter(({ opened, responded }) => responded <= cut && opened > daysAgo(180))
					.map(({ opened, responded }) => (responded - opened) / MS_PER_HOUR),
			),
		};
	};
}

const NONE: Record<string, null> = {
	tickets_30d: null,
	tickets_90d: null,
	tickets_90d_change: null,
	open_tickets: null,
	urgent_open: null,
	urgent_open_days: null,
	ticket_severity_90d: null,
	ticket_csat: null,
	ticket_csat_change: null,
	escalations_180d: null,
	resolution_hours: null,
	response_hours: null,
};

function ratingIn(row: Row): number | null {
	const csat = numberIn(row, 'csat');
	return csat !== null && csat >= 1 && csat <= 5 ? csat : null;
}
