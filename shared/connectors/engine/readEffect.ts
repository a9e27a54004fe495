import { isDay } from '../../../scoring/core/isDay';
import type { OpportunityEffect, Source, TaskEffect } from '../Source';
import { effectKey } from './effectKey';
import type { AccountDirectory } from './Engine';

type Row = Readonly<Record<string, unknown>>;

export type ReadEffect =
	| { readonly kind: 'opportunity'; readonly effect: OpportunityEffect }
	| { readonly kind: 'task'; readonly effect: TaskEffect }
	| {
			readonly kind: 'refused';
			readonly effectKey: string;
			readonly accountId: string | null;
			readonly message: string;
			readonly remedy: string;
	  };

const PRIORITIES = ['high', 'low', 'medium', 'urgent'] as const;
const KINDS = ['expansion', 'new', 'renewal'] as const;
const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : null;

/** The payload's fields over the row's own; a payload that is no object is none. */
function flatten(row: Row): Row {
	const payload = row['payload_json'];
	if (payload === undefined || payload === null || payload === '') return row;
	try {
		const parsed: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
		return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
			? { ...row, ...parsed }
			: row;
	} catch {
		return row;
	}
}

/** Vendor id of a user: given as such, or out of our `system:id`. */
function ownerOf(row: Row, source: Source): string | null {
	const given = textOf(row['owner_external_id']);
	if (given !== null) return given;
	const owner = textOf(row['owner_id']);
	const prefix = `${source.id}:`;
	return owner !== null && owner.startsWith(prefix) ? textOf(owner.slice(prefix.length)) : null;
}

/** A task or opportunity out of a cs_outbox row or plain item, or the reason why it is none. */
export function readEffect(
	source: Source,
	kind: 'opportunity' | 'task',
	given: Row,
	keyField: string,
	accounts: AccountDirectory,
): ReadEffect {
	const row = flatten(given);
	const accountId = textOf(given['account_id']) ?? textOf(row['account_id']);
	const key = effectKey(
		{ ...row, effect_key: given['effect_key'] ?? row['effect_key'] },
		kind,
		accountId ?? '',
	);
	const refuse = (message: string, remedy: string): ReadEffect => ({
		kind: 'refused',
		effectKey: key,
		accountId,
		message,
		remedy,
	});
	if (accountId === null) return refuse(`The ${kind} ${key} names no account.`, 'Give it an account_id.');
	const prefix = `${source.id}:`;
	const accountExternalId =
		textOf(row['account_external_id']) ??
		accounts.externalIdOf(accountId) ??
		(accountId.startsWith(prefix) ? textOf(accountId.slice(prefix.length)) : null);
	if (accountExternalId === null && keyField === '') {
		return refuse(
			`For account ${accountId} no ${source.label} record is known.`,
			`Connect the accounts of this source to the second input, or set the field in ${source.label} that holds the account id.`,
		);
	}
	const on =
		textOf(row[kind === 'task' ? 'due_on' : 'close_on']) ?? textOf(row['due_at'])?.slice(0, 10) ?? '';
	const dayName = kind === 'task' ? 'due_on' : 'close_on';
	if (!isDay(on))
		return refuse(`The ${kind} ${key} has no ${dayName}.`, `Give it a ${dayName} as YYYY-MM-DD.`);
	const common = { effectKey: key, accountId, accountExternalId, ownerExternalId: ownerOf(row, source) };
	if (kind === 'task') {
		const title = textOf(row['title']);
		if (title === null) return refuse(`The task ${key} has no title.`, 'Give it a title.');
		const priority = PRIORITIES.find((one) => one === row['priority']) ?? 'medium';
		return { kind, effect: { ...common, title, text: textOf(row['text']) ?? '', dueOn: on, priority } };
	}
	const amount = row['amount_minor'];
	return {
		kind,
		effect: {
			...common,
			name: textOf(row['name']) ?? textOf(row['title']) ?? key,
			kind: KINDS.find((one) => one === (row['opportunity_kind'] ?? row['kind'])) ?? 'expansion',
			amountMinor: typeof amount === 'number' && Number.isSafeInteger(amount) ? amount : null,
			currency: textOf(row['currency']),
			stage: textOf(row['stage']),
			closeOn: on,
			externalId: textOf(given['external_id']),
		},
	};
}
