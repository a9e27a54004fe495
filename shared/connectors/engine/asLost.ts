import { ConnectionLost } from '../ConnectionLost';

/** The lost connection out of what was caught. Anything else is thrown on. */
export function asLost(caught: unknown): ConnectionLost {
	if (caught instanceof ConnectionLost) return caught;
	throw caught;
}
