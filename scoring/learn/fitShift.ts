import { sigmoid } from './sigmoid';

const MOST_STEPS = 50;

/**
 * What must be added to all log-odds so that their probabilities sum to the number of events; 0 where there is only one class.
 *
 * @example
 * fitShift(Float64Array.of(0, 0), Uint8Array.of(1, 0))
 * // => 0
 */
export function fitShift(logOdds: Float64Array, labels: Uint8Array): number {
	let events = 0;
	for (let row = 0; row < labels.length; row++) events += labels[row]!;
	if (events === 0 || events === labels.length) return 0;
	// The sum rises with the shift: bisection cannot run away as Newton's steps may.
	let low = -30;
	let high = 30;
	for (let step = 0; step < MOST_STEPS; step++) {
		const middle = (low + high) / 2;
		let expected = 0;
		for (let row = 0; row < labels.length; row++) expected += sigmoid(logOdds[row]! + middle);
		if (expected === events) return middle;
		if (expected < events) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
