/**
 * - `auth` wrong or expired credential, missing scope: stop
 * - `not-found` base, table, object or record is not there: stop, or the record is gone
 * - `daily-quota` stop, go on after the reset
 * - `throttle` too fast: wait, then go on
 * - `transient` 5xx, dropped connection, lock: repeat when idempotent
 * - `poison` this record is refused whatever we do: dead letter
 * - `schema` a field does not exist, is computed, or an option is unknown: leave the field out and say so
 * - `cursor` the page cursor is no longer valid: start the window again
 * - `request` we asked wrongly; a fault of ours
 */
export type FaultClass =
	| 'auth'
	| 'cursor'
	| 'daily-quota'
	| 'not-found'
	| 'poison'
	| 'request'
	| 'schema'
	| 'throttle'
	| 'transient';

export interface FaultInput {
	readonly faultClass: FaultClass;
	/** Stable kebab-case id, `hubspot-missing-scope`. */
	readonly code: string;
	/** What happened and where, with the vendor's own words, without secrets or personal data. */
	readonly message: string;
	/** What a person can do. */
	readonly remedy: string;
	/** HTTP status; null: no answer. */
	readonly status: number | null;
	/** How long the vendor asks us to wait; null: it does not say. */
	readonly waitMs?: number | null;
	/** Field the vendor refuses, as it calls it. */
	readonly field?: string | null;
	/** A request whose answer was lost may have been carried out. */
	readonly mayHaveHappened?: boolean;
}

/** A refusal of a vendor, or no answer. Has the form of an Issue, so the node shows message and remedy. */
export class ConnectorFault extends Error {
	readonly faultClass: FaultClass;
	readonly code: string;
	readonly remedy: string;
	readonly severity = 'error' as const;
	/** Method and path of the request, set by the client. */
	path = '';
	readonly status: number | null;
	readonly waitMs: number | null;
	readonly field: string | null;
	readonly mayHaveHappened: boolean;
	/** Attempts made, set by the client. */
	attempts = 1;

	constructor(input: FaultInput) {
		super(input.message);
		this.name = 'ConnectorFault';
		this.faultClass = input.faultClass;
		this.code = input.code;
		this.remedy = input.remedy;
		this.status = input.status;
		this.waitMs = input.waitMs ?? null;
		this.field = input.field ?? null;
		this.mayHaveHappened = input.mayHaveHappened ?? false;
	}
}
