import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import { numberIn } from './numberIn';
import type { Row } from './Records';

/** A deal as it stood at the cut. */
export interface Deal {
	/** new, renewal, expansion; '' when the CRM does not say. */
	readonly kind: string;
	readonly status: 'lost' | 'open' | 'won';
	/** Milliseconds since 1970 at which it was won or lost; null: open, or the day is not known. */
	readonly closedAt: number | null;
	/** 0 to 1; null: not known, or of a later day. */
	readonly probability: number | null;
}

/**
 * The deals that were there at the cut, from rows of cs_opportunities. One that was won or lost after the cut was still open then, and its
 * probability of today is not that of then; one whose status is not known is left out.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * readDeals([{ opportunity_id: 1, kind: 'renewal', status: 'won', close_on: '1970-01-09' }], 1000)[0].status
 * // => 'open'
 */
export function readDeals(rows: readonly Row[], cut: number): Deal[] {
	const deals: Deal[] = [];
	for (const row of rows) {
		const status = row.status;
		if ((status !== 'open' && status !== 'won' && status !== 'lost') || !isKnownAt(row, cut)) continue;
		const kind = typeof row.kind === 'string' ? row.kind : '';
		const closedAt = status === 'open' ? null : instantIn(row, 'close_on');
		if (closedAt !== null && closedAt > cut) {
			deals.push({ kind, status: 'open', closedAt: null, probability: null });
		} else deals.push({ kind, status, closedAt, probability: numberIn(row, 'probability') });
	}
	return deals;
}
