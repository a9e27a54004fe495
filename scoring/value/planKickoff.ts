import { addDays } from '../core/addDays';
import { dayNumber } from '../core/dayNumber';

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: string): boolean => ((((dayNumber(day) ?? 0) + 3) % 7) + 7) % 7 > 4;

/**
 * The last working day (Monday to Friday) on which a kick-off is still within a number of days of the signing. Where only days of a weekend are
 * left, the last of them. What is no day comes back unchanged.
 *
 * @param withinDays 7 unless the user says otherwise
 *
 * @example
 * [planKickoff('2024-11-25', 7), planKickoff('2024-11-23', 7)]
 * // => ['2024-12-02', '2024-11-29']
 */
export function planKickoff(signedOn: string, withinDays: number): string {
	const last = addDays(signedOn, withinDays);
	for (let day = last; day > signedOn; day = addDays(day, -1)) if (!isWeekend(day)) return day;
	return isWeekend(signedOn) ? last : signedOn;
}
