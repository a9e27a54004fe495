import type { Metric } from './Scorecard';

/** [category id, the rubric's wording, points 0 to 100]. */
export type Answer = readonly [value: string, label: string, points: number];

/** A judgement holds a bit over a quarter, so that one late quarterly review does not void it. */
const JUDGEMENT_DAYS = 120;

/**
 * A metric judged in words, with weight 1, answers from best to worst; stale after 120 days.
 *
 * @example
 * judgedMetric('performance', 'Performance', [['consistent', 'Consistently meeting requirements', 95]]).staleAfterDays
 * // => 120
 */
export function judgedMetric(id: string, label: string, answers: readonly Answer[]): Metric {
	return {
		id,
		label,
		weight: 1,
		unit: '',
		direction: 'higher_is_better',
		rubric: {
			kind: 'categories',
			categories: answers.map(([value, answer, points]) => ({ value, label: answer, points })),
		},
		normalisation: 'none',
		staleAfterDays: JUDGEMENT_DAYS,
		halfLifeDays: null,
	};
}
