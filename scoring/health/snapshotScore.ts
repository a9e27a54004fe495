import type { HealthInput, HealthScore } from './HealthScore';
import { rawValue } from './rawValue';
import type { Scorecard } from './Scorecard';

/** A contribution in the compact form of a score row's `detail_json`: [id, raw value, points, effective weight, contribution]. */
export type SnapshotTerm = readonly [
	id: string,
	value: number | string | null,
	points: number | null,
	weight: number | null,
	contribution: number,
];

/** A term that was measured: not a cap, not an override. */
export type MeasuredTerm = readonly [
	id: string,
	value: number | string | null,
	points: number,
	weight: number,
	contribution: number,
];

/** What a later run must know of a score to say what changed. */
export interface ScoreSnapshot {
	/** Unrounded, 0 to 100; null: insufficient data. */
	readonly value: number | null;
	/** Which scorecard was used; null: unknown. */
	readonly scorecardId: string | null;
	/** Identifies the scorecard's content; null: unknown, taken for the same. */
	readonly configHash: string | null;
	/** Points and weight are null for a cap and for "override". null: only the value is known (a history row). */
	readonly terms: readonly SnapshotTerm[] | null;
	/** Raw values of the fields that caps look at, by field; without them a cap that did not bind is unknown. */
	readonly capValues?: Readonly<Record<string, number | string | null>>;
}

/**
 * The compact form of a score, for the row of this run and `splitDelta` of the next. `configHash` is made by the caller over the
 * scorecard; `input` gives the values of cap fields and may be null.
 *
 * @example
 * snapshotScore(scoreHealth(EXAMPLE_ACCOUNT, FRAMEWORK_SCORECARD).value, 'a1', FRAMEWORK_SCORECARD, EXAMPLE_ACCOUNT).terms[0].slice(0, 3)
 * // => ['active_users', 85, 88.75]
 */
export function snapshotScore(
	score: HealthScore,
	configHash: string | null,
	scorecard: Scorecard,
	input: HealthInput | null,
): ScoreSnapshot {
	const fields = input === null ? [] : scorecard.caps.map((cap) => cap.field);
	return {
		value: score.value,
		scorecardId: score.scorecardId,
		configHash,
		terms: score.contributions.map(({ id, value, points, weight, contribution }) => [
			id,
			value,
			points,
			weight,
			contribution,
		]),
		capValues: Object.fromEntries(fields.map((field) => [field, rawValue(input?.observations[field])])),
	};
}
