import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';
import type { Issue } from '../../../scoring/core/issue';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { AtRiskRow } from '../../../scoring/health/rankAtRisk';
import type { PortfolioRow } from '../../../scoring/health/rollUpPortfolio';
import { instantIn } from '../../../scoring/measures/instantIn';
import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';
import { recordKind } from '../../../scoring/measures/recordKind';
import type { FieldNames } from '../../../shared/fields/fieldNames';
import { readField } from '../../../shared/fields/readField';
import { readMeasure } from '../../../shared/fields/readMeasure';
import { readAccount } from './readAccount';

/** A scored account with everything the roll-up and the call list ask for, and the item it came from. */
export type ScoredRow = PortfolioRow &
	AtRiskRow & {
		readonly index: number;
		/** 0 to 1; null: unknown. */
		readonly coverage: number | null;
		readonly parentId: string | null;
		/** Points against 30 days earlier; null: unknown. */
		readonly delta30: number | null;
	};

/** What stands on the Records input of a roll-up. */
export interface PortfolioContext {
	/** Rows of cs_accounts by account id. */
	readonly accounts: ReadonlyMap<string, IDataObject>;
	/** Rows of cs_rates. */
	readonly rates: readonly RateRow[];
	/** Tickets opened in the 30 days up to the day of the roll-up, by account; null: no tickets are connected. */
	readonly tickets: ReadonlyMap<string, number> | null;
}

interface Detail {
	rounded?: number | null;
	previous?: { rounded?: number | null } | null;
	days30?: { delta?: number | null } | null;
	lost?: Array<[label: string, points: number, words: string]>;
}

const MS_30_DAYS = 30 * 86_400_000;

const NO_ACCOUNT: Issue = {
	code: 'no-account-id',
	path: 'account_id',
	message: 'The item has no account_id.',
	remedy: 'Connect the output of "Score Accounts", or rows of the table cs_scores, to the first input.',
	severity: 'error',
};

/** Sorts the rows of the Records input into accounts and exchange rates; what is neither is left alone. */
export function readPortfolioContext(
	items: readonly INodeExecutionData[],
	names: FieldNames,
	asOf: string,
): PortfolioContext {
	const accounts = new Map<string, IDataObject>();
	const rates: RateRow[] = [];
	const tickets = new Map<string, number>();
	const cut = knowledgeCut(asOf);
	let hasTickets = false;
	for (const { json } of items) {
		if (json.from_currency !== undefined && json.rate !== undefined) {
			rates.push({ ...json, rate: Number(json.rate) } as unknown as RateRow);
			continue;
		}
		const kind = recordKind(json);
		if (kind === 'tickets') {
			hasTickets = true;
			const openedAt = instantIn(json, 'opened_at');
			const id = String(json.account_id);
			if (openedAt !== null && openedAt <= cut && openedAt > cut - MS_30_DAYS)
				tickets.set(id, (tickets.get(id) ?? 0) + 1);
		}
		if (kind !== null || json.score !== undefined) continue;
		const id = readField(json, names.of('account_id'));
		if (id !== null) accounts.set(String(id), json);
	}
	return { accounts, rates, tickets: hasTickets ? tickets : null };
}

/**
 * Reads one score row. Account fields come from the item, else from the account's row.
 *
 * @param groupBy meanings or names of the fields to group by
 */
export function readScoredRow(
	json: IDataObject,
	index: number,
	groupBy: readonly string[],
	context: PortfolioContext,
	names: FieldNames,
): ScoredRow | Issue {
	const id = json.account_id ?? readField(json, names.of('account_id'));
	if (id === null || id === undefined || id === '') return NO_ACCOUNT;
	const accountId = String(id);
	const detail = parse(json);
	const row = context.accounts.get(accountId);
	const fields = row === undefined ? json : { ...row, ...filled(json) };
	const account = readAccount(fields, names);
	const value = readMeasure(json.value);
	const score = typeof value === 'number' ? value : null;
	return {
		index,
		accountId,
		name: account.name,
		value: score,
		rounded: score === null ? null : roundHalfUp(score),
		band: text(json.band),
		previousRounded: detail.previous?.rounded ?? numberOrNull(json.previous_rounded),
		arrMinor: account.arrMinor,
		currency: account.currency,
		causes: (detail.lost ?? []).map(([, , words]) => words),
		coverage: numberOrNull(json.coverage),
		parentId: text(readField(fields, names.of('parent_id'))),
		delta30: detail.days30?.delta ?? null,
		delta: numberOrNull(json.delta),
		trend: text(json.trend),
		fields: Object.fromEntries(
			groupBy.map((field) => [field, text(readField(fields, names.of(field)) ?? readField(fields, field))]),
		),
	};
}

/** Fields of the item that hold something, so that an empty one does not hide the account's. */
function filled(json: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(json).filter(([, value]) => value !== null && value !== '' && value !== undefined),
	);
}

function parse(json: IDataObject): Detail {
	if (typeof json.details === 'object' && json.details !== null) return json.details as unknown as Detail;
	if (typeof json.detail_json !== 'string') return {};
	try {
		return (JSON.parse(json.detail_json) as Detail | null) ?? {};
	} catch {
		return {};
	}
}

const text = (value: unknown): string | null =>
	value === null || value === undefined || value === '' || typeof value === 'object' ? null : String(value);
const numberOrNull = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;
