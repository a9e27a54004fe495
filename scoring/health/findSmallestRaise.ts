import { roundHalfUp } from '../core/roundHalfUp';
import type { CompiledMetric, CompiledScorecard } from './compileScorecard';
import type { HealthInput } from './HealthScore';
import { interpolatePoints } from './interpolatePoints';
import { normaliseAnswer } from './normaliseAnswer';
import type { HealthNumbers } from './prepareHealthScorer';
import { rawValue } from './rawValue';
import type { Metric } from './Scorecard';

export interface Raise {
	readonly id: string;
	readonly label: string;
	/** null: a ready-made dimension score. */
	readonly metric: Metric | null;
	readonly from: number | string;
	readonly to: number | string;
	/** Share of the measure's own range, 0 to 1. */
	readonly share: number;
}

/**
 * The observed measure that must move the smallest share of its own range to add `gap` points to the score; null when none can.
 * New raw values are rounded to the better side. A tie goes to the first in the scorecard.
 *
 * @example
 * findSmallestRaise(compileScorecard(FRAMEWORK_SCORECARD).value, EXAMPLE_ACCOUNT, prepareHealthScorer(FRAMEWORK_SCORECARD).value(EXAMPLE_ACCOUNT), 1).to
 * // => 9.1
 */
export function findSmallestRaise(
	card: CompiledScorecard,
	input: HealthInput,
	numbers: HealthNumbers,
	gap: number,
): Raise | null {
	let best: Raise | null = null;
	for (let slot = 0; slot < numbers.weights.length; slot++) {
		const weight = numbers.weights[slot] as number;
		const points = (numbers.points[slot] as number) + gap / weight;
		if (!(weight > 0) || points > 100 + 1e-9) continue;
		const raise = raiseSlot(card, slot, input, points);
		if (raise !== null && raise.share < (best?.share ?? Infinity)) best = raise;
	}
	return best;
}

function raiseSlot(card: CompiledScorecard, slot: number, input: HealthInput, points: number): Raise | null {
	const compiled = card.metrics[slot];
	if (compiled === undefined) return raiseDimension(card, slot, input, points);
	const { id, metric } = compiled;
	const observation = input.observations[id];
	const from = rawValue(observation);
	if (from === null || metric.fixed === true || metric.normalisation === 'segment_percentile') return null;
	const named = { id, label: metric.label, metric, from };
	if (compiled.values.length === 0) return raiseAnswer(compiled, named, points);
	const best = Math.max(compiled.points[0] as number, compiled.points.at(-1) as number);
	if (points > best + 1e-9) return null;
	const baseline = compiled.plain || typeof observation !== 'object' ? 100 : (observation?.baseline ?? 100);
	const compared = valueFor(Math.min(points, best), compiled);
	const range = (compiled.values.at(-1) as number) - (compiled.values[0] as number);
	const to = (compared * baseline) / 100;
	const answered = typeof from === 'number' ? null : compiled.answers.get(normaliseAnswer(from));
	// An answer the scorecard does not know earned nothing and starts nowhere.
	if (answered === undefined) return null;
	const start = answered === null ? ((from as number) / baseline) * 100 : valueFor(answered, compiled);
	return { ...named, to: roundToBetter(to, metric.direction), share: Math.abs(compared - start) / range };
}

function raiseDimension(
	card: CompiledScorecard,
	slot: number,
	input: HealthInput,
	points: number,
): Raise | null {
	const dimension = card.dimensions[slot - card.metrics.length];
	if (dimension === undefined) return null;
	const from = rawValue(input.observations[dimension.id]) ?? rawValue(input.observations[dimension.alias]);
	if (typeof from !== 'number') return null;
	const to = Math.min(100, roundToBetter(points, 'higher_is_better'));
	return {
		id: dimension.id,
		label: dimension.dimension.label,
		metric: null,
		from,
		to,
		share: (points - from) / 100,
	};
}

/** The nearest answer that earns enough; steps are counted in answers. */
function raiseAnswer(
	{ answers }: CompiledMetric,
	named: Omit<Raise, 'to' | 'share'>,
	points: number,
): Raise | null {
	const enough = [...answers].filter(([, earned]) => earned >= points - 1e-9);
	const nearest = enough.sort((left, right) => left[1] - right[1])[0];
	if (nearest === undefined) return null;
	const start = answers.get(normaliseAnswer(String(named.from)));
	if (start === undefined) return null;
	const steps = [...answers.values()].filter((earned) => earned > start && earned <= nearest[1]).length;
	return { ...named, to: nearest[0], share: steps / Math.max(1, answers.size - 1) };
}

/** The raw value that earns `points`: the line read the other way round. */
function valueFor(points: number, { values, points: earned }: CompiledMetric): number {
	return (earned[0] as number) < (earned.at(-1) as number)
		? interpolatePoints(points, earned, values)
		: interpolatePoints(points, [...earned].reverse(), [...values].reverse());
}

/** As many decimals as `wordMeasure` shows, so that the value in the sentence suffices. */
function roundToBetter(value: number, direction: Metric['direction']): number {
	const scale = Math.abs(value) < 10 ? 100 : 10;
	const near = roundHalfUp(value * scale);
	if (Math.abs(near - value * scale) < 1e-9) return near / scale;
	return (direction === 'higher_is_better' ? Math.ceil(value * scale) : Math.floor(value * scale)) / scale;
}
