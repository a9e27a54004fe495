import { isDay } from '../../../scoring/core/isDay';
import { readDay } from '../../../shared/fields/readDay';

/** The calendar day in a cell of a day column, YYYY-MM-DD; null for anything else. A number is the number of a snapshot, no day. */
export function dayIn(cell: unknown): string | null {
	const day = typeof cell === 'number' ? null : readDay(cell);
	return isDay(day) ? day : null;
}
