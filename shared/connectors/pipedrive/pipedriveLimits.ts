import type { RateLimit, Source, SourceSettings } from '../Source';
import type { WireAnswer } from '../Wire';

/** Requests in 2 s of one API token, by plan as Pipedrive names them since 2025. */
const BURST: ReadonlyMap<string, number> = new Map([
	['lite', 20],
	['growth', 40],
	['premium', 100],
	['ultimate', 120],
]);
const SMALLEST_BURST = 20;
const SEARCH_BURST = 10;
const BURST_MS = 2_000;
const DAY_MS = 86_400_000;
/** From here on an answer tells of the day's tokens instead of the burst window. */
const NEAR_END = 0.25;
const HOUR_MS = 3_600_000;

/**
 * Pipedrive's limits: requests in 2 s by plan (option `plan`: lite, growth, premium, ultimate; unknown counts as the smallest), searches 10 in 2 s. The
 * company's tokens of the day are no limit here: other programs draw from them too, so only the answers know how many are left.
 */
export function pipedriveLimits(settings: SourceSettings): readonly RateLimit[] {
	const requests = BURST.get(String(settings.options.plan).toLowerCase()) ?? SMALLEST_BURST;
	return [
		{ bucket: 'burst', requests, perMs: BURST_MS },
		{ bucket: 'search', requests: SEARCH_BURST, perMs: BURST_MS },
	];
}

/**
 * Room left by the headers of an answer: tokens of the day when a quarter or less of them is left (the engine stops at a fifth, which
 * stays for others), else requests of the 2 s window. null when Pipedrive sends neither. The day ends at midnight of Pipedrive's
 * server, taken as UTC of the answer's date.
 */
export function readPipedriveRoom(answer: WireAnswer): ReturnType<NonNullable<Source['readRoom']>> {
	const read = (name: string) => {
		const text = answer.headers[name];
		const number = text === undefined || text === '' ? NaN : Number(text);
		return Number.isFinite(number) ? number : null;
	};
	const left = read('x-daily-ratelimit-token-remaining');
	const limit = read('x-daily-ratelimit-token-limit');
	if (left !== null && limit !== null && limit > 0 && left <= limit * NEAR_END)
		return { bucket: 'daily', remaining: left, resetMs: untilMidnight(answer.headers.date), limit };
	const remaining = read('x-ratelimit-remaining');
	if (remaining === null) return null;
	const seconds = read('x-ratelimit-reset');
	return { bucket: 'burst', remaining, resetMs: seconds === null ? BURST_MS : seconds * 1000 };
}

function untilMidnight(date: string | undefined): number {
	const time = date === undefined ? NaN : Date.parse(date);
	return Number.isNaN(time) ? HOUR_MS : DAY_MS - (time % DAY_MS);
}
