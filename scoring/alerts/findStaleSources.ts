import type { Freshness } from './sourceFreshness';

const MS_PER_HOUR = 3_600_000;

/**
 * Sources whose newest sign of life is older than so many hours at `now` (UTC instant).
 *
 * @example
 * findStaleSources([{ source: 'crm', lastUpdatedAt: '2024-01-01T00:00:00Z' }], '2024-01-15T00:00:00Z', 48).length
 * // => 1
 */
export function findStaleSources(
	freshness: readonly Freshness[],
	now: string,
	staleAfterHours: number,
): readonly Freshness[] {
	const limit = Date.parse(now) - staleAfterHours * MS_PER_HOUR;
	return freshness.filter(({ lastUpdatedAt }) => Date.parse(lastUpdatedAt) < limit);
}
