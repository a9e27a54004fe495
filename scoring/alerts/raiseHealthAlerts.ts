import type { Outcome } from '../core/issue';
import { alertLevels, type AlertLevel } from './alertLevels';
import { checkAlertInput } from './checkAlertInput';
import { closeAlert } from './closeAlert';
import { findCrossings, type Fall } from './findCrossings';
import type { HealthAlerts, HealthAlertsInput } from './HealthAlerts';
import { planAlerts, type PlannedAlert } from './planAlerts';
import { planDigest } from './planDigest';
import { planFallMessage } from './planFallMessage';
import type { PlannedOnce } from './planOnce';
import { planUnreached } from './planUnreached';
import { lastAlertedOn } from './lastAlertedOn';
import { listDeeds } from './listDeeds';
import { routeAlert, type AlertRoute } from './routeAlert';
import { routeRecipient } from './routeRecipient';
import { writeAudit } from './writeAudit';

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

	const context = indexRows(input);
	const levels = alertLevels(input.thresholds);
	const alertedOn = lastAlertedOn(input.runs ?? [], input.businessDayOn);
	const found = findCrossings(input.scores, input.ledger, levels, input.businessDayOn, alertedOn);
	const singles = found.falls.map((fall) => planSingle(fall, context, input));
	const digested = found.firstSeen.map((fall) => planDigested(fall, context, input));
	const planned = [...singles, ...digested].flat();
	const unreached = planned.flatMap((alert) => alert.unreached ?? []);
	const unreachedSingles = singles.flat().flatMap((alert) => alert.unreached ?? []);
	const digestPerson = context.digestRoute.person;

	const sent: readonly PlannedOnce[] = [
		...singles.map((alerts, index) => {
			const accountId = found.falls[index]?.score.accountId ?? '';
			const outbox = context.outboxByAccount.get(accountId) ?? [];
			return planFallMessage(alerts, context.accounts.get(accountId) ?? null, input, outbox);
		}),
		planDigest(found.firstSeen, context.accounts, digestPerson, input),
		planUnreached(unreachedSingles, digestPerson, input),
	];
	const alerts = planned.filter((alert) => alert.isNew).map((alert) => alert.row);
	const changes = found.recovered.map(({ row, score }) =>
		closeAlert(row, score, input.asOf, input.businessDayOn),
	);
	const messages = sent.flatMap(({ message }) => message ?? []);
	const messageKeys = sent.flatMap(({ keys }) => keys);
	const { ledger, businessDayOn } = input;
	const deeds = listDeeds({ planned, changes, ledger, messageKeys, businessDayOn });
	const known = new Set(input.audit.map((row) => row.audit_id));
	const counts = {
		read: input.scores.length,
		insufficient: input.scores.filter((score) => score.rounded === null).length,
		opened: alerts.length,
		closed: changes.length,
		stillOpen: found.stillOpen,
		inDigest: found.firstSeen.length,
		messages: messages.length,
		unreached: unreached.length,
	};
	const audit = writeAudit(deeds, known, input.asOf, input.runId);
	return { ok: true, warnings: [], value: { alerts, changes, messages, audit, unreached, counts } };
}

function indexRows(input: HealthAlertsInput) {
	const people = new Map(input.people.map((person) => [person.person_id, person]));
	const outboxByAccount = new Map<string, Array<HealthAlertsInput['outbox'][number]>>();
	for (const row of input.outbox) {
		if (row.account_id === null) continue;
		const group = outboxByAccount.get(row.account_id);
		if (group === undefined) outboxByAccount.set(row.account_id, [row]);
		else group.push(row);
	}
	return {
		people,
		outboxByAccount,
		accounts: new Map(input.accounts.map((account) => [account.account_id, account])),
		digestRoute: routeRecipient(input.digestPersonId, people, input.businessDayOn),
	};
}

type Context = ReturnType<typeof indexRows>;

function planSingle(fall: Fall, context: Context, input: HealthAlertsInput): readonly PlannedAlert[] {
	const account = context.accounts.get(fall.score.accountId) ?? null;
	const routeOf = (level: AlertLevel): AlertRoute =>
		routeAlert(account, level.audiences, context.people, input.businessDayOn);
	const name = account?.name ?? fall.score.accountId;
	return planAlerts({ fall, name, channel: 'message', routeOf, asOf: input.asOf });
}

function planDigested(fall: Fall, context: Context, input: HealthAlertsInput): readonly PlannedAlert[] {
	const { person, reason } = context.digestRoute;
	const route: AlertRoute =
		person === null
			? { reached: [], missed: [`digest: ${reason}`] }
			: { reached: [{ person, as: 'digest' }], missed: [] };
	const name = context.accounts.get(fall.score.accountId)?.name ?? fall.score.accountId;
	return planAlerts({ fall, name, channel: 'digest', routeOf: () => route, asOf: input.asOf });
}
