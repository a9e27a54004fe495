import { addDays } from '../core/addDays';
import { isDay } from '../core/isDay';
import { addMonths } from './addMonths';

/**
 * First and last day of a period of a forecast: a month YYYY-MM, or months YYYY-MM..YYYY-MM. null when it is of another form (`overdue`).
 *
 * @example
 * [periodDays('2024-02'), periodDays('2025-11..2026-01')]
 * // => [{ fromOn: '2024-02-01', untilOn: '2024-02-29' }, { fromOn: '2025-11-01', untilOn: '2026-01-31' }]
 */
export function periodDays(period: string): { fromOn: string; untilOn: string } | null {
	const [first = '', last = first] = period.split('..');
	const [fromOn, endMonth] = [`${first}-01`, `${last}-01`];
	if (!isDay(fromOn) || !isDay(endMonth) || endMonth < fromOn) return null;
	return { fromOn, untilOn: addDays(addMonths(endMonth, 1), -1) };
}
