import { addDays } from '../core/addDays';
import type { Contract, Term } from './Contract';
import { currentTerm } from './currentTerm';

/**
 * The terms of a contract whose stages may have to be said on a day: the one it is in, and before it those that ended at most `catchUpDays`
 * ago because it renewed itself meanwhile. Earliest first. A single term that ended longer ago is still the only one.
 *
 * @example
 * watchTerms({ startsOn: '2024-01-01', endsOn: '2024-12-31', autoRenew: true }, '2025-01-10', 90).map((term) => term.endsOn)
 * // => ['2024-12-31', '2025-12-31']
 */
export function watchTerms(contract: Contract, today: string, catchUpDays: number): Term[] {
	const terms = [currentTerm(contract, today)];
	if (terms[0]?.number === 0) return terms;
	const oldest = addDays(today, -catchUpDays);
	for (;;) {
		const first = terms[0] as Term;
		if (first.number === 0 || first.startsOn === null) return terms;
		const lastDay = addDays(first.startsOn, -1);
		if (lastDay < oldest) return terms;
		const before = currentTerm(contract, lastDay);
		if (before.number >= first.number) return terms;
		terms.unshift(before);
	}
}
