const DAY_LENGTH = 10;

/** The calendar day somewhere. */
export interface LocalDay {
	/** YYYY-MM-DD */
	readonly day: string;
	/** false: the zone is not known, the day is that of UTC. */
	readonly known: boolean;
}

/**
 * Says which calendar day it is in a time zone (IANA name, `Asia/Tokyo`) at one moment; each zone is looked up once. When the moment is
 * itself a day (YYYY-MM-DD), it is that day everywhere. Without a zone it is the day in UTC; an unknown zone is too, and says so.
 *
 * @param asOf an instant in UTC (ISO 8601) or a day
 *
 * @example
 * createLocalDay('2025-01-30T20:00:00.000Z')('Asia/Tokyo')
 * // => { day: '2025-01-31', known: true }
 */
export function createLocalDay(asOf: string): (timeZone: string | null) => LocalDay {
	const utc: LocalDay = { day: asOf.slice(0, DAY_LENGTH), known: true };
	const days = new Map<string, LocalDay>();
	return (timeZone) => {
		if (timeZone === null || timeZone === '' || asOf.length === DAY_LENGTH) return utc;
		let local = days.get(timeZone);
		if (local === undefined)
			days.set(timeZone, (local = dayThere(asOf, timeZone) ?? { ...utc, known: false }));
		return local;
	};
}

function dayThere(asOf: string, timeZone: string): LocalDay | null {
	try {
		const format = new Intl.DateTimeFormat('en-GB', {
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		});
		const parts = format.formatToParts(Date.parse(asOf));
		const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
		return { day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, known: true };
	} catch {
		return null;
	}
}
