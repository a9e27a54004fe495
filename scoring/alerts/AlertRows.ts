/** A row of cs_people, as far as routing needs it. */
export interface PersonRow {
	readonly person_id: string;
	readonly name: string | null;
	readonly email: string | null;
	/** `csm`, `ae`, `executive`, ...; several are comma-joined. */
	readonly role: string | null;
	/** First and last day of absence, both inclusive, YYYY-MM-DD; a missing one leaves that side open. */
	readonly absent_from_on: string | null;
	readonly absent_to_on: string | null;
	readonly deputy_id: string | null;
}

/** A row of cs_accounts, as far as alerts need it. */
export interface AlertAccount {
	readonly account_id: string;
	readonly name: string | null;
	readonly csm_id: string | null;
	readonly ae_id: string | null;
	/** Minor units of `currency`; null: unknown, not 0. */
	readonly arr_minor: number | null;
	readonly currency: string | null;
	readonly source: string | null;
	/** UTC instant at which the source last changed the account. */
	readonly source_updated_at: string | null;
	readonly deleted: boolean;
}

/** A score as the alerts see it: one per account, from a row of cs_scores. */
export interface AlertScore {
	readonly accountId: string;
	/** Half-up rounded score, 0 to 100; null: insufficient data, which neither opens nor closes anything. */
	readonly rounded: number | null;
	/** The last score before this one; null: there is none. */
	readonly previous: { readonly on: string | null; readonly rounded: number } | null;
	readonly band: string | null;
	readonly reason: string | null;
	/** What made it bad, in words, largest first. */
	readonly lost: readonly string[];
	/** What people must know of how it came about (by rules, by another model than before); absent: nothing. */
	readonly note?: string;
}

/** A row of cs_alerts, columns in table order. */
export interface AlertRow {
	/** `account:cause:episode`; the episode is the business day of the crossing. */
	readonly alert_key: string;
	readonly account_id: string;
	/** `health_below_70`, `churn_above_70` */
	readonly cause: string;
	readonly priority: string | null;
	readonly opened_at: string;
	/** Comma-joined person ids; null: reached nobody. */
	readonly sent_to: string | null;
	readonly channel: string | null;
	readonly acknowledged_at: string | null;
	readonly acknowledged_by: string | null;
	readonly escalated_at: string | null;
	/** null while the episode lasts. */
	readonly closed_at: string | null;
	readonly detail_json: string | null;
	readonly rev: number;
}

/** A row of cs_outbox, columns in table order. */
export interface OutboxRow {
	readonly effect_key: string;
	readonly kind: string;
	readonly account_id: string | null;
	/** Comma-joined person ids; null: nobody to name, the channel alone gets it. */
	readonly target: string | null;
	readonly payload_json: string;
	readonly status: string;
	readonly claimed_by: string | null;
	readonly claimed_until: string | null;
	readonly attempts: number;
	readonly first_at: string | null;
	readonly next_at: string | null;
	readonly last_at: string | null;
	readonly external_id: string | null;
	readonly error: string | null;
	readonly rev: number;
}

/** A row of cs_audit, columns in table order. */
export interface AuditRow {
	readonly audit_id: string;
	readonly at: string;
	readonly actor: string;
	readonly action: string;
	readonly subject: string;
	readonly reason: string;
	readonly before_json: string | null;
	readonly after_json: string | null;
	readonly run_id: string;
}

/** A row of cs_runs, as far as the watch needs it. */
export interface RunRow {
	readonly run_id: string;
	readonly stage: string;
	readonly business_day_on: string;
	readonly status: string;
	readonly started_at: string | null;
	readonly ended_at: string | null;
	readonly scored: number | null;
	readonly message: string | null;
	/** Scores whose alerts were held back on that day because the data was judged incomplete or old; absent: none. */
	readonly suppressed?: readonly string[];
}

/** A row of cs_sync_state, as far as the watch needs it. */
export interface SyncRow {
	readonly source: string | null;
	/** How far the source was read; only counts where it is an instant. */
	readonly watermark: string | null;
	readonly last_full_at: string | null;
}
