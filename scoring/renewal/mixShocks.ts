import { convolveRenewals, type GridMass } from './convolveRenewals';
import type { Shock } from './createShock';
import type { Grid } from './layGrid';
import type { OrientedTerms } from './orientTerms';

const FEWEST_NODES = 21;
/** With the small contracts as a normal variable a gap between two shifts is smoothed over, else it is made small. */
const [MOST_SMOOTHED, MOST_NODES] = [61, 121];
/** Largest gap between two shifts, in standard deviations of the sum under one of them. */
const GAP = 1.5;
const REACH = 10;

/**
 * Distribution of the sum on a grid, mixed over the common shock: under each shift of the log-odds renewals are independent and are
 * convolved; the results are added with the weights of the shifts. Without a shock it is one convolution.
 *
 * @example
 * [...mixShocks({ steps: [1], chances: [0.5], renews: [1] }, { width: 1, bins: [1], firstSingle: 0, sd: 0.5 }, createShock(0)).mass]
 * // => [0.5, 0.5]
 */
export function mixShocks(terms: OrientedTerms, grid: Grid, shock: Shock): GridMass {
	if (!(shock.sd > 0)) return convolveRenewals(terms, grid, terms.chances);
	const smoothed = grid.firstSingle > 0;
	const wanted = (REACH * shiftOf(terms, terms.chances, shock.sd)) / (GAP * grid.sd);
	const most = smoothed ? MOST_SMOOTHED : MOST_NODES;
	const count = Math.min(most, Math.max(FEWEST_NODES, Math.ceil(Number.isFinite(wanted) ? wanted : 0)));
	const centres = terms.chances.map((chance, index) =>
		shock.centre(terms.renews[index] === 1 ? chance : 1 - chance),
	);
	const chances = new Float64Array(centres.length);
	const parts = shock.nodes(count).map(({ z, weight }) => {
		for (let index = 0; index < chances.length; index++) {
			const renewed = 1 / (1 + Math.exp(-((centres[index] as number) + shock.sd * z)));
			chances[index] = terms.renews[index] === 1 ? renewed : 1 - renewed;
		}
		const step = (shiftOf(terms, chances, shock.sd) * REACH) / (count - 1);
		// Only where the gaps could not be made small enough; it widens the result by less than half a percent.
		const smoothing = smoothed && wanted > most ? (step * step) / 4 : 0;
		return { weight, part: convolveRenewals(terms, grid, chances, smoothing) };
	});
	const first = Math.min(...parts.map(({ part }) => part.first));
	const last = Math.max(...parts.map(({ part }) => part.first + part.mass.length));
	const mass = new Float64Array(last - first);
	for (const { weight, part } of parts) {
		for (let index = 0; index < part.mass.length; index++) {
			const at = part.first - first + index;
			mass[at] = (mass[at] as number) + weight * (part.mass[index] as number);
		}
	}
	return { first, mass };
}

/** How far a shift of one standard deviation moves the mean, in units. */
function shiftOf({ steps, renews }: OrientedTerms, chances: ArrayLike<number>, sd: number): number {
	let sum = 0;
	for (let index = 0; index < steps.length; index++) {
		const chance = chances[index] as number;
		const amount = renews[index] === 1 ? (steps[index] as number) : -(steps[index] as number);
		sum += amount * chance * (1 - chance);
	}
	return Math.abs(sum) * sd;
}
