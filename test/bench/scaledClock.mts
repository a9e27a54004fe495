import type { Clock } from '../../shared/connectors/Wire';

export interface ScaledClock extends Clock {
	readonly scale: () => number;
	/** Goes on from the same instant at another speed. */
	readonly rescale: (scale: number) => void;
}

/** Time that runs `scale` times faster than real; sleeps are as much shorter. */
export function scaledClock(first: number): ScaledClock {
	let scale = first;
	let [real, shown] = [Date.now(), Date.now()];
	const now = (): number => shown + (Date.now() - real) * scale;
	return {
		now,
		sleep: async (milliseconds) => await new Promise((done) => setTimeout(done, milliseconds / scale)),
		scale: () => scale,
		rescale: (next) => {
			[shown, real] = [now(), Date.now()];
			scale = next;
		},
	};
}
