import { addDays } from '../core/addDays';
import { addMonths } from './addMonths';
import type { BridgeLine } from './Bridge';

/**
 * Last days of the terms of a line from `fromOn` on and before `beforeOn` (YYYY-MM-DD): its own end, or, when its contract renews
 * itself, one every so many months, counted from the first so that month ends do not drift.
 *
 * @example
 * termEnds({ endsOn: '2024-03-31', rollsByMonths: 12 }, '2025-01-01', '2027-01-01')
 * // => ['2025-03-31', '2026-03-31']
 */
export function termEnds(
	{ endsOn, rollsByMonths }: Pick<BridgeLine, 'endsOn' | 'rollsByMonths'>,
	fromOn: string,
	beforeOn: string,
): string[] {
	if (endsOn === null) return [];
	const ends: string[] = [];
	let dueOn = endsOn;
	for (let term = 1; dueOn < beforeOn; term++) {
		if (dueOn >= fromOn) ends.push(dueOn);
		if (rollsByMonths === null || rollsByMonths < 1) break;
		const next = addDays(addMonths(addDays(endsOn, 1), term * rollsByMonths), -1);
		if (next <= dueOn) break;
		dueOn = next;
	}
	return ends;
}
