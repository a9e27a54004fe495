import { instantIn } from './instantIn';
import type { Row } from './Records';

/**
 * Whether a row was there to be seen at the cut: it was not recorded later and had not been replaced by then. Rows that
 * do not say when they were recorded are judged by the day of the fact alone, by their caller. Keeps a later correction
 * out of an earlier score.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * isKnownAt({ recorded_at: '1970-01-02T00:00:00Z' }, 1000)
 * // => false
 */
export function isKnownAt(row: Row, cut: number): boolean {
	for (const column of ['recorded_at', 'received_at', 'source_updated_at']) {
		const instant = row[column] === undefined ? null : instantIn(row, column);
		if (instant !== null && instant > cut) return false;
	}
	const superseded = row.superseded_at === undefined ? null : instantIn(row, 'superseded_at');
	return superseded === null || superseded > cut;
}
