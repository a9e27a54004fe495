import type { GridMass } from './convolveRenewals';
import type { Shock } from './createShock';
import { layGrid } from './layGrid';
import { mixShocks } from './mixShocks';
import { orientTerms, type RenewalTerms } from './orientTerms';
import type { Interval, RenewalDistribution } from './RenewalForecast';
import { sumCumulants } from './sumCumulants';

const SHARES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];
const ROUNDING = 1e-11;
/** Bins by which rounded amounts may be off where single outcomes carry weight; the likeliest outcome of all is never off. */
const PAD = 2;

/**
 * How the renewed amount spreads: each contract renews in full or not at all, independently but for the common shock. Counts are exact
 * up to 2,000 contracts (give every amount as 1); amounts are convolved on a grid with bins under 1 % of the standard deviation, or exactly where
 * whole units allow it; above 2,000 contracts the small ones enter as a normal variable with skew correction. Intervals are central and
 * not narrower than they say: where single outcomes carry weight they cover more. Ends are whole minor units, as
 * `amounts` are. No contract: everything is 0.
 *
 * @example
 * distributeRenewals({ amounts: [875, 875], probabilities: [0.94, 0.94] }, createShock(0)).interval80
 * // => { low: 875, high: 1750 }
 */
export function distributeRenewals(terms: RenewalTerms, shock: Shock): RenewalDistribution {
	const oriented = orientTerms(terms);
	const grid = layGrid(oriented);
	const total = mixShocks(oriented, grid, shock);
	const { unit, base } = oriented;
	const find = rankBins(total);
	const valueAt = (bin: number): number => base + bin * grid.width;
	const hold = (value: number): number =>
		Math.min(oriented.highest, Math.max(oriented.lowest, value)) * unit + 0;
	const pad = grid.exact ? 0 : PAD * grid.width;
	const interval = (share: number): Interval => {
		const tail = (1 - share) / 2;
		const low = valueAt(find.above(tail)) - pad;
		const high = valueAt(find.below(tail)) + pad;
		return { low: hold(Math.floor(low)), high: hold(Math.ceil(high)) };
	};
	const { mean } = sumCumulants(oriented.steps, oriented.chances, 0, oriented.steps.length);
	return {
		contracts: terms.amounts.length,
		mean: (base + mean) * unit,
		sd: (shock.sd === 0 ? grid.sd : find.sdInBins() * grid.width) * unit,
		median: hold(Math.round(valueAt(find.reaching(0.5)))),
		interval80: interval(0.8),
		interval95: interval(0.95),
		method: grid.exact ? 'exact' : grid.firstSingle > 0 ? 'normal' : 'grid',
		bin: grid.exact ? null : grid.width * unit,
		quantiles: SHARES.map((share) => ({ share, value: hold(Math.round(valueAt(find.reaching(share)))) })),
	};
}

/** Bins by the probability under them; bins count from the likeliest outcome of each contract. */
function rankBins({ first, mass }: GridMass): {
	/** First bin with no more than `share` under it, so many that it cannot be left out. */
	above: (share: number) => number;
	/** Last bin with no more than `share` over it. */
	below: (share: number) => number;
	/** First bin up to which there is `share`. */
	reaching: (share: number) => number;
	sdInBins: () => number;
} {
	const up = new Float64Array(mass.length);
	const down = new Float64Array(mass.length);
	let [sum, weighted] = [0, 0];
	for (let index = 0; index < mass.length; index++) {
		sum += mass[index] as number;
		weighted += (mass[index] as number) * index;
		up[index] = sum;
	}
	let over = 0;
	for (let index = mass.length - 1; index >= 0; index--) down[index] = over += mass[index] as number;
	const sdInBins = (): number => {
		let variance = 0;
		for (let index = 0; index < mass.length; index++) {
			const off = index - weighted / sum;
			variance += ((mass[index] as number) * off * off) / sum;
		}
		return Math.sqrt(variance);
	};
	const firstWhere = (holds: (at: number) => boolean): number => {
		let [low, high] = [0, mass.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (holds(middle)) high = middle;
			else low = middle + 1;
		}
		return low;
	};
	const at = (list: Float64Array, index: number): number => (list[index] as number) / sum;
	return {
		above: (share) => first + firstWhere((index) => at(up, index) > share + ROUNDING),
		below: (share) =>
			first +
			Math.max(
				0,
				mass.length - 1 - firstWhere((index) => at(down, mass.length - 1 - index) > share + ROUNDING),
			),
		reaching: (share) => first + firstWhere((index) => at(up, index) >= share - ROUNDING),
		sdInBins,
	};
}
