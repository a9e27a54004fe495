import type { Churn } from './readChurns';
import type { SkipReason } from './SnapshotSet';

const MS_PER_DAY = 86_400_000;

/**
 * Label of an account that is there on a day (days since 1970) when expansions are learned: 1 when one happened in (day + gap, day + gap + horizon],
 * else 0; no label where the next one was known already. Earlier ones do not count: an account may expand again.
 *
 * @param expansions outcomes of the kind `expanded`
 *
 * @example
 * labelExpansion(100, [{ occurredOn: 50, knownAt: 0 }, { occurredOn: 150, knownAt: 1e15 }], { horizonDays: 90, gapDays: 0 })
 * // => 1
 */
export function labelExpansion(
	day: number,
	expansions: readonly Churn[],
	span: { readonly horizonDays: number; readonly gapDays: number },
): 0 | 1 | SkipReason {
	const from = day + span.gapDays;
	const until = from + span.horizonDays;
	const end = (day + 1) * MS_PER_DAY;
	const ahead = expansions.filter(({ occurredOn }) => occurredOn > day && occurredOn <= until);
	if (ahead.some(({ knownAt }) => knownAt < end)) return 'expansion-already-known';
	return ahead.some(({ occurredOn }) => occurredOn > from) ? 1 : 0;
}
