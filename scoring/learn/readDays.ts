import { dayNumber } from '../core/dayNumber';
import type { Cell } from './RawTable';

const DAY_LENGTH = 10;
const TIME = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(?:Z|([+-])(\d\d):?(\d\d))?$/i;

/**
 * Days since 1970-01-01 of an ISO day (`2024-03-01`) or instant (`2024-03-01T12:00:00+02:00`, without a zone it is UTC; fractions of a day
 * count). NaN when the cell is missing or is no real date.
 *
 * @example
 * [readDays('1970-01-03'), readDays('1970-01-02 12:00'), readDays('2023-02-29')]
 * // => [2, 1.5, NaN]
 */
export function readDays(cell: Cell): number {
	// The fifth character tells nearly every other text apart without reading on.
	if (typeof cell !== 'string' || cell.length < DAY_LENGTH) return NaN;
	const text = cell.charCodeAt(4) === 45 ? cell : cell.trim();
	const day = dayNumber(text.slice(0, DAY_LENGTH));
	if (day === null) return NaN;
	const rest = text.slice(DAY_LENGTH).trimEnd();
	if (rest === '') return day;
	const time = TIME.exec(rest);
	if (time === null) return NaN;
	const [, hours, minutes, seconds = '0', sign, zoneHours = '0', zoneMinutes = '0'] = time;
	const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
	return day + (Number(hours) * 3600 + (Number(minutes) - zone) * 60 + Number(seconds)) / 86_400;
}
