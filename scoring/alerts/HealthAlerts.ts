import type { RateRow } from '../core/convertMoney';
import type { AlertAccount, AlertRow, AlertScore, AuditRow, OutboxRow, PersonRow, RunRow } from './AlertRows';
import type { AlertThresholds } from './alertLevels';

/** What alerts of any subject are raised from. */
export interface AlertsInput {
	/** One per account. */
	readonly scores: readonly AlertScore[];
	readonly accounts: readonly AlertAccount[];
	readonly people: readonly PersonRow[];
	/** All rows of cs_alerts that are open or of this business day. */
	readonly ledger: readonly AlertRow[];
	/** Rows of cs_outbox, at least those of this business day. */
	readonly outbox: ReadonlyArray<Pick<OutboxRow, 'effect_key' | 'account_id' | 'target' | 'payload_json'>>;
	/** Rows of cs_audit of this business day, so that a repeated call does not write one twice. */
	readonly audit: ReadonlyArray<Pick<AuditRow, 'audit_id'>>;
	/** Rows of cs_runs, so that falls of a day whose alerts were never raised are not lost; left out: every day counts as raised. */
	readonly runs?: readonly RunRow[];
	/** Who gets the digest and hears of alerts that reach nobody; null: the messages name nobody. */
	readonly digestPersonId: string | null;
	readonly runId: string;
	/** UTC instant that stands in the rows as "when". */
	readonly asOf: string;
	/** The day the run is for, YYYY-MM-DD: the episode of what crosses today. */
	readonly businessDayOn: string;
	/** Hours until somebody must have acted. Framework: 24. */
	readonly dueInHours?: number;
	/** Address of an account for people, with `{account_id}` in it; null: no link. */
	readonly accountLink?: string | null;
	/** For ordering the digest by ARR across currencies; an account without a rate comes last. */
	readonly rates?: readonly RateRow[];
	readonly currency?: string;
}

export interface HealthAlertsInput extends AlertsInput {
	readonly thresholds: AlertThresholds;
}

/** An alert nobody gets, for a person to look after. */
export interface Unreached {
	readonly alertKey: string;
	readonly accountId: string;
	readonly name: string;
	readonly cause: string;
	/** "CSM: nobody is assigned; account executive: person x is not in cs_people" */
	readonly reason: string;
}

export interface HealthAlerts {
	/** Rows to insert into cs_alerts. */
	readonly alerts: readonly AlertRow[];
	/** Rows of cs_alerts to update by alert_key where rev is still one less. */
	readonly changes: readonly AlertRow[];
	/** Rows to insert into cs_outbox. */
	readonly messages: readonly OutboxRow[];
	/** Rows to insert into cs_audit. */
	readonly audit: readonly AuditRow[];
	/** Every alert of this business day that reaches nobody, whether written before or now. */
	readonly unreached: readonly Unreached[];
	readonly counts: {
		readonly read: number;
		/** Scores without a value: neither opened nor closed anything. */
		readonly insufficient: number;
		readonly opened: number;
		readonly closed: number;
		/** Account and level pairs that stay below in an open episode. */
		readonly stillOpen: number;
		/** Accounts that went into the digest. */
		readonly inDigest: number;
		readonly messages: number;
		readonly unreached: number;
	};
}
