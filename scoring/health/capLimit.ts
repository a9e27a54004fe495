import { capApplies } from './capApplies';
import type { Scorecard } from './Scorecard';
import type { ScoreSnapshot } from './snapshotScore';

/**
 * The highest score (0 to 100) that the caps of a scorecard allow for what a snapshot knows of their fields: the values it recorded,
 * else the value of a cap that bound. 100 where nothing is known.
 *
 * @example
 * capLimit(FRAMEWORK_SCORECARD, { value: 40, scorecardId: null, configHash: null, terms: [], capValues: { urgent_ticket_hours: 71 } })
 * // => 40
 */
export function capLimit(scorecard: Scorecard, snapshot: ScoreSnapshot): number {
	let limit = 100;
	for (const cap of scorecard.caps) {
		const bound = snapshot.terms?.find(([id, , points]) => id === cap.id && points === null);
		const value = snapshot.capValues?.[cap.field] ?? bound?.[1] ?? null;
		if (capApplies(cap, value)) limit = Math.min(limit, cap.cap);
	}
	return limit;
}
