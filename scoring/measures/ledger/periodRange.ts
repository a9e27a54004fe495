import { addDays } from '../../core/addDays';
import { isDay } from '../../core/isDay';

/** First and last day, both inclusive, YYYY-MM-DD. */
export interface DayRange {
	readonly fromOn: string;
	readonly toOn: string;
}

const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * The days of a period: a year (2026), a quarter (2026-Q1), a month (2026-02), a day, or two days with a slash between. null for anything
 * else, and for days in the wrong order.
 *
 * @example
 * periodRange('2024-02')
 * // => { fromOn: '2024-02-01', toOn: '2024-02-29' }
 */
export function periodRange(period: string): DayRange | null {
	const text = period.trim();
	const [fromOn = '', toOn = fromOn, ...rest] = text.split('/');
	if (isDay(fromOn) && isDay(toOn)) return rest.length === 0 && fromOn <= toOn ? { fromOn, toOn } : null;
	const match = PERIOD.exec(text);
	if (match === null) return null;
	const [, year = '', quarter, month] = match;
	if (month !== undefined && !isDay(`${year}-${month}-01`)) return null;
	const first = quarter !== undefined ? Number(quarter) * 3 - 2 : month !== undefined ? Number(month) : 1;
	const last = quarter !== undefined ? first + 2 : month !== undefined ? first : 12;
	const nextStart =
		last === 12 ? `${String(Number(year) + 1).padStart(4, '0')}-01-01` : `${year}-${twoDigits(last + 1)}-01`;
	const range = { fromOn: `${year}-${twoDigits(first)}-01`, toOn: addDays(nextStart, -1) };
	return isDay(range.fromOn) && isDay(range.toOn) ? range : null;
}
