import { convertMoney } from '../core/convertMoney';
import type { AlertAccount, PersonRow } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import type { Fall } from './findCrossings';
import type { AlertsInput } from './HealthAlerts';
import { healthSubject } from './healthSubject';
import { planOnce, type PlannedOnce } from './planOnce';
import { writeDigestText } from './writeDigestText';

/**
 * Plans the one message of a business day (`digest:<day>`, `churn-digest:<day>`) about accounts that start beyond a threshold, to the digest person; with
 * nobody to name it is planned for the channel alone.
 */
export function planDigest(
	falls: readonly Fall[],
	accounts: ReadonlyMap<string, AlertAccount>,
	to: PersonRow | null,
	input: AlertsInput,
	subject: AlertSubject = healthSubject,
): PlannedOnce {
	const comparableArr = (account: AlertAccount | null): number | null => {
		const { arr_minor: amountMinor = null, currency = null } = account ?? {};
		if (amountMinor === null || currency === null) return null;
		return convertMoney(
			{ amountMinor, currency },
			input.currency ?? 'USD',
			input.businessDayOn,
			input.rates ?? [],
		);
	};
	return planOnce({
		effectKey: `${subject.keyPrefix}digest:${input.businessDayOn}`,
		accountId: null,
		parts: new Map(falls.map((fall) => [fall.score.accountId, fall])),
		field: 'account_ids',
		outbox: input.outbox,
		evenToNobody: true,
		asOf: input.asOf,
		write: (parts) => {
			const entries = parts.map((fall) => {
				const account = accounts.get(fall.score.accountId) ?? null;
				return { fall, account, comparableArr: comparableArr(account) };
			});
			const more = { count: parts.length, run_id: input.runId };
			return {
				to: to === null ? [] : [to],
				content: { ...writeDigestText(entries, subject), priority: 'normal', more },
			};
		},
	});
}
