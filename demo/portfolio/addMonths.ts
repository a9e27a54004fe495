const MS_PER_DAY = 86_400_000;

/**
 * The day number (days since 1970-01-01) a number of calendar months later; a day that the month lacks becomes its last one.
 *
 * @example
 * addMonths(19753, 1)
 * // => 19782
 */
export function addMonths(day: number, months: number): number {
	const date = new Date(day * MS_PER_DAY);
	const month = date.getUTCMonth() + months;
	const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
	return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastOfMonth)) / MS_PER_DAY;
}
