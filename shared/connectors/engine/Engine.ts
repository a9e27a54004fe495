// All types of the engine in one place for those who use it.
export type { CallOptions, CallProgress, PacedCall, Pacer } from './CallTypes';
export type {
	AccountDirectory,
	DeadLetterRow,
	KnownAccount,
	ReadCounts,
	ReadEvent,
	ReadOptions,
	SyncDetail,
	SyncStateRow,
} from './ReadTypes';
export type {
	EffectEvent,
	EffectOptions,
	EffectResult,
	PrepareOptions,
	PreparedStep,
	WriteEvent,
	WriteOptions,
	WriteResult,
	WriteStatus,
} from './WriteTypes';
