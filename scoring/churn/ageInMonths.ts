const MS_PER_DAY = 86_400_000;

/**
 * Age in calendar months on a day, both days counted since 1970: whole months since the start, and the share of the next one that is over. A day the
 * month lacks is its last one. So a yearly contract ends at 12, in leap years too, and churns at renewal fall into one month of a curve.
 *
 * @example
 * [ageInMonths(0, 31), ageInMonths(0, 365), ageInMonths(30, 58)]
 * // => [1, 12, 1]
 */
export function ageInMonths(startDay: number, day: number): number {
	const start = new Date(startDay * MS_PER_DAY);
	const end = new Date(day * MS_PER_DAY);
	const [year, month, dayOfMonth] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
	const after = (months: number): number => {
		const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
		return Date.UTC(year, month + months, Math.min(dayOfMonth, last)) / MS_PER_DAY;
	};
	let whole = (end.getUTCFullYear() - year) * 12 + end.getUTCMonth() - month;
	if (after(whole) > day) whole--;
	const from = after(whole);
	return whole + (day - from) / (after(whole + 1) - from);
}
