const MS_PER_DAY = 86_400_000;
const texts = new Map<number, string>();

/**
 * The calendar day YYYY-MM-DD of a day number (days since 1970-01-01). Remembers what it made: the same few hundred days occur in
 * millions of rows.
 *
 * @example
 * formatDay(19783)
 * // => '2024-03-01'
 */
export function formatDay(day: number): string {
	let text = texts.get(day);
	if (text === undefined) {
		text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
		texts.set(day, text);
	}
	return text;
}
