import type { Clock } from '../../shared/connectors/Wire';

export interface VirtualClock extends Clock {
	/** Every sleep that was asked for, in milliseconds. */
	readonly sleeps: number[];
	/** Moves time without a sleep: the round trip of a request. */
	readonly pass: (milliseconds: number) => void;
}

/** Time that stands still until somebody sleeps: waits cost nothing, and are counted. Starts on 2026-11-20T00:00:00Z. */
export function virtualClock(start = Date.UTC(2026, 10, 20)): VirtualClock {
	let time = start;
	const sleeps: number[] = [];
	return {
		now: () => time,
		sleep: async (milliseconds) => {
			sleeps.push(milliseconds);
			time += milliseconds;
			await Promise.resolve();
		},
		pass: (milliseconds) => {
			time += milliseconds;
		},
		sleeps,
	};
}
