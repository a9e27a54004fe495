/**
 * The calendar day (YYYY-MM-DD) of a day number (whole days since 1970-01-01), for years 0001 to 9999: the way back from `dayNumber`. Plain
 * arithmetic, because a Date for each of ten days of 100,000 contracts is too dear.
 *
 * @example
 * [dayText(0), dayText(19782), dayText(-1)]
 * // => ['1970-01-01', '2024-02-29', '1969-12-31']
 */
export function dayText(number: number): string {
	// Counted from 0000-03-01, so that a leap day is the last day of its year; eras of 400 years have 146,097 days.
	const days = number + 719_468;
	const era = Math.floor(days / 146_097);
	const ofEra = days - era * 146_097;
	const yearOfEra = Math.floor(
		(ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
	);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * ofYear + 2) / 153);
	const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	const wide = year >= 1000 ? String(year) : String(year).padStart(4, '0');
	return `${wide}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
