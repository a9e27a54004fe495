import type { AlertsInput, HealthAlerts } from '../../../scoring/alerts/HealthAlerts';
import { readDetail } from '../../../scoring/alerts/readDetail';

type Keyed = Pick<AlertsInput['outbox'][number], 'effect_key' | 'account_id' | 'payload_json'>;

/**
 * Says of which scores (positions in the first input) a row was made, by its alert_key or effect_key: the account's score, or for a
 * digest those of all accounts in it. null, all of them, where that is not known.
 */
export function linkRows(
	input: AlertsInput,
	result: HealthAlerts,
	positions: ReadonlyMap<string, number>,
): (key: string) => number | readonly number[] | null {
	const accountOfAlert = new Map(
		[...input.ledger, ...result.alerts].map((row) => [row.alert_key, row.account_id]),
	);
	const messages = new Map<string, Keyed>(
		[...input.outbox, ...result.messages].map((row) => [row.effect_key, row]),
	);
	const accountsIn = (message: Keyed): readonly string[] => {
		const { account_ids: ids, alert_keys: keys } = readDetail(message.payload_json);
		if (Array.isArray(ids)) return ids.map(String);
		return Array.isArray(keys) ? keys.flatMap((key) => accountOfAlert.get(String(key)) ?? []) : [];
	};
	return (key) => {
		const message = messages.get(key);
		const account = accountOfAlert.get(key) ?? message?.account_id ?? null;
		if (account !== null) return positions.get(account) ?? null;
		if (message === undefined) return null;
		const found = accountsIn(message).flatMap((id) => positions.get(id) ?? []);
		return found.length === 0 ? null : found;
	};
}
