import type { Person } from './SuccessPlan';

/**
 * Whether one of our people is absent on a day. An absence without a first day has always been, one without a last day goes on.
 *
 * @param day YYYY-MM-DD; null: absence is not looked at
 *
 * @example
 * isAbsent({ absentFromOn: '2026-01-05', absentToOn: '2026-01-09' }, '2026-01-09')
 * // => true
 */
export function isAbsent(
	{ absentFromOn, absentToOn }: Pick<Person, 'absentFromOn' | 'absentToOn'>,
	day: string | null,
): boolean {
	if (day === null || (absentFromOn === null && absentToOn === null)) return false;
	return (absentFromOn === null || absentFromOn <= day) && (absentToOn === null || absentToOn >= day);
}
