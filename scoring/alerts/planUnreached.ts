import type { PersonRow } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import type { AlertsInput, Unreached } from './HealthAlerts';
import { healthSubject } from './healthSubject';
import { planOnce, type PlannedOnce } from './planOnce';

/**
 * Plans the one message of a business day (`unreached:<day>`, `churn-unreached:<day>`) that names every account whose alert reaches nobody, with the reason,
 * to the digest person; with nobody to name it is planned for the channel alone.
 */
export function planUnreached(
	unreached: readonly Unreached[],
	to: PersonRow | null,
	input: AlertsInput,
	subject: AlertSubject = healthSubject,
): PlannedOnce {
	return planOnce({
		effectKey: `${subject.keyPrefix}unreached:${input.businessDayOn}`,
		accountId: null,
		parts: new Map(unreached.map((alert) => [alert.alertKey, alert])),
		field: 'alert_keys',
		outbox: input.outbox,
		evenToNobody: true,
		asOf: input.asOf,
		write: (parts) => {
			const title = `${parts.length} ${subject.score} ${parts.length === 1 ? 'alert reaches' : 'alerts reach'} nobody`;
			const text = [
				`${title}. Please take them over, and mend cs_accounts or cs_people:`,
				...parts.map(({ name, cause, reason }) => `- ${name} (${cause.replaceAll('_', ' ')}): ${reason}`),
			].join('\n');
			const more = { count: parts.length, run_id: input.runId };
			return { to: to === null ? [] : [to], content: { title, text, priority: 'high', more } };
		},
	});
}
