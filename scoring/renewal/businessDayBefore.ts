import { addDays } from '../core/addDays';
import { dayNumber } from '../core/dayNumber';

/**
 * The day itself when it is a working day, else the last working day before it. Saturday, Sunday and the given holidays (YYYY-MM-DD) are
 * no working days. What is no day comes back unchanged.
 *
 * @example
 * [businessDayBefore('2025-03-01', new Set()), businessDayBefore('2025-03-03', new Set(['2025-03-03'])), businessDayBefore('2025-03-04', new Set())]
 * // => ['2025-02-28', '2025-02-28', '2025-03-04']
 */
export function businessDayBefore(day: string, holidays: ReadonlySet<string>): string {
	let number = dayNumber(day);
	if (number === null) return day;
	let back = 0;
	// 1970-01-01 was a Thursday: 0 is Monday below.
	while ((((number + 3) % 7) + 7) % 7 >= 5 || holidays.has(addDays(day, back))) {
		number--;
		back--;
	}
	return addDays(day, back);
}
