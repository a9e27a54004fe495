import { formatDay } from './formatDay';

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/**
 * The UTC instant at a day number (days since 1970-01-01) and a minute of that day; minutes beyond a day run on into the next.
 *
 * @example
 * formatInstant(19783, 1439)
 * // => '2024-03-01T23:59:00.000Z'
 */
export function formatInstant(day: number, minute: number): string {
	const whole = Math.floor(minute);
	const inDay = ((whole % 1440) + 1440) % 1440;
	const onDay = day + (whole - inDay) / 1440;
	return `${formatDay(onDay)}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:00.000Z`;
}
