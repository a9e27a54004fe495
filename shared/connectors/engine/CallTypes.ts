import type { Source, SourceSettings } from '../Source';
import type { Call, Clock, Send, WireRequest } from '../Wire';

/** Shares one allowance of requests between everything in the process that draws on it. Knows no clock of its own. */
export interface Pacer {
	/** Waits for room in the bucket and takes it. Call what comes back when the answer is there: until then the request counts as under way. */
	readonly take: (bucket: string, cost: number, clock: Clock) => Promise<() => void>;
	/** The vendor told how much is left: what others used up is kept free of. */
	readonly heed: (
		room: { readonly bucket: string; readonly remaining: number; readonly resetMs: number },
		now: number,
	) => void;
	/** Nothing is sent in this bucket before then (a penalty). */
	readonly block: (bucket: string, until: number) => void;
}

/** Something a person may want to see while it runs. */
export interface CallProgress {
	readonly requests: number;
	/** Answers that meant "too fast". */
	readonly throttled: number;
	readonly retries: number;
	/** Time spent on penalties and repeats, without pacing. */
	readonly waitedMs: number;
}

export interface CallOptions {
	readonly source: Pick<Source, 'classify' | 'id' | 'label' | 'limits' | 'readRoom'>;
	readonly settings: SourceSettings;
	readonly send: Send;
	readonly clock: Clock;
	/** `pacerFor(key, limits)` in a node; default: one of its own. */
	readonly pacer?: Pacer;
	/** Most milliseconds that may be waited for penalties and repeats in all; default 15 minutes. */
	readonly waitBudgetMs?: number;
	/** Tries of a request that met a transient fault; default 5. */
	readonly tries?: number;
	/** 0 to 1, for jitter; default: derived from path, attempt and time. */
	readonly random?: () => number;
	/** Called before every wait for a penalty or a repeat. */
	readonly onWait?: (wait: {
		readonly milliseconds: number;
		readonly reason: string;
		readonly request: WireRequest;
	}) => void;
	/** false: neither repeats nor heeds penalties. For tests that must see the difference. */
	readonly retry?: boolean;
	/** false: sends at once. For tests that must see the difference. */
	readonly pace?: boolean;
}

/** A `Call` that also knows the vendor's time and what it did. */
export interface PacedCall extends Call {
	/** Milliseconds since 1970 by the vendor's clock (`date` header of its answers); before the first answer our own. */
	readonly serverTime: () => number;
	readonly progress: () => CallProgress;
}
