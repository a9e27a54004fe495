import type { Outcome } from '../core/issue';
import type { AlertScore, SyncRow } from './AlertRows';
import { checkAlertInput } from './checkAlertInput';
import { churnAlertLevels, type ChurnThresholds } from './churnAlertLevels';
import { churnSubject } from './churnSubject';
import { findOutage, type Outage } from './findOutage';
import type { AlertsInput, HealthAlerts } from './HealthAlerts';
import { raiseAlerts } from './raiseAlerts';
import { sourceFreshness } from './sourceFreshness';
import type { Deed } from './writeAudit';

export interface ChurnAlertsInput extends AlertsInput {
	/** `scores` are churn probabilities in percent, rounded half up. */
	readonly thresholds: ChurnThresholds;
	/** Rows of cs_sync_state, which also tell how fresh a source is. */
	readonly syncs?: readonly SyncRow[];
	/** As the run watch has them. Framework: 0.8 and 48. */
	readonly minScoredShare?: number;
	readonly staleAfterHours?: number;
}

export interface ChurnAlerts extends HealthAlerts {
	/** Accounts whose probability was not judged because the data of the day cannot be trusted, and why. */
	readonly suppressed: { readonly accounts: number; readonly words: readonly string[] };
}

const MIN_SCORED_SHARE = 0.8;
const STALE_AFTER_HOURS = 48;

/** Leaves out what the outage makes doubtful, as if there were too little data: such a score neither opens nor closes anything. */
function withoutDoubtful(input: ChurnAlertsInput, outage: Outage): readonly AlertScore[] {
	const sourceOf = new Map(input.accounts.map((account) => [account.account_id, account.source]));
	return input.scores.map((score) => {
		const source = sourceOf.get(score.accountId) ?? null;
		const isDoubtful = outage.everything || (source !== null && outage.sources.has(source));
		return isDoubtful ? { ...score, rounded: null } : score;
	});
}

/**
 * Raises alerts for accounts whose churn probability (percent, rounded) rose to a threshold or above, and closes those that are back 5 points
 * under it, by the rules of `raiseHealthAlerts`: once per account, cause and episode, one message per account and day, a digest for first
 * values, deputies. Where the data of the day is incomplete or old (see `findOutage`), nothing is opened or closed; the audit says so, and
 * accounts that rose meanwhile go into the next day's digest.
 *
 * @example
 * raiseChurnAlerts({
 * 	scores: [{ accountId: 'a', rounded: 73, previous: { on: null, rounded: 39 }, band: null, reason: null, lost: [] }],
 * 	accounts: [],
 * 	people: [],
 * 	ledger: [],
 * 	outbox: [],
 * 	audit: [],
 * 	thresholds: { alertAbove: 70, executiveAbove: 85 },
 * 	digestPersonId: null,
 * 	runId: 'run-1',
 * 	asOf: '2024-01-15T00:05:00.000Z',
 * 	businessDayOn: '2024-01-15',
 * }).value.alerts.map((row) => row.cause)
 * // => ['churn_above_70']
 */
export function raiseChurnAlerts(input: ChurnAlertsInput): Outcome<ChurnAlerts> {
	const issues = checkAlertInput(input);
	if (issues.length > 0) return { ok: false, issues };
	const outage = findOutage({
		runs: input.runs ?? [],
		freshness: sourceFreshness(input.accounts, input.syncs ?? []),
		stages: ['health', 'churn'],
		businessDayOn: input.businessDayOn,
		asOf: input.asOf,
		minScoredShare: input.minScoredShare ?? MIN_SCORED_SHARE,
		staleAfterHours: input.staleAfterHours ?? STALE_AFTER_HOURS,
	});
	const scores = withoutDoubtful(input, outage);
	const accounts = scores.filter(({ rounded }, index) => rounded !== input.scores[index]?.rounded).length;
	const words = accounts > 0 ? outage.words : [];
	const deeds: readonly Deed[] =
		accounts > 0
			? [
					{
						action: 'alerts.suppressed',
						subject: `churn:${input.businessDayOn}`,
						reason: `Churn alerts of ${accounts === 1 ? '1 account' : `${accounts} accounts`} were held back: ${words.join(' ')}`,
					},
				]
			: [];
	const raised = raiseAlerts({ ...input, scores }, churnSubject, churnAlertLevels(input.thresholds), deeds);
	return { ok: true, warnings: [], value: { ...raised, suppressed: { accounts, words } } };
}
