import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
const OVER = ['terminated', 'ended'];

export interface ContractDays {
	readonly startDay: number;
	/** Inclusive; null: open. */
	readonly endDay: number | null;
	/** Whether it was signed and not called off. */
	readonly stands: boolean;
}

/**
 * When contracts that were known at the cut (milliseconds since 1970) begin and end, as days since 1970, by begin. Drafts, and rows without a begin, are left out.
 *
 * @example
 * gatherBegins([{ starts_on: '1970-01-11', ends_on: '1970-01-21', status: 'active' }], 1e12)
 * // => [{ startDay: 10, endDay: 20, stands: true }]
 */
export function gatherBegins(contracts: readonly Row[], cut: number): readonly ContractDays[] {
	const found: ContractDays[] = [];
	for (const row of contracts) {
		const starts = instantIn(row, 'starts_on');
		const { from, until } = knownSpan(row);
		const status = String(row.status ?? '').toLowerCase();
		if (starts === null || from > cut || until <= cut || status === 'draft') continue;
		const ends = instantIn(row, 'ends_on');
		found.push({
			startDay: Math.floor(starts / MS_PER_DAY),
			endDay: ends === null ? null : Math.floor(ends / MS_PER_DAY),
			stands: !OVER.includes(status),
		});
	}
	return found.sort((a, b) => a.startDay - b.startDay);
}
