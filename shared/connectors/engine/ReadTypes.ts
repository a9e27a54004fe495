import type { Issue } from '../../../scoring/core/issue';
import type { Source, SourceObject, SourceRow, SourceSettings } from '../Source';
import type { Clock } from '../Wire';
import type { PacedCall } from './CallTypes';

/** Row of cs_sync_state. */
export interface SyncStateRow {
	readonly source: string;
	readonly object: string;
	/** UTC ISO by the vendor's clock: everything changed before it was read. null: never read whole. */
	readonly watermark: string | null;
	readonly overlap_s: number;
	readonly last_full_at: string | null;
	readonly run_id: string | null;
	/** `SyncDetail` as JSON. */
	readonly detail_json: string | null;
}

/** What stands in `detail_json` of cs_sync_state. */
export interface SyncDetail {
	/** Where the next run goes on; null: the window was read to its end. */
	readonly cursor: string | null;
	readonly done: boolean;
	/** The window under way; null `from`: everything. */
	readonly from: string | null;
	readonly to: string;
	/** Watermark that will hold once the window is read to its end. */
	readonly mark: string;
	readonly removed: boolean;
	readonly counts: ReadCounts;
	/** Vendor id -> fingerprint, of records that the next window's overlap will show again; at most 2,000. */
	readonly seen: Readonly<Record<string, string>>;
	/** The same from the window before, while this one is under way. */
	readonly before: Readonly<Record<string, string>>;
	/** Vendor fields that are not there and were left out. */
	readonly dropped: readonly string[];
}

/** Row of cs_dead_letters. */
export interface DeadLetterRow {
	readonly letter_id: string;
	readonly source: string;
	readonly object: string;
	readonly external_id: string | null;
	/** The vendor's record or the row that was refused, cut to 20 kB; confidential. */
	readonly payload_json: string;
	/** Fault class, or `duplicate`, `invalid`, `unknown`. */
	readonly class: string;
	/** What happened and the remedy, without personal data. */
	readonly message: string;
	readonly attempts: number;
	readonly first_at: string;
	readonly last_at: string;
	readonly resolved_at: string | null;
}

/** Accounts by vendor id and by our id. One per run, shared by all objects that are read and by the write-back. */
export interface AccountDirectory {
	readonly accountIdOf: (externalId: string) => string | null;
	readonly externalIdOf: (accountId: string) => string | null;
	/** Enters a pair. Gives the vendor id that already holds this account id, or null: entered. */
	readonly claim: (externalId: string, accountId: string) => string | null;
	/** It was merged away: its vendor id stands for the survivor from now on. */
	readonly enterMerged: (externalId: string, accountId: string) => void;
	/** Another vendor id takes over this account id; the old holder is gone. */
	readonly move: (externalId: string, accountId: string) => void;
	/** What is known of it from the last run: the row's hash and what we wrote. */
	readonly known: (externalId: string) => KnownAccount | null;
	/** Vendor ids of all accounts handed in as known and not deleted. */
	readonly knownIds: () => readonly string[];
}

export interface KnownAccount {
	readonly accountId: string;
	readonly externalId: string;
	readonly rowHash: string | null;
	readonly writtenHash: string | null;
}

export interface ReadCounts {
	/** Records that came, repeats left out. */
	readonly read: number;
	/** Rows that left. */
	readonly emitted: number;
	/** Records that had come before: in the overlap, or again after a restart. */
	readonly repeated: number;
	/** Accounts in which only our own fields changed. */
	readonly own: number;
	readonly removed: number;
	readonly problems: number;
	/** Contacts, tickets and the like that belong to no account; left out. */
	readonly unattached: number;
	readonly pages: number;
	readonly restarts: number;
}

export interface ReadOptions {
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly call: PacedCall;
	readonly clock: Clock;
	readonly object: SourceObject;
	readonly runId: string;
	/** Its cs_sync_state row; null: first run. */
	readonly state: SyncStateRow | null;
	/** Read only what changed since the watermark. Without a watermark everything is read. */
	readonly onlyChanged: boolean;
	/** Stop after the page that reaches this many records and keep the cursor; 0: all. */
	readonly limit: number;
	readonly accounts: AccountDirectory;
	/** After a whole full read: known vendor ids that did not come are reported as removed, where the source cannot list deletions. */
	readonly knownIds?: readonly string[];
	readonly onProgress?: (counts: ReadCounts) => void;
	/** Times a window is begun again because its cursor expired; default 5. 0 in tests that must see the difference. */
	readonly restarts?: number;
}

/**
 * Pages come as `rows`; the last event is `state`. When a fault ends the read, a `state` with the cursor so far comes first (watermark
 * unmoved), then the generator throws the fault.
 */
export type ReadEvent =
	| {
			readonly kind: 'rows';
			readonly rows: readonly SourceRow[];
			readonly problems: readonly DeadLetterRow[];
			/** Each only once in a read: fields left out, values that did not fit. */
			readonly issues: readonly Issue[];
	  }
	| { readonly kind: 'state'; readonly state: SyncStateRow; readonly counts: ReadCounts };
