/** One HTTP request to a vendor, relative to the credential's base URL. */
export interface WireRequest {
	readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
	/** Begins with `/`, percent-encoded, without query. */
	readonly path: string;
	/** Values are encoded by the sender. */
	readonly query?: Readonly<Record<string, string>>;
	/** Sent as JSON; a URLSearchParams is sent as a form (Stripe). */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/**
	 * The call may be repeated without a second effect: reads, updates by id, upserts by key. Only these are repeated after an answer that was lost or a
	 * fault of the vendor. One refused for speed (429) is repeated in any case: the vendor turned it away at the door, so nothing was carried out.
	 */
	readonly idempotent: boolean;
	/** Rate-limit bucket it draws from; the source names them. Default: `burst`. */
	readonly bucket?: string;
	/** What it costs in that bucket, in requests or tokens. Default: 1. */
	readonly cost?: number;
}

/** What came back, whatever the status. Header names are lower case. */
export interface WireAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON; text when the answer was not JSON (an HTML error page); null when empty. */
	readonly body: unknown;
}

/**
 * Sends one request with the credential of the user. Never throws for a status; throws `ConnectionLost` when no answer came
 * (dropped, timed out, host not found). It does not retry, pace or judge: that is the client's work.
 */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

/** Sends with pacing and retries; gives only answers with a status below 300, and throws a `ConnectorFault` for all else. */
export type Call = (request: WireRequest) => Promise<WireAnswer>;

/** Time as an argument, so that tests run it fast. */
export interface Clock {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Rejects when the execution was cancelled. */
	readonly sleep: (milliseconds: number) => Promise<void>;
}
