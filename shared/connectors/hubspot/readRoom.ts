import type { Source } from '../Source';
import type { WireAnswer } from '../Wire';

const DAY_MS = 86_400_000;
/** What the engine keeps free for other programs of the portal. */
const RESERVE = 0.2;

/**
 * Room left as the answer tells it: of the day once little of it is left, else of the ten-second window. The window rolls, so all of it
 * is free again one interval later at the latest. Search answers carry only the day's headers: null.
 */
export const readRoom: NonNullable<Source['readRoom']> = (answer) => {
	const limit = numberIn(answer, 'daily');
	const left = numberIn(answer, 'daily-remaining');
	if (limit !== null && limit > 0 && left !== null && left <= limit * RESERVE) {
		return { bucket: 'day', remaining: left, resetMs: DAY_MS, limit };
	}
	const remaining = numberIn(answer, 'remaining');
	if (remaining === null) return null;
	const interval = numberIn(answer, 'interval-milliseconds');
	return { bucket: 'burst', remaining, resetMs: interval !== null && interval > 0 ? interval : 10_000 };
};

function numberIn(answer: WireAnswer, name: string): number | null {
	const text = answer.headers[`x-hubspot-ratelimit-${name}`];
	const value = Number(text);
	return text === undefined || text === '' || !Number.isFinite(value) ? null : value;
}
