import type { OrientedTerms } from './orientTerms';
import { REST_SKEWNESS, SINGLE_LIMIT } from './singleLimits';
import { sumCumulants } from './sumCumulants';

/** Bins on which departures are added up, and which contracts are. */
export interface Grid {
	/** Width of a bin in units; 1 is exact. */
	readonly width: number;
	readonly exact: boolean;
	/** Departure of each contract in bins, from `firstSingle` on. */
	readonly bins: Int32Array;
	/** Contracts before this one are taken together as a normal variable with skew correction. */
	readonly firstSingle: number;
	/** Standard deviation of the sum in units when contracts are independent. */
	readonly sd: number;
}

const MOST_BINS = 2 ** 19;

/** The fewer contracts, the finer: single outcomes matter then. Always over 100 bins in a standard deviation. */
function binsPerSd(contracts: number): number {
	if (contracts <= 128) return 512;
	return contracts <= 512 ? 256 : 128;
}

function findFirstSingle({ steps, chances }: OrientedTerms): number {
	const { length } = steps;
	if (length <= SINGLE_LIMIT) return 0;
	let { variance, third } = sumCumulants(steps, chances, 0, length);
	let first = length;
	while (first > length - SINGLE_LIMIT) {
		if (Math.abs(third) <= REST_SKEWNESS * variance * Math.sqrt(variance)) break;
		first--;
		const step = steps[first] as number;
		const chance = chances[first] as number;
		const spread = chance * (1 - chance) * step * step;
		variance -= spread;
		third -= spread * step * (1 - 2 * chance);
	}
	return first;
}

/**
 * Lays the grid for a sum of departures. When whole units are already finer than a bin need be, a bin is one unit and nothing is
 * rounded. Otherwise a bin stays under 1 % of the standard deviation, and each departure is rounded to whole bins, up or down such
 * that the mean is kept.
 *
 * @example
 * layGrid({ steps: [-875], chances: [0.06] }).exact
 * // => true
 */
export function layGrid(terms: OrientedTerms): Grid {
	const { steps, chances } = terms;
	const { length } = steps;
	const firstSingle = findFirstSingle(terms);
	const sd = Math.sqrt(sumCumulants(steps, chances, 0, length).variance);
	let span = 0;
	for (let index = firstSingle; index < length; index++) span += Math.abs(steps[index] as number);
	const wanted = Math.max(sd / binsPerSd(length), span / MOST_BINS);
	const exact = firstSingle === 0 && (wanted <= 1 || span <= 4096);
	const width = exact ? 1 : Math.max(wanted, 1e-9);
	const bins = new Int32Array(length - firstSingle);
	let owed = 0;
	for (let index = firstSingle; index < length; index++) {
		const chance = chances[index] as number;
		const place = (steps[index] as number) / width;
		const below = Math.floor(place);
		const up = owed + chance * (place - below) > chance / 2;
		const bin = exact ? place : below + (up ? 1 : 0);
		owed += chance * (place - bin);
		bins[index - firstSingle] = bin;
	}
	return { width, exact, bins, firstSingle, sd };
}
