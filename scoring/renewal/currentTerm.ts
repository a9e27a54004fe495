import { addDays } from '../core/addDays';
import { addMonths } from './addMonths';
import type { Contract, Term } from './Contract';
import { monthsOfTerm } from './monthsOfTerm';

/**
 * The term a contract is in on a day (YYYY-MM-DD). A contract that renews automatically begins its next term the day after the last one
 * ended; all terms are counted from one anchor, so a start on the 31st does not drift. Without `ends_on` the end is start plus term; without
 * either it is evergreen when it renews automatically or knows a notice period, else its end is unknown (project choice).
 * A contract that does not renew automatically, or whose term nobody knows, stays in its first term after the end.
 *
 * @example
 * currentTerm({ startsOn: '2023-04-01', endsOn: '2024-03-31', autoRenew: true }, '2024-11-24')
 * // => { kind: 'fixed', number: 1, startsOn: '2024-04-01', endsOn: '2025-03-31', months: 12, derived: false }
 */
export function currentTerm(contract: Contract, today: string): Term {
	const first = firstTerm(contract);
	const { startsOn, endsOn, months, kind } = first;
	const rolls = contract.autoRenew === true || kind === 'month_to_month';
	if (endsOn === null || months === null || !rolls || endsOn >= today) return first;
	const anchored = startsOn !== null && addMonths(startsOn, months) === addDays(endsOn, 1);
	const anchor = anchored ? startsOn : addDays(endsOn, 1);
	const offset = anchored ? 1 : 0;
	// The start of the term after `number` renewals; the first estimate may be one term early, never late.
	const startOf = (number: number): string => addMonths(anchor, (number - 1 + offset) * months);
	let number = Math.max(1, Math.floor((monthIndex(today) - monthIndex(anchor)) / months) - offset);
	// Days stop at the year 9999; there the term no longer moves, and neither does the count.
	while (addDays(startOf(number + 1), -1) < today && startOf(number + 1) > startOf(number)) number++;
	return {
		...first,
		number,
		startsOn: startOf(number),
		endsOn: addDays(startOf(number + 1), -1),
	};
}

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function firstTerm({ startsOn, endsOn: entered, termMonths, autoRenew, noticeDays }: Contract): Term {
	const derived = entered === null || entered === undefined;
	const endsOn = derived
		? startsOn && termMonths
			? addDays(addMonths(startsOn, termMonths), -1)
			: null
		: entered;
	const months = termMonths ?? monthsOfTerm(startsOn, endsOn);
	const base = { number: 0, startsOn: startsOn ?? null, endsOn, months, derived: derived && endsOn !== null };
	if (endsOn === null) {
		if (termMonths === 1) return { ...base, kind: 'month_to_month' };
		const runs = autoRenew === true || (noticeDays !== null && noticeDays !== undefined);
		return { ...base, kind: runs ? 'evergreen' : 'unknown' };
	}
	return { ...base, kind: months === 1 && autoRenew !== false ? 'month_to_month' : 'fixed' };
}
