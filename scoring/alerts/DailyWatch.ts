import type { AlertRow, OutboxRow, PersonRow, RunRow } from './AlertRows';
import type { Freshness } from './sourceFreshness';

export interface DailyWatchSettings {
	/** Stages that must be done for the run to count as done. */
	readonly stages: readonly string[];
	/** Stage whose `scored` is compared with the day before. */
	readonly scoredStage: string;
	/** Times of day in UTC, HH:MM, on the business day itself. */
	readonly startAt: string;
	readonly deadline: string;
	/** How late after `startAt` a run may appear before it counts as not started. */
	readonly graceMinutes: number;
	/** A stage that is at work and gave no sign for so long is taken for dead: a lease's length. */
	readonly stalledAfterMinutes: number;
	/** 0 to 1: fewer accounts than this share of the day before is a finding. */
	readonly minScoredShare: number;
	readonly staleAfterHours: number;
}

export interface DailyWatchInput {
	/** UTC instant. */
	readonly now: string;
	/** YYYY-MM-DD */
	readonly businessDayOn: string;
	/** Rows of cs_runs of the last days. */
	readonly runs: readonly RunRow[];
	/** Newest change per source; empty: not watched. */
	readonly freshness: readonly Freshness[];
	readonly outbox: readonly OutboxRow[];
	/** Rows of cs_alerts. */
	readonly ledger: readonly AlertRow[];
	/** Names of accounts by id, for the words. */
	readonly accountNames: ReadonlyMap<string, string>;
	readonly people: readonly PersonRow[];
	/** Who is told; null: the message names nobody. */
	readonly watchPersonId: string | null;
	readonly settings: DailyWatchSettings;
}

/** Something a person should know. */
export interface Finding {
	/** Stable: `run-not-started`, `stage-failed:health`, `source-stale:crm`. */
	readonly code: string;
	readonly words: string;
}

export interface DailyWatch {
	readonly findings: readonly Finding[];
	/** Row to insert into cs_outbox; null when there is nothing to say or the outbox says it already. */
	readonly message: OutboxRow | null;
	/** Whether the day's run should be started again: it is missing, failed, or stopped half-way. */
	readonly resume: boolean;
	/** Only true when the day's run is done: a heartbeat address then hears that all is well. */
	readonly heartbeat: boolean;
	/** The verdict in one sentence. */
	readonly words: string;
}
