/** A shift of all log-odds at once, in standard deviations, with the share of cases that it stands for. */
export interface ShockNode {
	readonly z: number;
	/** 0 to 1; they sum to 1. */
	readonly weight: number;
}

export interface Shock {
	/** Standard deviation of the shared log-odds shift, from 0. */
	readonly sd: number;
	/** Log-odds of a renewal when nothing is shifted, so that its mean over all shifts is its probability (strictly inside 0 and 1). */
	readonly centre: (probability: number) => number;
	/** Equally spaced shifts over plus and minus five standard deviations, at least 2; one without a shift when sd is 0. */
	readonly nodes: (count: number) => readonly ShockNode[];
}

const REACH = 5;
const INNER_NODES = 31;

function spreadNodes(count: number): ShockNode[] {
	const raw = Array.from({ length: count }, (_, index) => {
		const z = -REACH + (2 * REACH * index) / (count - 1);
		return { z, weight: Math.exp((-z * z) / 2) };
	});
	const sum = raw.reduce((total, { weight }) => total + weight, 0);
	return raw.map(({ z, weight }) => ({ z, weight: weight / sum }));
}

/**
 * A common shock: a normal shift of the log-odds that all renewals share, as when a bad year makes every customer less likely to
 * stay. The probability of each renewal stays what it was; only their dependence changes, so the mean of a forecast is the same and its
 * intervals are wider. Integrated by the trapezoidal rule, which is exact to rounding for a normal weight.
 *
 * @example
 * createShock(0).nodes(9)
 * // => [{ z: 0, weight: 1 }]
 */
export function createShock(sd: number): Shock {
	const inner = sd > 0 ? spreadNodes(INNER_NODES) : [];
	const known = new Map<number, number>();
	const centre = (probability: number): number => {
		const plain = Math.log(probability / (1 - probability));
		if (!(sd > 0)) return plain;
		const found = known.get(probability);
		if (found !== undefined) return found;
		let centred = plain * Math.sqrt(1 + 0.35 * sd * sd);
		for (let step = 0; step < 8; step++) {
			let value = 0;
			let slope = 0;
			for (const { z, weight } of inner) {
				const shifted = 1 / (1 + Math.exp(-(centred + sd * z)));
				value += weight * shifted;
				slope += weight * shifted * (1 - shifted);
			}
			const move = (value - probability) / slope;
			centred -= Math.max(-2, Math.min(2, move));
			if (Math.abs(move) < 1e-12) break;
		}
		known.set(probability, centred);
		return centred;
	};
	return { sd, centre, nodes: (count) => (sd > 0 ? spreadNodes(Math.max(2, count)) : [{ z: 0, weight: 1 }]) };
}
