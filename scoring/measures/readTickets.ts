import { instantIn } from './instantIn';
import type { Row } from './Records';
import { severityIn } from './severityIn';

/** A ticket as it stood at the cut. */
export interface Ticket {
	readonly row: Row;
	/** Milliseconds since 1970. */
	readonly openedAt: number;
	/** 1 (low) to 4 (urgent, critical); null: no known priority. */
	readonly severity: number | null;
	/** Milliseconds since 1970, known at the cut. */
	readonly resolvedAt: number | null;
	readonly closed: boolean;
}

/**
 * The tickets that were there at the cut, from rows of cs_tickets: one resolved later is still open, one opened or recorded later is not
 * there yet, one without a time of opening is left out.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * readTickets([{ ticket_id: 1, priority: 'high', opened_at: '1970-01-01', status: 'open' }], 1000)[0].severity
 * // => 3
 */
export function readTickets(rows: readonly Row[], cut: number): Ticket[] {
	const tickets: Ticket[] = [];
	for (const row of rows) {
		const openedAt = instantIn(row, 'opened_at');
		const recordedAt = instantIn(row, 'recorded_at');
		if (openedAt === null || openedAt > cut || (recordedAt !== null && recordedAt > cut)) continue;
		const resolvedAt = instantIn(row, 'resolved_at');
		const known = resolvedAt !== null && resolvedAt <= cut ? resolvedAt : null;
		// A status without a day of resolution is all that is known of when it was closed.
		const closed =
			known !== null || (resolvedAt === null && /^(closed|resolved|solved|done)$/i.test(String(row.status)));
		tickets.push({
			row,
			openedAt,
			severity: severityIn(row),
			resolvedAt: known,
			closed,
		});
	}
	return tickets;
}
