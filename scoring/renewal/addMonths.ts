import { isDay } from '../core/isDay';

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The calendar day (YYYY-MM-DD) a whole number of months later or, negative, earlier; a day that the month lacks becomes its last one, so
 * count from one anchor rather than from the result before. Years 0001 to 9999. What is no day comes back unchanged.
 *
 * @example
 * [addMonths('2024-01-31', 1), addMonths('2024-01-31', 2), addMonths('2024-02-29', 12), addMonths('2024-03-31', -1)]
 * // => ['2024-02-29', '2024-03-31', '2025-02-28', '2024-02-29']
 */
export function addMonths(day: string, months: number): string {
	if (!isDay(day)) return day;
	const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
	const year = Math.floor(index / 12);
	if (year < 1 || year > 9999) return day;
	const month = index - year * 12;
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const last = (DAYS_OF_MONTH[month] as number) + (leap && month === 1 ? 1 : 0);
	const dayOfMonth = Math.min(Number(day.slice(8, 10)), last);
	return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(dayOfMonth)}`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
