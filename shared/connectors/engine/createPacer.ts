import type { RateLimit } from '../Source';
import type { Clock } from '../Wire';
import type { Pacer } from './Engine';

/** Timers may fire a little early, and the vendor's window ends a little later than ours. */
const MARGIN_MS = 10;

interface Bucket {
	readonly limit: RateLimit | null;
	/** Answered requests still inside the window, oldest first from `head`. */
	spent: Array<{ readonly at: number; readonly cost: number }>;
	head: number;
	sum: number;
	underWay: number;
	/** Used by other programs, as the vendor told. */
	others: number;
	othersUntil: number;
	blockedUntil: number;
	/** The last in the queue. */
	queue: Promise<void>;
	/** Called when an answer came in. */
	wake: Array<() => void>;
}

function forget(bucket: Bucket, before: number): void {
	for (
		let first = bucket.spent[bucket.head];
		first && first.at <= before;
		first = bucket.spent[bucket.head]
	) {
		bucket.sum -= first.cost;
		bucket.head += 1;
	}
	if (bucket.head > 1_000) {
		bucket.spent = bucket.spent.slice(bucket.head);
		bucket.head = 0;
	}
}

/** Milliseconds until there is room; null: when an answer that is under way has come. */
function waitFor(bucket: Bucket, cost: number, now: number): number | null {
	if (bucket.blockedUntil > now) return bucket.blockedUntil - now;
	if (bucket.limit === null) return 0;
	const { requests, perMs } = bucket.limit;
	forget(bucket, now - perMs - MARGIN_MS);
	const othersNow = bucket.othersUntil > now ? bucket.others : 0;
	// What costs more than the whole allowance goes alone.
	let excess = bucket.sum + bucket.underWay + othersNow + cost - Math.max(requests, cost);
	if (excess <= 0) return 0;
	if (othersNow > 0 && excess <= othersNow) return bucket.othersUntil - now;
	for (let place = bucket.head; place < bucket.spent.length; place += 1) {
		const entry = bucket.spent[place];
		if (entry === undefined) break;
		excess -= entry.cost;
		if (excess <= 0) return Math.max(1, entry.at + perMs + MARGIN_MS - now);
	}
	return othersNow > 0 && bucket.underWay === 0 ? bucket.othersUntil - now : null;
}

/**
 * Keeps requests inside sliding windows of `requests` per `perMs`, one per bucket, first come first served, whoever calls. A request counts
 * from when it is sent until one window after its answer, whatever time it was on its way: so the vendor never counts more than
 * the documented limit in any window, and limits may be given as documented, without a margin. A bucket without a limit is
 * not paced, but penalties hold it up.
 */
export function createPacer(limits: readonly RateLimit[]): Pacer {
	const buckets = new Map<string, Bucket>();
	const bucketOf = (name: string): Bucket => {
		const held = buckets.get(name);
		if (held !== undefined) return held;
		const made: Bucket = {
			limit: limits.find(({ bucket }) => bucket === name) ?? null,
			spent: [],
			head: 0,
			sum: 0,
			underWay: 0,
			others: 0,
			othersUntil: 0,
			blockedUntil: 0,
			queue: Promise.resolve(),
			wake: [],
		};
		buckets.set(name, made);
		return made;
	};

	const waitTurn = async (bucket: Bucket, cost: number, clock: Clock) => {
		for (;;) {
			const wait = waitFor(bucket, cost, clock.now());
			if (wait === 0) break;
			if (wait === null) await new Promise<void>((resolve) => bucket.wake.push(resolve));
			else await clock.sleep(wait);
		}
		bucket.underWay += cost;
	};

	return {
		take: async (name, cost, clock) => {
			const bucket = bucketOf(name);
			const turn = bucket.queue.then(async () => await waitTurn(bucket, cost, clock));
			// Whoever is cancelled while waiting must not hold up those behind.
			bucket.queue = turn.catch(() => undefined);
			await turn;
			let answered = false;
			return () => {
				if (answered) return;
				answered = true;
				bucket.underWay -= cost;
				if (bucket.limit !== null) {
					bucket.spent.push({ at: clock.now(), cost });
					bucket.sum += cost;
				}
				for (const wake of bucket.wake.splice(0)) wake();
			};
		},
		heed: ({ bucket: name, remaining, resetMs }, now) => {
			const bucket = bucketOf(name);
			if (bucket.limit === null) {
				if (remaining <= 0) bucket.blockedUntil = Math.max(bucket.blockedUntil, now + resetMs);
				return;
			}
			forget(bucket, now - bucket.limit.perMs - MARGIN_MS);
			bucket.others = Math.max(0, bucket.limit.requests - remaining - bucket.sum - bucket.underWay);
			bucket.othersUntil = now + Math.min(resetMs, bucket.limit.perMs);
		},
		block: (name, until) => {
			const bucket = bucketOf(name);
			bucket.blockedUntil = Math.max(bucket.blockedUntil, until);
		},
	};
}
