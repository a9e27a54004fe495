import type { RateRow } from '../core/convertMoney';
import type { AlertAccount, AlertRow, OutboxRow, PersonRow, RunRow, SyncRow } from './AlertRows';
import { readDetail } from './readDetail';
import { readValue, type ValueReader } from './readValue';

type Row = Readonly<Record<string, unknown>>;

export interface ContextRows {
	readonly accounts: AlertAccount[];
	readonly people: PersonRow[];
	readonly ledger: AlertRow[];
	readonly outbox: OutboxRow[];
	readonly audit: Array<{ readonly audit_id: string }>;
	readonly runs: RunRow[];
	readonly rates: RateRow[];
	readonly syncs: SyncRow[];
	/** How many rows fit no table that is read here. */
	unrecognised: number;
}

/**
 * Sorts rows of several tables, mixed in one input, by their key column: alert_key (cs_alerts), effect_key (cs_outbox), audit_id
 * (cs_audit), person_id (cs_people), stage with business_day_on (cs_runs), from_currency (cs_rates), watermark (cs_sync_state), account_id with
 * csm_id or tier (cs_accounts). Rows keep the order of their `id`, because of several rows with one key the lowest id counts.
 * Empty rows are ignored, others counted as unrecognised.
 *
 * @example
 * sortContextRows([{ person_id: 'mia', role: 'csm' }]).people.length
 * // => 1
 */
export function sortContextRows(rows: readonly Row[]): ContextRows {
	const found: ContextRows = {
		accounts: [],
		people: [],
		ledger: [],
		outbox: [],
		audit: [],
		runs: [],
		rates: [],
		syncs: [],
		unrecognised: 0,
	};
	const byId = [...rows].sort((left, right) => idOf(left) - idOf(right));
	for (const row of byId) {
		if (Object.keys(row).length > 0) put(row, readValue(row), found);
	}
	return found;
}

function idOf(row: Row): number {
	return typeof row.id === 'number' ? row.id : 0;
}

function put(row: Row, read: ValueReader, found: ContextRows): void {
	if ('alert_key' in row) found.ledger.push(alertOf(read));
	else if ('effect_key' in row) found.outbox.push(outboxOf(read));
	else if ('audit_id' in row) found.audit.push({ audit_id: read.text('audit_id') ?? '' });
	else if ('person_id' in row) found.people.push(personOf(read));
	else if ('stage' in row && 'business_day_on' in row) found.runs.push(runOf(read));
	else if ('from_currency' in row) found.rates.push(rateOf(read));
	else if ('watermark' in row) found.syncs.push(syncOf(read));
	else if ('account_id' in row && !('score' in row) && ('csm_id' in row || 'tier' in row)) {
		found.accounts.push(accountOf(read));
	} else found.unrecognised++;
}

function accountOf({ text, number, flag, instant }: ValueReader): AlertAccount {
	return {
		account_id: text('account_id') ?? '',
		name: text('name'),
		csm_id: text('csm_id'),
		ae_id: text('ae_id'),
		arr_minor: number('arr_minor'),
		currency: text('currency'),
		source: text('source'),
		source_updated_at: instant('source_updated_at'),
		deleted: flag('deleted'),
	};
}

function personOf({ text }: ValueReader): PersonRow {
	return {
		person_id: text('person_id') ?? '',
		name: text('name'),
		email: text('email'),
		role: text('role'),
		absent_from_on: text('absent_from_on'),
		absent_to_on: text('absent_to_on'),
		deputy_id: text('deputy_id'),
	};
}

function alertOf({ text, number, instant }: ValueReader): AlertRow {
	return {
		alert_key: text('alert_key') ?? '',
		account_id: text('account_id') ?? '',
		cause: text('cause') ?? '',
		priority: text('priority'),
		opened_at: instant('opened_at') ?? '',
		sent_to: text('sent_to'),
		channel: text('channel'),
		acknowledged_at: instant('acknowledged_at'),
		acknowledged_by: text('acknowledged_by'),
		escalated_at: instant('escalated_at'),
		closed_at: instant('closed_at'),
		detail_json: text('detail_json'),
		rev: number('rev') ?? 1,
	};
}

function outboxOf({ text, number, instant }: ValueReader): OutboxRow {
	return {
		effect_key: text('effect_key') ?? '',
		kind: text('kind') ?? '',
		account_id: text('account_id'),
		target: text('target'),
		payload_json: text('payload_json') ?? '',
		status: text('status') ?? '',
		claimed_by: text('claimed_by'),
		claimed_until: instant('claimed_until'),
		attempts: number('attempts') ?? 0,
		first_at: instant('first_at'),
		next_at: instant('next_at'),
		last_at: instant('last_at'),
		external_id: text('external_id'),
		error: text('error'),
		rev: number('rev') ?? 1,
	};
}

function runOf({ text, number, instant }: ValueReader): RunRow {
	return {
		run_id: text('run_id') ?? '',
		stage: text('stage') ?? '',
		business_day_on: text('business_day_on') ?? '',
		status: (text('status') ?? '').toLowerCase(),
		started_at: instant('started_at'),
		ended_at: instant('ended_at'),
		scored: number('scored'),
		message: text('message'),
		...suppressedIn(text('detail_json')),
	};
}

function suppressedIn(detailJson: string | null): Pick<RunRow, 'suppressed'> {
	const { suppressed } = readDetail(detailJson);
	return Array.isArray(suppressed) ? { suppressed: suppressed.map(String) } : {};
}

function rateOf({ text, number }: ValueReader): RateRow {
	return {
		day_on: text('day_on') ?? '',
		from_currency: text('from_currency') ?? '',
		to_currency: text('to_currency') ?? '',
		rate: number('rate') ?? NaN,
	};
}

function syncOf({ text, instant }: ValueReader): SyncRow {
	const [watermark, lastFullAt] = [instant('watermark'), instant('last_full_at')];
	return { source: text('source'), watermark, last_full_at: lastFullAt };
}
