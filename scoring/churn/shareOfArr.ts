import { quantile } from '../core/quantile';
import { createRandom } from '../learn/createRandom';
import { wilsonInterval } from '../learn/wilsonInterval';
import type { ArrShare } from './Backtest';

const Z90 = 1.6448536269514722;
const FEWEST = 5;
const MOST_SAMPLES = 1000;
const FEWEST_SAMPLES = 200;
const DRAWS = 1_000_000;

/**
 * Share (0 to 1) of churned revenue that was flagged, with its 90 % interval from seeded resampling of accounts (percentile bootstrap); where all or
 * nothing was flagged, resampling says nothing and a Wilson interval over the effective number of accounts stands in. Accounts whose ARR is
 * null are left out and counted; no interval under five accounts.
 *
 * @example
 * shareOfArr([{ minor: 300, flagged: true }, { minor: 100, flagged: false }, { minor: null, flagged: true }], 1)
 * // => { flaggedMinor: 300, totalMinor: 400, value: 0.75, low: null, high: null, unknown: 1 }
 */
export function shareOfArr(
	churned: readonly { readonly minor: number | null; readonly flagged: boolean }[],
	seed: number,
): ArrShare {
	const known = churned.filter(({ minor }) => minor !== null);
	const amounts = Float64Array.from(known, ({ minor }) => minor as number);
	const flagged = Float64Array.from(known, (one) => (one.flagged ? (one.minor as number) : 0));
	const totalMinor = amounts.reduce((sum, amount) => sum + amount, 0);
	const flaggedMinor = flagged.reduce((sum, amount) => sum + amount, 0);
	const unknown = churned.length - known.length;
	const value = totalMinor > 0 ? flaggedMinor / totalMinor : null;
	const interval =
		value === null || known.length < FEWEST
			? { low: null, high: null }
			: value === 0 || value === 1
				? effectiveInterval(amounts, value)
				: resample(amounts, flagged, seed);
	return { flaggedMinor, totalMinor, value, ...interval, unknown };
}

/** Few large accounts tell less than many equal ones: (sum of ARR) squared over the sum of squares. */
function effectiveInterval(amounts: Float64Array, value: number): { low: number; high: number } {
	const sum = amounts.reduce((total, amount) => total + amount, 0);
	const squares = amounts.reduce((total, amount) => total + amount * amount, 0);
	const effective = (sum * sum) / squares;
	return wilsonInterval(value * effective, effective, Z90);
}

function resample(
	amounts: Float64Array,
	flagged: Float64Array,
	seed: number,
): { low: number | null; high: number | null } {
	const random = createRandom(seed);
	const size = amounts.length;
	const samples = Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.floor(DRAWS / size)));
	const shares: number[] = [];
	for (let sample = 0; sample < samples; sample++) {
		let total = 0;
		let found = 0;
		for (let draw = 0; draw < size; draw++) {
			const account = Math.floor(random() * size);
			total += amounts[account] as number;
			found += flagged[account] as number;
		}
		if (total > 0) shares.push(found / total);
	}
	return { low: quantile(shares, 0.05), high: quantile(shares, 0.95) };
}
