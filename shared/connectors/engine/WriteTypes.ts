import type { Issue } from '../../../scoring/core/issue';
import type { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, Source, SourceSettings } from '../Source';
import type { Call, Clock } from '../Wire';
import type { AccountDirectory, DeadLetterRow } from './ReadTypes';

export type WriteStatus = 'created' | 'deferred' | 'duplicate' | 'failed' | 'unchanged' | 'written';

/** What became of one input row. Every input row has exactly one. */
export interface WriteResult {
	/** Place in the input. */
	readonly index: number;
	readonly account_id: string;
	readonly external_id: string | null;
	readonly status: WriteStatus;
	/** 12 hex over what was sent, score date left out; null: nothing was sent. */
	readonly row_hash: string | null;
	/** What happened, for failed, deferred and duplicate. */
	readonly error: string | null;
}

export interface WriteOptions {
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly call: Call;
	readonly clock: Clock;
	/** cs_scores rows, as the Health Score node gives them. */
	readonly scores: Iterable<Readonly<Record<string, unknown>>>;
	readonly accounts: AccountDirectory;
	/** false: a refused batch is not divided. For tests that must see the difference. */
	readonly bisect?: boolean;
}

export interface WriteEvent {
	readonly results: readonly WriteResult[];
	readonly problems: readonly DeadLetterRow[];
	readonly issues: readonly Issue[];
	/** Set on the last event when the write was stopped: the rest is deferred. */
	readonly stopped: ConnectorFault | null;
}

/** Columns of cs_outbox to update. `planned`: not tried, because the run was stopped. */
export interface EffectResult {
	readonly index: number;
	readonly effect_key: string;
	readonly kind: 'opportunity' | 'task';
	readonly account_id: string | null;
	readonly status: 'confirmed' | 'failed' | 'planned' | 'unknown';
	readonly external_id: string | null;
	readonly error: string | null;
	readonly attempts: number;
	readonly last_at: string;
	/** It was made now, and not found or updated. */
	readonly created: boolean;
}

export interface EffectOptions {
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly call: Call;
	readonly clock: Clock;
	readonly kind: 'opportunity' | 'task';
	/** cs_outbox rows with `payload_json`, or plain items with the payload's fields. */
	readonly rows: Iterable<Readonly<Record<string, unknown>>>;
	readonly accounts: AccountDirectory;
}

export interface EffectEvent {
	readonly results: readonly EffectResult[];
	readonly problems: readonly DeadLetterRow[];
	readonly stopped: ConnectorFault | null;
}

export interface PrepareOptions {
	readonly source: Source;
	readonly settings: SourceSettings;
	readonly call: Call;
	/** false: only shows what is missing. */
	readonly apply: boolean;
}

/** One thing the write-back needs, and what became of it. */
export interface PreparedStep extends BaseStep {
	readonly status: 'by-hand' | 'created' | 'exists' | 'failed' | 'missing';
	/** What happened and the remedy; '' when all is well. */
	readonly message: string;
}
