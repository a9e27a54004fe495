import type { AlertAccount, OutboxRow, PersonRow } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import { formatAmount } from './formatAmount';
import type { AlertsInput } from './HealthAlerts';
import { healthSubject } from './healthSubject';
import type { PlannedAlert } from './planAlerts';
import { planOnce, type PlannedOnce } from './planOnce';
import type { Recipient } from './routeAlert';
import { writeAlertText } from './writeAlertText';

const MS_PER_HOUR = 3_600_000;
const DUE_IN_HOURS = 24;

/**
 * Plans the one message about an account's fall (of a churn probability: rise): everybody any of its alerts reaches, all causes in one text, once per account and
 * business day (`alert:<account>:<day>`, `churn-alert:<account>:<day>`). No message when nobody is reached.
 */
export function planFallMessage(
	planned: readonly PlannedAlert[],
	account: AlertAccount | null,
	input: AlertsInput,
	outbox: ReadonlyArray<Pick<OutboxRow, 'effect_key' | 'target' | 'payload_json'>>,
	subject: AlertSubject = healthSubject,
): PlannedOnce {
	const first = planned[0];
	if (first === undefined) return { message: null, keys: [] };
	const { accountId } = first.fall.score;
	const dueAt = new Date(
		Date.parse(input.asOf) + (input.dueInHours ?? DUE_IN_HOURS) * MS_PER_HOUR,
	).toISOString();
	return planOnce({
		effectKey: `${subject.keyPrefix}alert:${accountId}:${input.businessDayOn}`,
		accountId,
		parts: new Map(planned.map((alert) => [alert.crossing.level.cause, alert])),
		field: 'causes',
		outbox,
		evenToNobody: false,
		asOf: input.asOf,
		write: (parts) => {
			const recipients = unique(parts.flatMap((alert) => alert.route.reached));
			const fall = { ...first.fall, crossings: parts.map((alert) => alert.crossing) };
			const critical = parts.some((alert) => alert.crossing.level.priority === 'critical');
			const more = {
				account: account?.name ?? accountId,
				arr: formatAmount(account?.arr_minor ?? null, account?.currency ?? null),
				arr_minor: account?.arr_minor ?? null,
				currency: account?.currency ?? null,
				score: first.fall.score.rounded,
				previous_score: first.fall.score.previous?.rounded ?? null,
				due_at: dueAt,
				link: input.accountLink?.replaceAll('{account_id}', encodeURIComponent(accountId)) ?? null,
				run_id: input.runId,
				...(subject.score === 'churn' ? { kind: 'churn' } : {}),
			};
			const text = writeAlertText(fall, account, recipients, dueAt, subject);
			const to: PersonRow[] = recipients.map(({ person }) => person);
			return { to, content: { ...text, priority: critical ? 'critical' : 'high', more } };
		},
	});
}

function unique(recipients: readonly Recipient[]): readonly Recipient[] {
	const first = new Map<string, Recipient>();
	for (const recipient of recipients) {
		if (!first.has(recipient.person.person_id)) first.set(recipient.person.person_id, recipient);
	}
	return [...first.values()];
}
