import type { AuditRow } from './AlertRows';

/** Something the alerts did. */
export interface Deed {
	readonly action: 'alert.opened' | 'alert.closed' | 'message.planned' | 'alerts.suppressed';
	/** alert_key or effect_key; of what was held back: score and business day. */
	readonly subject: string;
	readonly reason: string;
	readonly before?: unknown;
	readonly after?: unknown;
}

/**
 * Writes deeds as rows of cs_audit. `audit_id` is made of action and subject, so one deed has one id however often it is written;
 * deeds in `known` are left out.
 *
 * @example
 * writeAudit([{ action: 'alert.closed', subject: 'a:health_below_70:2024-01-15', reason: 'r' }], new Set(), '2024-01-20T00:00:00.000Z', 'run-1')[0]?.audit_id
 * // => 'alert.closed:a:health_below_70:2024-01-15'
 */
export function writeAudit(
	deeds: readonly Deed[],
	known: ReadonlySet<string>,
	asOf: string,
	runId: string,
): readonly AuditRow[] {
	const rows = deeds.map(
		(deed): AuditRow => ({
			audit_id: `${deed.action}:${deed.subject}`,
			at: asOf,
			actor: 'Customer Alert',
			action: deed.action,
			subject: deed.subject,
			reason: deed.reason,
			before_json: deed.before === undefined ? null : JSON.stringify(deed.before),
			after_json: deed.after === undefined ? null : JSON.stringify(deed.after),
			run_id: runId,
		}),
	);
	return rows.filter((row) => !known.has(row.audit_id));
}
