import type { AlertRow } from './AlertRows';
import { readDetail } from './readDetail';

/**
 * The business day (YYYY-MM-DD) on which a recovery closed an alert; null when it is open or a person closed it.
 *
 * @example
 * closedOn({ closed_at: '2024-01-20T00:05:00.000Z', detail_json: '{"closed":{"on":"2024-01-20"}}' })
 * // => '2024-01-20'
 */
export function closedOn(row: Pick<AlertRow, 'closed_at' | 'detail_json'>): string | null {
	const { closed } = readDetail(row.detail_json);
	if (row.closed_at === null || typeof closed !== 'object' || closed === null) return null;
	return 'on' in closed && typeof closed.on === 'string' ? closed.on : null;
}
