import type { Labels } from './Matrix';
import { sigmoid } from './sigmoid';

/** Standard deviation of the prior on the shift: a rate of 5 % moves to 4 or 7 % in an ordinary year. */
const PRIOR_SD = 0.3;
const MOST_ROUNDS = 50;

/**
 * What is to be added to log-odds so that they fit newer labels (1 happened), with a normal prior around 0 (standard deviation 0.3), so that few rows move it little: the
 * shift d that maximises the sum of log-likelihoods less d^2 / (2 sd^2). The target is concave; steps are held to 1 so that Newton's method can't overshoot.
 *
 * @example
 * [fitLevel(Float64Array.of(0, 0), Uint8Array.of(1, 0)), fitLevel(Float64Array.of(0), Uint8Array.of(0)).toFixed(4)]
 * // => [0, '-0.0440']
 */
export function fitLevel(logOdds: Float64Array, labels: Labels): number {
	const precision = 1 / (PRIOR_SD * PRIOR_SD);
	let shift = 0;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		let gradient = -precision * shift;
		let curvature = precision;
		for (let row = 0; row < labels.length; row++) {
			const probability = sigmoid((logOdds[row] as number) + shift);
			gradient += (labels[row] as number) - probability;
			curvature += probability * (1 - probability);
		}
		const step = Math.max(-1, Math.min(1, gradient / curvature));
		shift += step;
		if (Math.abs(step) < 1e-12) break;
	}
	return shift;
}
