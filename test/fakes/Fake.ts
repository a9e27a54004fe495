import type { Send } from '../../shared/connectors/Wire';

/** A request as it reaches a fake server. Header names are lower case, the path is without query. */
export interface FakeRequest {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON, a URLSearchParams for a form, null when empty. */
	readonly body: unknown;
}

export interface FakeAnswer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** An object is sent as JSON, a string as it is (HTML). */
	readonly body: unknown;
}

/**
 * What goes wrong with the next request that fits:
 * `drop-before` the connection breaks and nothing was done, `drop-after` it was done and the answer is lost.
 */
export type Fault =
	| '401'
	| '403-scope'
	| '429'
	| '502-html'
	| '503'
	| 'daily-quota'
	| 'drop-after'
	| 'drop-before'
	| 'expire-cursor'
	| 'lock'
	| 'malformed-json'
	| 'slow';

export interface PlannedFault {
	readonly fault: Fault;
	/** Only requests whose `METHOD path` contains it; default any. */
	readonly on?: string;
	/** How many requests to let pass first; default 0. */
	readonly after?: number;
	/** How many times; default 1. */
	readonly times?: number;
}

/** A stateful imitation of a vendor: rate limits, faults, the vendor's own shapes. Pure: time comes in. */
export interface Fake {
	readonly handle: (request: FakeRequest) => FakeAnswer | 'drop';
	readonly plan: (fault: PlannedFault) => void;
	/** Every request that came, in order, with the status it got (0: dropped). */
	readonly log: Array<FakeRequest & { readonly status: number }>;
	/** Answers that meant "too fast". */
	readonly throttled: () => number;
}

/** What a fake is made from. */
export interface FakeOptions {
	/** Milliseconds since 1970; tests hand in a clock that they move. */
	readonly now: () => number;
	/** Makes windows and penalties this many times shorter; default 1. */
	readonly scale?: number;
}

/** A `Send` that asks a fake in memory, with the vendor's credential headers. */
export type SendTo = (fake: Fake, headers: Readonly<Record<string, string>>) => Send;

/** A fake with accounts in it, and the means to change them as people in the vendor's own screens would. */
export interface SeededFake extends Fake {
	/** Vendor ids of all accounts that are not deleted, oldest first. */
	readonly accountIds: () => string[];
	/** The fields the vendor holds of an account, by vendor field name; null when deleted. */
	readonly account: (id: string) => Readonly<Record<string, unknown>> | null;
	/** A person edits the record: its modification time moves. */
	readonly change: (id: string, fields: Readonly<Record<string, unknown>>) => void;
	readonly add: (fields: Readonly<Record<string, unknown>>) => string;
	readonly remove: (id: string) => void;
	/** Merges the second into the first and gives the id of what is left; absent where the vendor cannot. */
	readonly merge?: (winner: string, loser: string) => string;
	/** Tasks and opportunities there, by vendor id. */
	readonly tasks: () => ReadonlyMap<string, Readonly<Record<string, unknown>>>;
	readonly opportunities: () => ReadonlyMap<string, Readonly<Record<string, unknown>>>;
	/** Somebody closes the task, or wins the opportunity, in the vendor's screens. */
	readonly close: (id: string) => void;
}

export interface SeededOptions extends FakeOptions {
	/** Accounts at the start; each with a name, a domain, an own account id, an ARR and a renewal day. */
	readonly accounts: number;
	/** Contacts, tickets and deals per account; default 0. */
	readonly children?: number;
	/** Fields and tables of the write-back exist; default true. */
	readonly prepared?: boolean;
}
