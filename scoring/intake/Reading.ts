import type { Scalar } from '../core/CanonicalModel';

/** What a raw value was read as. */
export interface Reading {
	/** null: not observed, or not readable. */
	readonly value: Scalar;
	/** Why it does not fit, or what is doubtful in it; absent: it fits. */
	readonly fault?: Fault;
}

export interface Fault {
	/** Stable kebab-case id. */
	readonly code: string;
	/** Ends the sentence "'seats' is "-5": …". */
	readonly reason: string;
	readonly remedy: string;
	/** The value was taken in spite of it. */
	readonly kept?: boolean;
	/** Never an error, not even in our own tables. */
	readonly mild?: boolean;
}
