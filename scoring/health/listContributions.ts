import { roundHalfUp } from '../core/roundHalfUp';
import { activeOverride } from './activeOverride';
import type { CompiledDimension, CompiledMetric, CompiledScorecard } from './compileScorecard';
import type { Contribution, HealthInput, Override } from './HealthScore';
import type { HealthNumbers } from './prepareHealthScorer';
import { rawValue } from './rawValue';
import type { Cap, Metric } from './Scorecard';
import { wordMeasure } from './wordMeasure';

/**
 * The terms of a score with their words, in the scorecard's order, then cap, then override. They add up to the unrounded score;
 * without a score (too little was observed) to what the observed part alone would give.
 *
 * @example
 * listContributions(compileScorecard(FRAMEWORK_SCORECARD).value, EXAMPLE_ACCOUNT, prepareHealthScorer(FRAMEWORK_SCORECARD).value(EXAMPLE_ACCOUNT))[2].words
 * // => 'Workflow volume 78 % (39 of 50 monthly workflows): costs 1.8 points'
 */
export function listContributions(
	card: CompiledScorecard,
	input: HealthInput,
	numbers: HealthNumbers,
): Contribution[] {
	const terms: Contribution[] = [];
	for (let index = 0; index < card.dimensions.length; index++) {
		const dimension = card.dimensions[index] as CompiledDimension;
		const slot = card.metrics.length + index;
		if ((numbers.weights[slot] as number) > 0) {
			terms.push(dimensionTerm(numbers, slot, dimension, input));
			continue;
		}
		for (let at = dimension.first; at < dimension.last; at++) {
			if ((numbers.weights[at] as number) > 0) {
				terms.push(metricTerm(numbers, at, dimension, card.metrics[at] as CompiledMetric, input));
			}
		}
	}
	if (numbers.capIndex !== null && numbers.capTerm < 0)
		terms.push(capTerm(card.caps[numbers.capIndex] as Cap, input, numbers));
	const override = activeOverride(input);
	if (override !== null) terms.push(overrideTerm(override, numbers));
	return terms;
}

function dimensionTerm(
	numbers: HealthNumbers,
	slot: number,
	dimension: CompiledDimension,
	input: HealthInput,
): Contribution {
	const observation = input.observations[dimension.id] ?? input.observations[dimension.alias];
	const { label } = dimension.dimension;
	return {
		kind: 'dimension',
		id: dimension.id,
		dimensionId: dimension.id,
		...measured(numbers, slot, label, observation, null),
	};
}

function metricTerm(
	numbers: HealthNumbers,
	slot: number,
	dimension: CompiledDimension,
	{ id, metric }: CompiledMetric,
	input: HealthInput,
): Contribution {
	const observation = input.observations[id];
	return {
		kind: 'metric',
		id,
		dimensionId: dimension.id,
		...measured(numbers, slot, metric.label, observation, metric),
	};
}

function measured(
	numbers: HealthNumbers,
	slot: number,
	label: string,
	observation: HealthInput['observations'][string] | undefined,
	metric: Metric | null,
): Omit<Contribution, 'kind' | 'id' | 'dimensionId'> {
	const value = rawValue(observation);
	const points = numbers.points[slot] as number;
	const weight = numbers.weights[slot] as number;
	const lost = weight * (100 - points);
	const note = typeof observation === 'object' && observation?.note ? ` (${observation.note})` : '';
	const words = `${label} ${wordMeasure(value, metric)}${note}: costs ${wordPoints(lost)}`;
	return { label, value, points, weight, contribution: numbers.contributions[slot] as number, lost, words };
}

function capTerm(cap: Cap, input: HealthInput, numbers: HealthNumbers): Contribution {
	const value = rawValue(input.observations[cap.field]);
	const lost = -numbers.capTerm;
	return {
		kind: 'cap',
		id: cap.id,
		dimensionId: null,
		label: cap.label,
		value,
		points: null,
		weight: null,
		contribution: numbers.capTerm,
		lost,
		words: `${cap.label} (${wordMeasure(value, null)} now) caps the score at ${cap.cap}: costs ${wordPoints(lost)}`,
	};
}

function overrideTerm(override: Override, numbers: HealthNumbers): Contribution {
	const by = override.by ? ` by ${override.by}` : '';
	return {
		kind: 'override',
		id: 'override',
		dimensionId: null,
		label: 'Manual override',
		value: override.value,
		points: null,
		weight: null,
		contribution: numbers.overrideTerm,
		lost: Math.max(0, -numbers.overrideTerm),
		words: `Set by hand to ${wordMeasure(override.value, null)}${by} until ${override.expiresOn}: ${override.reason}`,
	};
}

function wordPoints(points: number): string {
	const rounded = roundHalfUp(points * 10) / 10;
	if (rounded === 0) return 'nothing';
	return rounded === 1 ? '1 point' : `${rounded} points`;
}
