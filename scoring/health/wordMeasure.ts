import { roundHalfUp } from '../core/roundHalfUp';
import { normaliseAnswer } from './normaliseAnswer';
import type { Metric } from './Scorecard';

/**
 * A raw value for people: numbers with one decimal at most (two below 10) and the metric's unit, answers in the rubric's own wording.
 * `metric` null: a bare score.
 *
 * @example
 * [wordMeasure(31.04, FRAMEWORK_SCORECARD.dimensions[0].metrics[0]), wordMeasure('qualitative', FRAMEWORK_SCORECARD.dimensions[1].metrics[1])]
 * // => ['31 %', '"Qualitative ROI benefits identified"']
 */
export function wordMeasure(value: number | string | null, metric: Metric | null): string {
	if (value === null) return 'not observed';
	if (typeof value === 'number') {
		const unit = metric?.unit ? ` ${metric.unit}` : '';
		const scale = Math.abs(value) < 10 ? 100 : 10;
		return `${roundHalfUp(value * scale) / scale}${unit}`;
	}
	const rubric = metric?.rubric;
	const answers = rubric?.kind === 'categories' ? rubric.categories : (rubric?.words ?? []);
	const wanted = normaliseAnswer(value);
	const answer = answers.find((candidate) => normaliseAnswer(candidate.value) === wanted);
	return `"${answer?.label ?? value}"`;
}
