import { dayNumber } from '../core/dayNumber';
import { businessDayBefore } from './businessDayBefore';
import type { Term } from './Contract';
import { dayText } from './dayText';
import type { StageSettings } from './RenewalStages';

const NONE: ReadonlyArray<number | null> = [];

/**
 * The days of the stages of one term as day numbers, in the order of the rules; null for a stage that does not belong to it: it lies before the term
 * begins (90 days before the end of a pilot of 60), or there is no notice deadline to count from. Empty without an end.
 *
 * @param noticeOn notice deadline of the term, see `noticeDeadline`
 *
 * @example
 * stageDays({ startsOn: '1970-01-01', endsOn: '1970-02-28' }, null, { rules: [{ counts: 'end', daysBefore: 90 }, { counts: 'end', daysBefore: 30 }], businessDays: false })
 * // => [null, 28]
 */
export function stageDays(
	term: Term,
	noticeOn: string | null,
	settings: StageSettings,
): ReadonlyArray<number | null> {
	const end = dayNumber(term.endsOn);
	if (end === null) return NONE;
	const notice = dayNumber(noticeOn);
	const start = dayNumber(term.startsOn);
	return settings.rules.map(({ counts, daysBefore }) => {
		const from = counts === 'end' ? end : notice;
		if (from === null) return null;
		const day = from - daysBefore;
		if (start !== null && day < start) return null;
		return settings.businessDays ? dayNumber(businessDayBefore(dayText(day), settings.holidays)) : day;
	});
}
