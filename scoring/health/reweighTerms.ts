import { findMetric } from './findMetric';
import type { Scorecard } from './Scorecard';
import type { MeasuredTerm } from './snapshotScore';

/**
 * Effective weights (by measure, adding up to 1) that a scorecard gives to a set of known measures: what is not known gives its weight
 * to its dimension, an unknown dimension to the others. Age is not considered. Measures that the scorecard does not know get none.
 *
 * @example
 * [...reweighTerms(FRAMEWORK_SCORECARD, [['growth_potential', 75, 75, 0.5, 37.5]])]
 * // => [['growth_potential', 1]]
 */
export function reweighTerms(scorecard: Scorecard, terms: readonly MeasuredTerm[]): Map<string, number> {
	const inside = new Map<string, number>();
	let observed = 0;
	const found = terms.flatMap(([id]) => {
		const place = findMetric(scorecard, id);
		if (place === null) return [];
		const weight = place.metric?.weight ?? 1;
		const { dimension } = place;
		if (!inside.has(dimension.id)) observed += dimension.weight;
		inside.set(dimension.id, (inside.get(dimension.id) ?? 0) + weight);
		return [{ id, dimension, weight }];
	});
	return new Map(
		found.map(({ id, dimension, weight }) => [
			id,
			((dimension.weight / observed) * weight) / (inside.get(dimension.id) ?? weight),
		]),
	);
}
