import { sleep } from 'n8n-workflow';

import type { Clock } from '../Wire';
import type { ConnectorContext } from './ConnectorContext';

/** The clock of a run: its waits end at once, with an error, when the execution is cancelled. */
export function nodeClock(context: ConnectorContext): Clock {
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return {
		now: () => Date.now(),
		sleep: async (milliseconds) => {
			await sleep(milliseconds, signal);
		},
	};
}
