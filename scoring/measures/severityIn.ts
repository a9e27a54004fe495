import type { Row } from './Records';

const SEVERITY: Readonly<Record<string, number>> = {
	low: 1,
	medium: 2,
	normal: 2,
	high: 3,
	urgent: 4,
	critical: 4,
};

/**
 * How severe a row of cs_tickets says it is, 1 (low) to 4 (urgent, critical); null: no known priority.
 *
 * @example
 * severityIn({ ticket_id: 1, priority: 'Urgent' })
 * // => 4
 */
export const severityIn = (ticket: Row): number | null =>
	SEVERITY[String(ticket.priority).toLowerCase()] ?? null;
