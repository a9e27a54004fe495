/** A row of cs_tasks to insert. The same stage gives the same keys, so a retry writes nothing twice. */
export interface RenewalTask {
	readonly task_id: string;
	readonly account_id: string;
	readonly kind: 'task' | 'meeting' | 'review';
	readonly title: string;
	readonly text: string;
	readonly priority: 'low' | 'medium' | 'high' | 'urgent';
	readonly status: 'open';
	/** Instant in UTC: the end of the day it is due. */
	readonly due_at: string;
	readonly owner_id: string | null;
	/** `renewal.90`, `renewal.notice`, `renewal.process.1` */
	readonly rule: string;
	readonly effect_key: string;
	readonly external_id: null;
	readonly closed_at: null;
	readonly outcome: null;
	readonly rev: 1;
}

export interface TaskSettings {
	/** The stage whose crossing starts the renewal process by weeks; null: never. */
	readonly processDays: number | null;
}
