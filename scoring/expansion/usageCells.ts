import { columnIn } from './columnIn';
import type { EvidenceRow } from './Signal';
import type { UsageWindow } from './UsageWindow';

/**
 * The cells of one column of the week rows in some slots of a window, as evidence; weeks without a value have none.
 *
 * @example
 * usageCells({ weeks: [{ api_calls: 5 }, null], days: ['2026-01-05', '2026-01-12'], endsOn: '2026-01-18' }, 'a', 'api_calls', 0, 2)[0].key.starts_on
 * // => '2026-01-05'
 */
export function usageCells(
	window: UsageWindow,
	accountId: string,
	column: string,
	from: number,
	to: number,
): EvidenceRow[] {
	const cells: EvidenceRow[] = [];
	for (let slot = from; slot < to; slot++) {
		const row = window.weeks[slot];
		const value = row ? columnIn(row, column) : null;
		if (value === null) continue;
		const key = { account_id: accountId, period: 'week', starts_on: window.days[slot] as string };
		cells.push({ table: 'cs_usage', key, column, value });
	}
	return cells;
}
