import type { Churn } from './readChurns';
import type { SkipReason } from './SnapshotSet';

const MS_PER_DAY = 86_400_000;

/**
 * Label of an account on a day (days since 1970): 1 when it churned in (day + gap, day + gap + horizon], 0 when it did not and that time is over
 * by `today`; else why there is no label.
 *
 * @example
 * labelOf(100, [{ occurredOn: 150, knownAt: 1e15 }], { horizonDays: 90, gapDays: 0, today: 300 })
 * // => 1
 */
export function labelOf(
	day: number,
	churns: readonly Churn[],
	span: { readonly horizonDays: number; readonly gapDays: number; readonly today: number },
): 0 | 1 | SkipReason {
	const from = day + span.gapDays;
	const until = from + span.horizonDays;
	const end = (day + 1) * MS_PER_DAY;
	if (churns.some(({ occurredOn }) => occurredOn <= day)) return 'already-churned';
	if (churns.some(({ knownAt }) => knownAt < end)) return 'churn-already-known';
	if (until > span.today) return 'horizon-unfinished';
	if (churns.some(({ occurredOn }) => occurredOn <= from)) return 'churned-in-gap';
	return churns.some(({ occurredOn }) => occurredOn <= until) ? 1 : 0;
}
