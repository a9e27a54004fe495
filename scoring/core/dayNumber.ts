const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LEAP_DAYS_BEFORE_1970 = 477;

/**
 * Number of a calendar day: whole days since 1970-01-01 in the proleptic Gregorian calendar, years 0001 to 9999.
 * null when the text is not a real day in the form YYYY-MM-DD. Reads digits itself: a Date per metric and account is too dear.
 *
 * @example
 * dayNumber('2024-03-01')
 * // => 19783
 */
export function dayNumber(day: string | null | undefined): number | null {
	if (typeof day !== 'string' || day.length !== 10) return null;
	if (day.charCodeAt(4) !== 45 || day.charCodeAt(7) !== 45) return null;
	const year = digits(day, 0, 4);
	const month = digits(day, 5, 7);
	const dayOfMonth = digits(day, 8, 10);
	if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1) return null;
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const leapDay = leap && month === 2 ? 1 : 0;
	if (dayOfMonth > (DAYS_OF_MONTH[month - 1] as number) + leapDay) return null;
	const before = year - 1;
	const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
	const passedLeapDay = leap && month > 2 ? 1 : 0;
	return (
		(year - 1970) * 365 +
		(leapDays - LEAP_DAYS_BEFORE_1970) +
		(DAYS_BEFORE_MONTH[month - 1] as number) +
		passedLeapDay +
		dayOfMonth -
		1
	);
}

/** -1 when a character is not a digit. */
function digits(text: string, from: number, to: number): number {
	let number = 0;
	for (let index = from; index < to; index++) {
		const digit = text.charCodeAt(index) - 48;
		if (digit < 0 || digit > 9) return -1;
		number = number * 10 + digit;
	}
	return number;
}
