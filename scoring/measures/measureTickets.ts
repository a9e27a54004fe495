import { mean } from '../core/mean';
import { isKnownAt } from './isKnownAt';
import { numberIn } from './numberIn';
import { readTickets, type Ticket } from './readTickets';
import type { Measure, Measures, Row } from './Records';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;
/** Span of the severity average, and of each half of the volume comparison. */
const RECENT_DAYS = 28;
const CSAT_DAYS = 180;
/** Fewer tickets more or less than this are chance. */
const TREND_TICKETS = 2;
const NONE: Measure = { value: null, observedOn: null };

/**
 * Support metrics from cs_tickets as they stood at the cut: a ticket resolved later is still open.
 * `urgent_ticket_hours`: age in hours of the oldest open urgent or critical ticket, null when none is open.
 * `ticket_severity_average` 1 (low) to 4 (critical) of the tickets opened in 28 days, `ticket_volume_trend` against the 28 days
 * before (two tickets more or less), `resolution_time_satisfaction` mean ticket CSAT 1 to 5 of 180 days, `open_tickets` and
 * `open_urgent_tickets` counts. An account that never had a ticket has none of them: nothing is known of its support.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureTickets([{ ticket_id: 1, priority: 'urgent', opened_at: '1970-01-01T00:00:00Z' }], 180000000).urgent_ticket_hours?.value
 * // => 50
 */
export function measureTickets(rows: readonly Row[], cut: number): Measures {
	const tickets = readTickets(rows, cut);
	return {
		urgent_ticket_hours: oldestUrgent(tickets, cut),
		ticket_severity_average: severityAverage(tickets, cut),
		ticket_volume_trend: volumeTrend(tickets, cut),
		resolution_time_satisfaction: ticketSatisfaction(tickets, cut),
		...openTickets(tickets),
	};
}

function openTickets(tickets: readonly Ticket[]): Measures {
	if (tickets.length === 0) return { open_tickets: NONE, open_urgent_tickets: NONE };
	const open = tickets.filter((ticket) => !ticket.closed);
	const urgent = open.filter((ticket) => ticket.severity === 4).length;
	return {
		open_tickets: { value: open.length, observedOn: null },
		open_urgent_tickets: { value: urgent, observedOn: null },
	};
}

function oldestUrgent(tickets: readonly Ticket[], cut: number): Measure {
	const open = tickets.filter((ticket) => ticket.severity === 4 && !ticket.closed);
	if (open.length === 0) return NONE;
	const oldest = open.reduce((a, b) => (b.openedAt < a.openedAt ? b : a));
	return {
		value: (cut - oldest.openedAt) / MS_PER_HOUR,
		observedOn: null,
		note: `ticket ${String(oldest.row.ticket_id)}, ${open.length} urgent open`,
	};
}

const openedBetween = (tickets: readonly Ticket[], from: number, until: number): Ticket[] =>
	tickets.filter((ticket) => ticket.openedAt > from && ticket.openedAt <= until);

function severityAverage(tickets: readonly Ticket[], cut: number): Measure {
	const recent = openedBetween(tickets, cut - RECENT_DAYS * MS_PER_DAY, cut);
	const severities = recent.map((ticket) => ticket.severity).filter((severity) => severity !== null);
	const value = mean(severities);
	return value === null
		? NONE
		: { value, observedOn: null, note: `${severities.length} tickets in ${RECENT_DAYS} days` };
}

/** An account that never had a ticket is not "stable": nothing is known of it. */
function volumeTrend(tickets: readonly Ticket[], cut: number): Measure {
	if (tickets.length === 0) return NONE;
	const half = RECENT_DAYS * MS_PER_DAY;
	const now = openedBetween(tickets, cut - half, cut).length;
	const then = openedBetween(tickets, cut - 2 * half, cut - half).length;
	const value =
		now - then >= TREND_TICKETS ? 'increasing' : then - now >= TREND_TICKETS ? 'decreasing' : 'stable';
	return { value, observedOn: null, note: `${now} tickets in ${RECENT_DAYS} days, before ${then}` };
}

function ticketSatisfaction(tickets: readonly Ticket[], cut: number): Measure {
	const scores: number[] = [];
	let newest = Number.NEGATIVE_INFINITY;
	for (const { row, resolvedAt } of tickets) {
		const score = numberIn(row, 'csat');
		if (score === null || score < 1 || score > 5 || resolvedAt === null || !isKnownAt(row, cut)) continue;
		if (resolvedAt <= cut - CSAT_DAYS * MS_PER_DAY) continue;
		scores.push(score);
		newest = Math.max(newest, resolvedAt);
	}
	const value = mean(scores);
	if (value === null) return NONE;
	return {
		value,
		observedOn: new Date(newest).toISOString().slice(0, 10),
		note: `${scores.length} rated tickets`,
	};
}
