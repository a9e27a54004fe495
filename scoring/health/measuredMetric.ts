import type { Metric } from './Scorecard';

/** [raw value, points 0 to 100], sorted by raw value. */
export type AnchorPair = readonly [value: number, points: number];

/**
 * A metric measured as a number, with weight 1 and without normalisation or decay; the direction follows from the anchors.
 * Presets are written with it so that a rubric reads as one line.
 *
 * @example
 * measuredMetric('time_to_value', 'Time to value', 'days', null, [[30, 85], [180, 0]]).direction
 * // => 'lower_is_better'
 */
export function measuredMetric(
	id: string,
	label: string,
	unit: string,
	staleAfterDays: number | null,
	anchors: readonly AnchorPair[],
): Metric {
	const rises = (anchors.at(-1)?.[1] ?? 100) >= (anchors[0]?.[1] ?? 0);
	return {
		id,
		label,
		weight: 1,
		unit,
		direction: rises ? 'higher_is_better' : 'lower_is_better',
		rubric: { kind: 'anchors', anchors: anchors.map(([value, points]) => ({ value, points })) },
		normalisation: 'none',
		staleAfterDays,
		halfLifeDays: null,
	};
}
