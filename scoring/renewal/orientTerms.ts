import { REST_SKEWNESS, SINGLE_LIMIT } from './singleLimits';
import { sumCumulants } from './sumCumulants';

/** Amounts and chances of renewals side by side. */
export interface RenewalTerms {
	/** Whole minor units; may be 0 or negative. */
	readonly amounts: readonly number[];
	/** 0 to 1, in the same order. */
	readonly probabilities: readonly number[];
}

/** Renewals as departures from what is most likely of each. */
export interface OrientedTerms {
	/** Greatest whole number that divides all amounts; all that follows is counted in it. */
	readonly unit: number;
	/** The sum when every contract does what is more likely of it. */
	readonly base: number;
	/** Smallest and largest sum that can be. */
	readonly lowest: number;
	readonly highest: number;
	/** How much the sum changes when the contract does the other thing, smallest first; contracts that are certain are left out. */
	readonly steps: Float64Array;
	/** Chance that it does, 0 to 0.5. */
	readonly chances: Float64Array;
	/** 1: the departure is that it renews; 0: that it does not. */
	readonly renews: Uint8Array;
}

/** Nearer to 0 or 1 than this is certain. */
const CERTAIN = 1e-12;

function divisor(left: number, right: number): number {
	let [a, b] = [Math.abs(left), Math.abs(right)];
	while (b > 0) [a, b] = [b, a % b];
	return a;
}

/**
 * Rewrites renewals around the outcome that is most likely of each one: errors of a grid then add up only over the few contracts that
 * depart from it. Amounts are divided by their greatest common divisor, so that amounts times a whole number give the same numbers
 * times it. The order of the contracts does not matter.
 *
 * @example
 * orientTerms({ amounts: [600, 400], probabilities: [0.9, 0.2] }).base
 * // => 3
 */
export function orientTerms({ amounts, probabilities }: RenewalTerms): OrientedTerms {
	let unit = 0;
	for (const amount of amounts) if (unit !== 1) unit = divisor(unit, amount);
	if (unit === 0) unit = 1;
	let [base, lowest, highest, open] = [0, 0, 0, 0];
	const steps = new Float64Array(amounts.length);
	const chances = new Float64Array(amounts.length);
	const renews = new Uint8Array(amounts.length);
	for (let index = 0; index < amounts.length; index++) {
		const amount = (amounts[index] as number) / unit;
		const probability = probabilities[index] as number;
		const stays = probability >= 0.5;
		const chance = stays ? 1 - probability : probability;
		if (stays) base += amount;
		if (chance < CERTAIN || amount === 0) {
			lowest += stays ? amount : 0;
			highest += stays ? amount : 0;
			continue;
		}
		lowest += Math.min(0, amount);
		highest += Math.max(0, amount);
		steps[open] = stays ? -amount : amount;
		chances[open] = chance;
		renews[open] = stays ? 0 : 1;
		open++;
	}
	const departures = { steps: steps.subarray(0, open), chances: chances.subarray(0, open), renews };
	return {
		unit,
		base: base + 0,
		lowest: lowest + 0,
		highest: highest + 0,
		...sorted(departures, open),
	};
}

type Departures = Pick<OrientedTerms, 'steps' | 'chances' | 'renews'>;

/** Smallest first; very many that are little skewed are only added up, so their order does not matter. */
function sorted(departures: Departures, count: number): Departures {
	const { steps, chances, renews } = departures;
	const { variance, third } = sumCumulants(steps, chances, 0, count);
	if (count > SINGLE_LIMIT && Math.abs(third) <= REST_SKEWNESS * variance * Math.sqrt(variance))
		return departures;
	const order = Uint32Array.from({ length: count }, (_, index) => index).sort((a, b) => {
		const [left, right] = [steps[a] as number, steps[b] as number];
		return (
			Math.abs(left) - Math.abs(right) || left - right || (chances[a] as number) - (chances[b] as number)
		);
	});
	return {
		steps: Float64Array.from(order, (index) => steps[index] as number),
		chances: Float64Array.from(order, (index) => chances[index] as number),
		renews: Uint8Array.from(order, (index) => renews[index] as number),
	};
}
