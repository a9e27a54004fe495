import type { RenewalPlan } from './RenewalPlan';

/**
 * How a contract goes on at its end if nobody does anything, in sentences: whether it renews by itself or ends, and until when notice can be
 * given, or that this day has passed and what follows from it. Empty where nobody entered whether it renews and no notice period is known.
 *
 * @example
 * wordContinuation({ contract: { autoRenew: true }, term: { endsOn: '2025-03-31' }, renewalOn: '2025-04-01', noticeOn: '2025-01-30', today: { day: '2025-02-03' } })
 * // => 'The last day for notice, 2025-01-30, has passed: unless notice came by then, it renews by itself on 2025-04-01.'
 */
export function wordContinuation({
	contract,
	term,
	renewalOn,
	noticeOn,
	today,
}: Pick<RenewalPlan, 'contract' | 'term' | 'renewalOn' | 'noticeOn' | 'today'>): string {
	const { endsOn } = term;
	if (endsOn === null) return '';
	const isOver = endsOn < today.day;
	if (contract.autoRenew === true) {
		// Over and still in that term: nobody knows for how long it renews.
		if (isOver) return 'It renews by itself, but nobody entered for how long.';
		if (noticeOn === null) return `It renews by itself on ${renewalOn}.`;
		if (noticeOn > today.day) return `It renews by itself unless notice is given by ${noticeOn}.`;
		return noticeOn === today.day
			? `It renews by itself on ${renewalOn} unless notice is given today, the last day for it.`
			: `The last day for notice, ${noticeOn}, has passed: unless notice came by then, it renews by itself on ${renewalOn}.`;
	}
	if (contract.autoRenew === false) {
		return isOver ? 'It ended, and no renewal is signed.' : 'It ends on that day unless it is renewed.';
	}
	if (noticeOn === null) return '';
	return noticeOn >= today.day
		? `Notice can be given until ${noticeOn}; whether the contract renews by itself was not entered.`
		: `The last day for notice, ${noticeOn}, has passed; whether the contract now renews by itself or ends was not entered.`;
}
