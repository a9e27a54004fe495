import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';

/** From when to when a row was what we knew, in milliseconds since 1970; infinite where it does not say. */
export interface KnownSpan {
	readonly from: number;
	/** Exclusive: from here on another row had replaced it. */
	readonly until: number;
}

const STAMPS = ['recorded_at', 'received_at', 'known_at', 'source_updated_at'];

/**
 * When a row was known: from the latest of its stamps (recorded, received, known, updated at its source) until it was superseded. A row
 * without stamps is judged by the day of its fact alone, by the caller.
 *
 * @example
 * knownSpan({ recorded_at: '1970-01-02T00:00:00Z' })
 * // => { from: 86400000, until: Infinity }
 */
export function knownSpan(row: Row): KnownSpan {
	let from = Number.NEGATIVE_INFINITY;
	for (const column of STAMPS) {
		if (row[column] === undefined || row[column] === null) continue;
		from = Math.max(from, instantIn(row, column) ?? from);
	}
	const superseded = row.superseded_at === undefined ? null : instantIn(row, 'superseded_at');
	return { from, until: superseded ?? Number.POSITIVE_INFINITY };
}
