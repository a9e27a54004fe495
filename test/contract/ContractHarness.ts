import type { Source, SourceSettings } from '../../shared/connectors/Source';
import type { SeededFake, SeededOptions } from '../fakes/Fake';

/** What a vendor may be unable to do. */
export type Ability =
	/** A page cursor can expire. */
	| 'cursor-expiry'
	/** The vendor has a daily allowance that can be used up. */
	| 'daily-quota'
	/** Two accounts can hold the same key. */
	| 'duplicate-keys'
	/** What changed since can be listed. */
	| 'incremental'
	/** Rows can be locked by somebody else for a moment. */
	| 'lock'
	/** Records can be merged. */
	| 'merge'
	| 'opportunities'
	/** Fields and tables of the write-back can be created. */
	| 'prepare'
	/** Deleted records can be listed. */
	| 'removals'
	/** A credential can lack a scope. */
	| 'scopes'
	| 'tasks'
	/** The vendor refuses fields that it does not have. */
	| 'unknown-fields'
	| 'write';

export interface ContractHarness {
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly headers: Readonly<Record<string, string>>;
	readonly create: (options: SeededOptions) => SeededFake;
	readonly capabilities?: {
		/** What the vendor cannot do, and why: the reason stands in the test's name. */
		readonly lacks?: Readonly<Partial<Record<Ability, string>>>;
		/** Requests a read or a write needs besides its pages or batches (a schema, a list of stages); default 0. */
		readonly besides?: { readonly read?: number; readonly write?: number };
		/** A field name in the vendor's style that no account has; default `cs_no_such_field`. */
		readonly unknownField?: string;
		/** Milliseconds until a change can be found by an incremental read; default 0. */
		readonly indexLagMs?: number;
	};
}

/** Parts of the handling that a test switches off to see that a case notices. */
export interface EngineSwitches {
	readonly retry?: boolean;
	readonly pace?: boolean;
	readonly bisect?: boolean;
	readonly restarts?: number;
	/** The state forgets what the overlap showed. */
	readonly forgetSeen?: boolean;
	/** The state loses its cursor. */
	readonly forgetCursor?: boolean;
	/** The rows of the last run are not handed in. */
	readonly forgetKnown?: boolean;
	/** Changes the source under the engine. */
	readonly source?: (source: Source) => Source;
}

export interface ContractCase {
	readonly name: string;
	/** Abilities of the vendor without which the case makes no sense. */
	readonly needs: readonly Ability[];
	readonly run: (switches?: EngineSwitches) => Promise<void>;
}
