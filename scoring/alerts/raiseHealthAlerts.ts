import type { Outcome } from '../core/issue';
import { alertLevels } from './alertLevels';
import { checkAlertInput } from './checkAlertInput';
import type { HealthAlerts, HealthAlertsInput } from './HealthAlerts';
import { healthSubject } from './healthSubject';
import { raiseAlerts } from './raiseAlerts';

/**
 * Raises alerts for accounts whose rounded health score fell below a threshold, and closes those of accounts that recovered: once per
 * account, cause and episode, one message per account and day, one digest for accounts that have no earlier score. Pure over the
 * ledger: applied and called again it yields nothing; after a crash it yields exactly the rows that are still missing. Scores
 * without a value (insufficient data) change nothing. Configuration that cannot be used comes back as issues.
 * Source: outreach rule "health score drops below 70 (CSM and account executive, 24 h), below 50 (executive team)".
 *
 * @example
 * raiseHealthAlerts({
 * 	scores: [{ accountId: 'a', rounded: 69, previous: { on: null, rounded: 70 }, band: null, reason: null, lost: [] }],
 * 	accounts: [],
 * 	people: [],
 * 	ledger: [],
 * 	outbox: [],
 * 	audit: [],
 * 	thresholds: { alertBelow: 70, executiveBelow: 50 },
 * 	digestPersonId: null,
 * 	runId: 'run-1',
 * 	asOf: '2024-01-15T00:05:00.000Z',
 * 	businessDayOn: '2024-01-15',
 * }).value.alerts.map((row) => row.cause)
 * // => ['health_below_70']
 */
export function raiseHealthAlerts(input: HealthAlertsInput): Outcome<HealthAlerts> {
	const issues = checkAlertInput(input);
	if (issues.length > 0) return { ok: false, issues };
	return { ok: true, warnings: [], value: raiseAlerts(input, healthSubject, alertLevels(input.thresholds)) };
}
