import { addDays } from '../../core/addDays';
import { periodRange, type DayRange } from './periodRange';

/**
 * The last four calendar quarters that are over at the end of a day: twelve months whose quarters and months lie in it whole. What is no
 * day comes back as an empty range of that text.
 *
 * @example
 * lastQuarters('2026-11-20')
 * // => { fromOn: '2025-10-01', toOn: '2026-09-30' }
 */
export function lastQuarters(day: string): DayRange {
	const year = Number(day.slice(0, 4));
	const quarter = Math.floor((Number(day.slice(5, 7)) + 2) / 3);
	const current = periodRange(`${day.slice(0, 4)}-Q${quarter}`);
	if (current === null) return { fromOn: day, toOn: day };
	if (current.toOn === day) return { fromOn: fourth(year, quarter), toOn: day };
	const toOn = addDays(current.fromOn, -1);
	return { fromOn: `${String(year - 1).padStart(4, '0')}${current.fromOn.slice(4)}`, toOn };
}

/** First day of the quarter three before this one. */
function fourth(year: number, quarter: number): string {
	const [of, first] = quarter === 4 ? [year, 1] : [year - 1, quarter + 1];
	return `${String(of).padStart(4, '0')}-${String(3 * first - 2).padStart(2, '0')}-01`;
}
