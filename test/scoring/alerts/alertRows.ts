import type { AlertAccount, AlertScore, PersonRow } from '../../../scoring/alerts/AlertRows';
import type { HealthAlerts, HealthAlertsInput } from '../../../scoring/alerts/HealthAlerts';
import { raiseHealthAlerts } from '../../../scoring/alerts/raiseHealthAlerts';

export const DAY = '2024-01-15';

export function person(id: string, more: Partial<PersonRow> = {}): PersonRow {
	return {
		person_id: id,
		name: id.toUpperCase(),
		email: `${id}@example.com`,
		role: 'csm',
		absent_from_on: null,
		absent_to_on: null,
		deputy_id: null,
		...more,
	};
}

export function account(id: string, more: Partial<AlertAccount> = {}): AlertAccount {
	return {
		account_id: id,
		name: `Account ${id}`,
		csm_id: 'cara',
		ae_id: 'abe',
		arr_minor: 12_000_000,
		currency: 'USD',
		source: 'crm',
		source_updated_at: '2024-01-14T12:00:00.000Z',
		deleted: false,
		...more,
	};
}

/** `before` null: no earlier score. */
export function score(accountId: string, before: number | null, rounded: number | null): AlertScore {
	return {
		accountId,
		rounded,
		previous: before === null ? null : { on: '2024-01-14', rounded: before },
		band: 'fair',
		reason: null,
		lost: ['Active users 31 %: costs 12.4 points', 'NPS 4: costs 6 points'],
	};
}

export const PEOPLE = [
	person('cara'),
	person('abe', { role: 'ae' }),
	person('eve', { role: 'executive' }),
	person('ops', { role: 'cs_ops' }),
];

export function input(more: Partial<HealthAlertsInput> = {}): HealthAlertsInput {
	return {
		scores: [],
		accounts: [account('a'), account('b')],
		people: PEOPLE,
		ledger: [],
		outbox: [],
		audit: [],
		thresholds: { alertBelow: 70, executiveBelow: 50 },
		digestPersonId: 'ops',
		runId: 'run-1',
		asOf: '2024-01-15T00:05:00.000Z',
		businessDayOn: DAY,
		...more,
	};
}

export function raised(more: Partial<HealthAlertsInput> = {}): HealthAlerts {
	const outcome = raiseHealthAlerts(input(more));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	return outcome.value;
}

/** The tables after the rows of a result were written, as inserts and as updates where rev is one less. */
export function written(
	state: HealthAlertsInput,
	result: Pick<HealthAlerts, 'alerts' | 'changes' | 'messages' | 'audit'>,
): HealthAlertsInput {
	const ledger = state.ledger.map(
		(row) =>
			result.changes.find((next) => next.alert_key === row.alert_key && next.rev === row.rev + 1) ?? row,
	);
	return {
		...state,
		ledger: [...ledger, ...result.alerts],
		outbox: [...state.outbox, ...result.messages],
		audit: [...state.audit, ...result.audit],
	};
}
