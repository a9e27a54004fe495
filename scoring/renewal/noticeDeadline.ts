import { dayNumber } from '../core/dayNumber';
import type { Contract, Term } from './Contract';
import { dayText } from './dayText';

/**
 * The last day on which notice may be given: calendar days before the last day of the term, counted as the stages are, so 60 days' notice and
 * the stage 60 fall on the same day. null without an end or a notice period, when the contract does not renew automatically (it then ends
 * without notice), or when the deadline lies before the term begins.
 *
 * @example
 * noticeDeadline({ noticeDays: 60, autoRenew: true }, { startsOn: '2024-04-01', endsOn: '2025-03-31' })
 * // => '2025-01-30'
 */
export function noticeDeadline(contract: Contract, term: Term): string | null {
	const { noticeDays, autoRenew } = contract;
	if (noticeDays === null || noticeDays === undefined || term.endsOn === null || autoRenew === false)
		return null;
	const end = dayNumber(term.endsOn);
	if (end === null) return null;
	const deadline = dayText(end - noticeDays);
	return term.startsOn !== null && deadline < term.startsOn ? null : deadline;
}
