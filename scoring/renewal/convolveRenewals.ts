import type { Grid } from './layGrid';
import type { OrientedTerms } from './orientTerms';
import { skewedCdf } from './skewedCdf';
import { sumCumulants, type Cumulants } from './sumCumulants';

/** Probabilities of sums: `mass[i]` is that of `(first + i)` bins. */
export interface GridMass {
	readonly first: number;
	readonly mass: Float64Array;
}

/** Less than this at an edge is dropped: of 2,000 contracts all that is dropped stays under 1e-10. */
const NOTHING = 1e-14;

function fillNormal(mass: Float64Array, zero: number, grid: Grid, rest: Cumulants): void {
	const { mean, variance, third, fourth } = rest;
	const sd = Math.sqrt(variance);
	const [skewness, excess] = [third / (variance * sd), fourth / (variance * variance)];
	let before = 0;
	for (let index = 0; index < mass.length; index++) {
		const z = ((index - zero + 0.5) * grid.width - mean) / sd;
		const now = Math.max(before, skewedCdf(z, skewness, excess));
		mass[index] = now - before;
		before = now;
	}
}

/** Adds one departure in place; `low` and `high` are the first and last bin in use. */
function addDeparture(mass: Float64Array, low: number, high: number, bin: number, chance: number): void {
	const stays = 1 - chance;
	// Where old and new places do not meet, what lies between stays empty.
	const [newLow, newHigh] = [low + bin, high + bin];
	if (bin > 0) {
		const gap = Math.max(high, newLow - 1);
		const alone = Math.min(high, newLow - 1);
		for (let at = newHigh; at > gap; at--) mass[at] = chance * (mass[at - bin] as number);
		for (let at = high; at >= newLow; at--)
			mass[at] = stays * (mass[at] as number) + chance * (mass[at - bin] as number);
		for (let at = alone; at >= low; at--) mass[at] = stays * (mass[at] as number);
	} else {
		const gap = Math.min(low, newHigh + 1);
		const alone = Math.max(low, newHigh + 1);
		for (let at = newLow; at < gap; at++) mass[at] = chance * (mass[at - bin] as number);
		for (let at = low; at <= newHigh; at++)
			mass[at] = stays * (mass[at] as number) + chance * (mass[at - bin] as number);
		for (let at = alone; at <= high; at++) mass[at] = stays * (mass[at] as number);
	}
}

/**
 * Distribution of a sum of independent departures on a grid, by convolving one contract after another; those before `firstSingle`
 * enter together as a normal variable with skew correction. Exact but for the rounding of amounts to bins.
 *
 * @param chances of each departure, 0 to 1, in the order of the steps
 * @param smoothing variance in units squared that the small contracts get besides, see `mixShocks`
 *
 * @example
 * [...convolveRenewals({ steps: [1, 1] }, { width: 1, bins: [1, 1], firstSingle: 0, sd: 0.7 }, [0.5, 0.5]).mass]
 * // => [0.25, 0.5, 0.25]
 */
export function convolveRenewals(
	terms: OrientedTerms,
	grid: Grid,
	chances: Float64Array,
	smoothing = 0,
): GridMass {
	let [below, above] = [0, 0];
	for (const bin of grid.bins) {
		if (bin < 0) below -= bin;
		else above += bin;
	}
	let rest: Cumulants | null = null;
	if (grid.firstSingle > 0) {
		const plain = sumCumulants(terms.steps, chances, 0, grid.firstSingle);
		rest = { ...plain, variance: plain.variance + smoothing };
		const reach = 9 * Math.sqrt(rest.variance);
		below += Math.max(0, Math.ceil((reach - rest.mean) / grid.width));
		above += Math.max(0, Math.ceil((reach + rest.mean) / grid.width));
	}
	const mass = new Float64Array(below + above + 1);
	let [low, high] = [below, below];
	if (rest !== null) {
		fillNormal(mass, below, grid, rest);
		[low, high] = [0, mass.length - 1];
	} else mass[below] = 1;
	const trim = (): void => {
		while (low < high && (mass[low] as number) < NOTHING) mass[low++] = 0;
		while (high > low && (mass[high] as number) < NOTHING) mass[high--] = 0;
	};
	trim();
	for (let index = 0; index < grid.bins.length; index++) {
		const bin = grid.bins[index] as number;
		if (bin === 0) continue;
		addDeparture(mass, low, high, bin, chances[grid.firstSingle + index] as number);
		if (bin > 0) high += bin;
		else low += bin;
		trim();
	}
	return { first: low - below, mass: mass.subarray(low, high + 1) };
}
