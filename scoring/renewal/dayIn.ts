import { isDay } from '../core/isDay';
import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';

/**
 * The calendar day (YYYY-MM-DD) in a column: a day as it is, of an instant its day in UTC. null when it is absent or empty, undefined when
 * there is something that is no day, so that the caller can say so.
 *
 * @example
 * [dayIn({ ends_on: '2025-03-31' }, 'ends_on'), dayIn({ ends_on: '' }, 'ends_on'), dayIn({ ends_on: 'soon' }, 'ends_on')]
 * // => ['2025-03-31', null, undefined]
 */
export function dayIn(row: Row, column: string): string | null | undefined {
	const value = row[column];
	if (value === null || value === undefined || value === '') return null;
	if (isDay(value)) return value;
	if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d[T ]/.test(value)) return undefined;
	const instant = instantIn(row, column);
	return instant === null ? undefined : new Date(instant).toISOString().slice(0, 10);
}
