import type { Clock } from '../../../../shared/connectors/Wire';

export interface EventClock extends Clock {
	/** Runs until the promise settles, jumping from one sleep's end to the next. */
	readonly run: <Value>(work: Promise<Value>) => Promise<Value>;
}

/** Time for many sleepers at once: it stands still while anybody is busy, then jumps to the next sleep's end. */
export function eventClock(start = Date.UTC(2026, 10, 20)): EventClock {
	let time = start;
	let sleepers: Array<{ readonly at: number; readonly wake: () => void }> = [];
	const settleDown = async () => {
		for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
	};
	return {
		now: () => time,
		sleep: async (milliseconds) =>
			await new Promise<void>((wake) => sleepers.push({ at: time + milliseconds, wake })),
		run: async (work) => {
			let isDone = false;
			void work.then(
				() => (isDone = true),
				() => (isDone = true),
			);
			for (;;) {
				await settleDown();
				if (isDone) return await work;
				const next = Math.min(...sleepers.map(({ at }) => at));
				if (!Number.isFinite(next)) throw new Error('everybody waits and nobody sleeps');
				time = Math.max(time, next);
				const due = sleepers.filter(({ at }) => at <= time);
				sleepers = sleepers.filter(({ at }) => at > time);
				for (const { wake } of due) wake();
			}
		},
	};
}
