import { lossOf } from './lossOf';
import { sigmoid } from './sigmoid';

/** Repair of log-odds: slope * log-odds + intercept. */
export interface Calibration {
	readonly slope: number;
	readonly intercept: number;
}

const MOST_ITERATIONS = 100;

/**
 * Platt scaling: the slope and intercept under which out-of-fold log-odds fit the labels (0 or 1) best, with Platt's smoothed targets
 * ((events + 1) / (events + 2) and 1 / (others + 2)) and damped Newton steps, since undamped ones may diverge (Platt 1999; Lin, Lin and
 * Weng 2007). Log-odds that are not finite are left out; with fewer than two rows nothing is changed: slope 1, intercept 0.
 *
 * @example
 * fitPlatt(Float64Array.of(-2, -1, 1, 2), Uint8Array.of(0, 0, 1, 1)).intercept.toFixed(3)
 * // => '0.000'
 */
export function fitPlatt(logOdds: Float64Array, labels: Uint8Array): Calibration {
	const known = logOdds.filter((value) => value - value === 0);
	const targets = new Float64Array(known.length);
	let events = 0;
	for (let row = 0, next = 0; row < logOdds.length; row++) {
		if (logOdds[row]! - logOdds[row]! !== 0) continue;
		targets[next++] = labels[row]!;
		events += labels[row]!;
	}
	if (known.length < 2) return { slope: 1, intercept: 0 };
	const high = (events + 1) / (events + 2);
	const low = 1 / (known.length - events + 2);
	for (let row = 0; row < targets.length; row++) targets[row] = targets[row] === 1 ? high : low;
	const lossWith = (slope: number, intercept: number): number => {
		let loss = 0;
		for (let row = 0; row < known.length; row++) {
			const repaired = slope * known[row]! + intercept;
			loss += lossOf(repaired, 0) - targets[row]! * repaired;
		}
		return loss;
	};
	let slope = 1;
	let intercept = 0;
	let loss = lossWith(slope, intercept);
	for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
		let slopeGradient = 0;
		let interceptGradient = 0;
		// A little on the diagonal keeps the matrix regular when all log-odds are equal.
		let slopeSlope = 1e-6;
		let slopeIntercept = 0;
		let interceptIntercept = 1e-6;
		for (let row = 0; row < known.length; row++) {
			const score = known[row]!;
			const probability = sigmoid(slope * score + intercept);
			const error = probability - targets[row]!;
			const weight = probability * (1 - probability);
			slopeGradient += error * score;
			interceptGradient += error;
			slopeSlope += weight * score * score;
			slopeIntercept += weight * score;
			interceptIntercept += weight;
		}
		const determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
		const slopeStep = (interceptIntercept * slopeGradient - slopeIntercept * interceptGradient) / determinant;
		const interceptStep = (slopeSlope * interceptGradient - slopeIntercept * slopeGradient) / determinant;
		let share = 1;
		let next = lossWith(slope - slopeStep, intercept - interceptStep);
		// Written so that a loss that is not a number is halved away too.
		while (!(next <= loss) && share > 1e-9) {
			share *= 0.5;
			next = lossWith(slope - share * slopeStep, intercept - share * interceptStep);
		}
		if (!(next <= loss)) break;
		slope -= share * slopeStep;
		intercept -= share * interceptStep;
		if (loss - next < 1e-11 * known.length) break;
		loss = next;
	}
	return { slope, intercept };
}
