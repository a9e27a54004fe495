import type { AlertLevel } from './alertLevels';
import type { AlertSubject } from './AlertSubject';
import { closeAlert } from './closeAlert';
import { findCrossings, type Fall } from './findCrossings';
import type { AlertsInput, HealthAlerts } from './HealthAlerts';
import { lastAlertedOn } from './lastAlertedOn';
import { listDeeds } from './listDeeds';
import { planAlerts, type PlannedAlert } from './planAlerts';
import { planDigest } from './planDigest';
import { planFallMessage } from './planFallMessage';
import type { PlannedOnce } from './planOnce';
import { planUnreached } from './planUnreached';
import { routeAlert, type AlertRoute } from './routeAlert';
import { routeRecipient } from './routeRecipient';
import { writeAudit, type Deed } from './writeAudit';

/**
 * Raises and closes the alerts of one subject (health, churn) for levels that were checked: what `raiseHealthAlerts` and `raiseChurnAlerts`
 * have in common. `moreDeeds` are written to the audit beside those of the alerts.
 */
export function raiseAlerts(
	input: AlertsInput,
	subject: AlertSubject,
	levels: readonly AlertLevel[],
	moreDeeds: readonly Deed[] = [],
): HealthAlerts {
	const context = indexRows(input);
	// Rows about another score are none of this subject's business, not even for the audit.
	const ledger = input.ledger.filter((row) => row.cause.startsWith(subject.causePrefix));
	const alertedOn = lastAlertedOn(input.runs ?? [], input.businessDayOn, subject.score);
	const found = findCrossings(input.scores, ledger, levels, input.businessDayOn, alertedOn, subject);
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
			return planFallMessage(alerts, context.accounts.get(accountId) ?? null, input, outbox, subject);
		}),
		planDigest(found.firstSeen, context.accounts, digestPerson, input, subject),
		planUnreached(unreachedSingles, digestPerson, input, subject),
	];
	const alerts = planned.filter((alert) => alert.isNew).map((alert) => alert.row);
	const changes = found.recovered.map(({ row, score }) =>
		closeAlert(row, score, input.asOf, input.businessDayOn),
	);
	const messages = sent.flatMap(({ message }) => message ?? []);
	const messageKeys = sent.flatMap(({ keys }) => keys);
	const { businessDayOn } = input;
	const deeds = listDeeds({ planned, changes, ledger, messageKeys, businessDayOn, subject });
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
	const audit = writeAudit([...deeds, ...moreDeeds], known, input.asOf, input.runId);
	return { alerts, changes, messages, audit, unreached, counts };
}

function indexRows(input: AlertsInput) {
	const people = new Map(input.people.map((person) => [person.person_id, person]));
	const outboxByAccount = new Map<string, Array<AlertsInput['outbox'][number]>>();
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

function planSingle(fall: Fall, context: Context, input: AlertsInput): readonly PlannedAlert[] {
	const account = context.accounts.get(fall.score.accountId) ?? null;
	const routeOf = (level: AlertLevel): AlertRoute =>
		routeAlert(account, level.audiences, context.people, input.businessDayOn);
	const name = account?.name ?? fall.score.accountId;
	return planAlerts({ fall, name, channel: 'message', routeOf, asOf: input.asOf });
}

function planDigested(fall: Fall, context: Context, input: AlertsInput): readonly PlannedAlert[] {
	const { person, reason } = context.digestRoute;
	const route: AlertRoute =
		person === null
			? { reached: [], missed: [`digest: ${reason}`] }
			: { reached: [{ person, as: 'digest' }], missed: [] };
	const name = context.accounts.get(fall.score.accountId)?.name ?? fall.score.accountId;
	return planAlerts({ fall, name, channel: 'digest', routeOf: () => route, asOf: input.asOf });
}
