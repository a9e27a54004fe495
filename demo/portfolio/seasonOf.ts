import { formatDay } from './formatDay';
import type { Industry } from './profileAccount';
import type { Place } from './places';

/** Usage by month, January first, relative to an ordinary month. */
const BY_INDUSTRY: Readonly<Record<Industry, readonly number[]>> = {
	healthcare: [1.04, 1.03, 1.02, 1, 0.99, 0.97, 0.95, 0.95, 1, 1.01, 1.02, 1],
	financial: [1.06, 1.02, 1.06, 1.02, 0.98, 1.02, 0.95, 0.93, 1.01, 0.99, 1, 1.04],
	technology: [1, 1.01, 1.01, 1, 1, 0.99, 0.97, 0.97, 1.01, 1.02, 1.01, 0.99],
	manufacturing: [0.98, 1, 1.02, 1.03, 1.02, 1, 0.93, 0.91, 1.02, 1.03, 1.01, 0.96],
	other: [0.97, 0.98, 1, 1, 1, 1, 0.98, 0.97, 1, 1.02, 1.05, 1.05],
};

/**
 * How busy a week is against an ordinary one (1): the industry's year, and the holidays that all customers of a place share.
 *
 * @param monday day number of the week's Monday
 */
export function seasonOf(industry: Industry, place: Place, monday: number): number {
	const day = formatDay(monday + 2);
	const month = Number(day.slice(5, 7));
	const year = BY_INDUSTRY[industry][month - 1] ?? 1;
	return year * holidaysOf(place, day.slice(5));
}

/** @param monthDay MM-DD of the Wednesday */
function holidaysOf({ country, region }: Place, monthDay: string): number {
	if (monthDay >= '12-23' || monthDay <= '01-02') return country === 'JP' || region !== 'apac' ? 0.5 : 0.75;
	if (region === 'emea' && monthDay >= '08-01' && monthDay <= '08-24') return 0.86;
	if (country === 'JP' && monthDay >= '04-29' && monthDay <= '05-06') return 0.6;
	if (country === 'US' && monthDay >= '11-22' && monthDay <= '11-28') return 0.8;
	return 1;
}
