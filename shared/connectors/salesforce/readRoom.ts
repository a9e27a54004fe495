import type { Source } from '../Source';

/** The limit counts the last 24 hours, so room comes back little by little: worth a look again after this. */
const LOOK_AGAIN_MS = 15 * 60_000;

/** Calls left of the last 24 hours, as `Sforce-Limit-Info: api-usage=4147/15000` tells, whoever made them. */
export const readRoom: NonNullable<Source['readRoom']> = (answer) => {
	const found = /(?:^|[^-\w])api-usage=(\d+)\/(\d+)/.exec(answer.headers['sforce-limit-info'] ?? '');
	if (found === null) return null;
	const [used, limit] = [Number(found[1]), Number(found[2])];
	return { bucket: 'daily', remaining: Math.max(0, limit - used), resetMs: LOOK_AGAIN_MS, limit };
};
