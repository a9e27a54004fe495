import { instantIn } from '../measures/instantIn';
import type { ScoreEntry } from './indexScores';

const MS_PER_DAY = 86_400_000;

export interface KnownScore {
	readonly entry: ScoreEntry | null;
	/** Why there is none. */
	readonly reason: 'none' | 'tooOld' | 'computedLater' | null;
	/** Rows of the time asked for that were computed after it. */
	readonly rejected: number;
}

/**
 * The score of an account as it was known at the end of a day (UTC): of the rows that stand for that day or up to `stalenessDays` before it and had been
 * computed by then, the newest; of several for one day the one computed last. A row computed later is rejected however early the day it stands for
 * (leak guard), a row that does not say when it was computed is believed.
 *
 * @param entries of one account, oldest first
 * @param day days since 1970-01-01
 *
 * @example
 * findKnownScore([{ day: 3, point: { account_id: 'A', as_of_on: '1970-01-04', computed_at: '1970-02-01T00:00:00Z', value: 9 } }], 5, 35).reason
 * // => 'computedLater'
 */
export function findKnownScore(
	entries: readonly ScoreEntry[],
	day: number,
	stalenessDays: number,
): KnownScore {
	const end = (day + 1) * MS_PER_DAY;
	let at = lastUpTo(entries, day);
	let best: ScoreEntry | null = null;
	let bestInstant = -Infinity;
	let rejected = 0;
	for (; at >= 0; at--) {
		const entry = entries[at] as ScoreEntry;
		if (entry.day < day - stalenessDays || (best !== null && entry.day < best.day)) break;
		const instant = computedAt(entry);
		if (instant >= end) rejected += 1;
		else if (best === null || instant > bestInstant || isLarger(entry, best, instant === bestInstant)) {
			best = entry;
			bestInstant = instant;
		}
	}
	if (best !== null) return { entry: best, reason: null, rejected };
	return { entry: null, reason: rejected > 0 ? 'computedLater' : at >= 0 ? 'tooOld' : 'none', rejected };
}

/** Rows that can't be told apart by time: the larger value counts, so that the order of the rows does not matter. */
function isLarger(entry: ScoreEntry, best: ScoreEntry, sameInstant: boolean): boolean {
	return sameInstant && (entry.point.value as number) > (best.point.value as number);
}

function computedAt({ point }: ScoreEntry): number {
	const { computed_at } = point;
	return computed_at === null || computed_at === undefined
		? -Infinity
		: (instantIn({ computed_at }, 'computed_at') ?? -Infinity);
}

/** Index of the last entry of a day up to `day`, -1: none. */
function lastUpTo(entries: readonly ScoreEntry[], day: number): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((entries[middle] as ScoreEntry).day <= day) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
