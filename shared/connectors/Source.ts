import type { Scalar } from '../../scoring/core/CanonicalModel';
import type { Issue } from '../../scoring/core/issue';
import type { ConnectorFault } from './ConnectorFault';
import type { RawRecord, ShapedRow, SourcePage, Window } from './Reading';
import type { Call, WireAnswer, WireRequest } from './Wire';
import type {
	BaseStep,
	EffectOutcome,
	OpportunityEffect,
	ScoreWrite,
	TaskEffect,
	VendorContainer,
	VendorField,
	WriteOutcome,
} from './Writing';

export type { RawRecord, ShapedRow, SourcePage, SourceRow, Window } from './Reading';
export type {
	BaseStep,
	EffectOutcome,
	OpportunityEffect,
	ScoreWrite,
	TaskEffect,
	VendorContainer,
	VendorField,
	WriteOutcome,
} from './Writing';

export type SourceId = 'airtable' | 'hubspot' | 'pipedrive' | 'salesforce' | 'stripe';

/** What can be read from a system. A subscription becomes a contract and its lines, a deal an opportunity. */
export type SourceObject =
	| 'accounts'
	| 'contacts'
	| 'deals'
	| 'interactions'
	| 'invoices'
	| 'people'
	| 'subscriptions'
	| 'tasks'
	| 'tickets'
	| 'usage';

/** Choices of the user that a source needs; read once from the node's parameters. Field names are the vendor's ids where it has ids. */
export interface SourceSettings {
	/** Airtable: base id. Others: ''. */
	readonly baseId: string;
	/** Airtable: table id or name by object. Others: {}. */
	readonly tables: Readonly<Partial<Record<SourceObject, string>>>;
	/** By object: canonical field -> vendor field, over the source's own preset. '' leaves the field out. */
	readonly fields: Readonly<Partial<Record<SourceObject, Readonly<Record<string, string>>>>>;
	/** Vendor field on the account that holds our own account id (unique); '' = none, accounts are `system:id`. */
	readonly keyField: string;
	/** Result -> vendor field for the write-back, over the source's preset. '' leaves the result out. */
	readonly results: Readonly<Record<string, string>>;
	/** ISO 4217 for amounts that come without a currency; null: unknown. */
	readonly currency: string | null;
	/** Whatever one source alone knows (pipeline ids, API version, plan for pacing), by name. */
	readonly options: Readonly<Record<string, Scalar>>;
}

export interface ReadRequest {
	readonly object: SourceObject;
	/** null: everything. */
	readonly window: Window | null;
	/** Read what was deleted or merged away, instead of what is there. */
	readonly removed: boolean;
	/** Vendor fields wanted, the mapping's and the reader's own `needed`. */
	readonly fields: readonly string[];
}

export interface SourceReader {
	/** The preset: canonical field -> vendor field. */
	readonly fields: Readonly<Record<string, string>>;
	/** Vendor fields that `shape` reads besides. */
	readonly needed: readonly string[];
	/** `mapped` holds the record's values by canonical field, picked by the mapping in force. Pure. */
	readonly shape: (
		record: RawRecord,
		mapped: Readonly<Record<string, unknown>>,
		settings: SourceSettings,
	) => readonly ShapedRow[];
}

export interface RateLimit {
	readonly bucket: string;
	readonly requests: number;
	readonly perMs: number;
}

/**
 * One vendor. Everything here is stateless; pacing, retries, windows and dedupe are the engine's.
 *
 * No rule for conflicts is needed, because no field has two owners: the vendor's fields are only read, and those that `ownFields` names (results, our
 * hash, our effect keys) are only written, and left out of what counts as a change. Tasks and opportunities of ours are changed when a row of the outbox
 * asks for it, and then as it says.
 */
export interface Source {
	readonly id: SourceId;
	readonly label: string;
	/** Where the API lives when the credential names no other: `https://api.hubapi.com`. Salesforce: '' (instance URL). */
	readonly baseUrl: string;
	readonly readers: Readonly<Partial<Record<SourceObject, SourceReader>>>;
	/** Incremental reads begin this much before the watermark, because the vendor's index lags. */
	readonly overlapSeconds: number;
	readonly limits: (settings: SourceSettings) => readonly RateLimit[];
	/** What an answer of 300 and above means. Never called for success. */
	readonly classify: (answer: WireAnswer, request: WireRequest) => ConnectorFault;
	/**
	 * The settings with the vendor's own keys in the place of names (Pipedrive's 40 hex digits), for the mapping and the source's presets. Who drives
	 * the engine asks it once a run and object, the account's first, and hands the answer to `readObject`, `writeScores` and `runEffects`; all of
	 * `scores.fields` then stands in `settings.results`. Not for `planBase` and `createStep`, which make fields by name. Absent: names are keys already.
	 */
	readonly resolveSettings?: (
		call: Call,
		settings: SourceSettings,
		object: SourceObject,
	) => Promise<SourceSettings>;
	/** Room left as the answer's headers tell it, by bucket; null: they do not. */
	readonly readRoom?: (answer: WireAnswer) => {
		readonly bucket: string;
		readonly remaining: number;
		readonly resetMs: number;
		/** Of a daily allowance: all of it, so that the engine leaves a fifth to other programs. */
		readonly limit?: number;
	} | null;
	readonly readPage: (
		call: Call,
		settings: SourceSettings,
		request: ReadRequest,
		cursor: string | null,
	) => Promise<SourcePage>;
	/** Objects whose deletions and merges `readPage` can list with `removed`. */
	readonly removals: readonly SourceObject[];
	/** Accounts by vendor id, for children whose account was not read in this run. */
	readonly lookUpAccounts?: (
		call: Call,
		settings: SourceSettings,
		ids: readonly string[],
	) => Promise<readonly RawRecord[]>;
	/** null: read-only. */
	readonly scores: {
		readonly batchSize: number;
		/** Batches under way at the same time. */
		readonly parallel: number;
		/** Result (`score`, `band`, ...) -> vendor field. `row_hash` holds the hash of what we wrote last. */
		readonly fields: Readonly<Record<string, string>>;
		/** One batch; outcomes in the order of the rows. A fault that is thrown is one of the whole batch. */
		readonly write: (
			call: Call,
			settings: SourceSettings,
			rows: readonly ScoreWrite[],
		) => Promise<readonly WriteOutcome[]>;
	} | null;
	readonly createTask:
		| ((call: Call, settings: SourceSettings, task: TaskEffect) => Promise<EffectOutcome>)
		| null;
	readonly upsertOpportunity:
		| ((call: Call, settings: SourceSettings, opportunity: OpportunityEffect) => Promise<EffectOutcome>)
		| null;
	/** What the write-back needs and whether it is there. */
	readonly planBase: (call: Call, settings: SourceSettings) => Promise<readonly BaseStep[]>;
	readonly createStep: (call: Call, settings: SourceSettings, step: BaseStep) => Promise<void>;
	readonly listFields: (
		call: Call,
		settings: SourceSettings,
		object: SourceObject,
	) => Promise<readonly VendorField[]>;
	/** Airtable: bases (no argument), or tables of a base. */
	readonly listContainers?: (call: Call, within: string | null) => Promise<readonly VendorContainer[]>;
	/** Doubts about the mapping that no record can tell, as warnings: company revenue taken for ARR. Asked once a run. */
	readonly checkMapping?: (settings: SourceSettings) => readonly Issue[];
	/** Row of cs_accounts that came out of a record of this source, given what we wrote ourselves. */
	readonly ownFields: (settings: SourceSettings) => readonly string[];
}
