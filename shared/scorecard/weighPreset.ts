import type { Scorecard } from '../../scoring/health/Scorecard';

/**
 * A scorecard with other dimension weights. Only ratios matter; a dimension with weight 0 is left out, one that is not named
 * keeps its weight. The same object comes back when nothing changes, so that its compiled form is found again.
 *
 * @param weights by dimension id, each 0 or more
 *
 * @example
 * weighPreset({ dimensions: [{ id: 'a', weight: 1 }, { id: 'b', weight: 1 }] }, { b: 0 }).dimensions
 * // => [{ id: 'a', weight: 1 }]
 */
export function weighPreset(scorecard: Scorecard, weights: Readonly<Record<string, number>>): Scorecard {
	const weightOf = (id: string, own: number): number => weights[id] ?? own;
	if (scorecard.dimensions.every(({ id, weight }) => weightOf(id, weight) === weight)) return scorecard;
	const dimensions = scorecard.dimensions
		.map((dimension) => ({ ...dimension, weight: weightOf(dimension.id, dimension.weight) }))
		.filter((dimension) => dimension.weight !== 0);
	return { ...scorecard, dimensions };
}
