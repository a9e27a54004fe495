import type { Fault, FakeRequest, PlannedFault } from './Fake';

interface Waiting {
	readonly fault: Fault;
	readonly on: string;
	after: number;
	times: number;
}

export interface FaultPlan {
	readonly plan: (fault: PlannedFault) => void;
	/** The fault this request meets, used up by asking; null: none. */
	readonly meet: (request: FakeRequest) => Fault | null;
}

/** Keeps the faults that were planned, first come first served. */
export function createFaultPlan(): FaultPlan {
	let waiting: Waiting[] = [];
	return {
		plan: ({ fault, on = '', after = 0, times = 1 }) => {
			waiting.push({ fault, on, after, times });
		},
		meet: (request) => {
			const line = `${request.method} ${request.path}`;
			for (const planned of waiting) {
				if (!line.includes(planned.on)) continue;
				if (planned.after > 0) {
					planned.after -= 1;
					continue;
				}
				planned.times -= 1;
				waiting = waiting.filter(({ times }) => times > 0);
				return planned.fault;
			}
			return null;
		},
	};
}
