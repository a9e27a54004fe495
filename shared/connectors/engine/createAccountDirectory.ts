import type { SourceId } from '../Source';
import type { AccountDirectory, KnownAccount } from './Engine';
import { filledText } from '../../filledText';

type Row = Readonly<Record<string, unknown>>;

/** `_source` of a cs_accounts row; null when it has none or `custom_json` cannot be read. */
function sourcePart(row: Row): Row | null {
	const custom = row['custom_json'];
	try {
		const parsed: unknown = typeof custom === 'string' ? JSON.parse(custom) : custom;
		if (typeof parsed !== 'object' || parsed === null) return null;
		const part: unknown = Reflect.get(parsed, '_source');
		return typeof part === 'object' && part !== null ? { ...part } : null;
	} catch {
		return null;
	}
}

function readKnown(system: SourceId, row: Row): KnownAccount | null {
	const accountId = filledText(row['account_id']);
	if (accountId === null) return null;
	const named = filledText(row['system']);
	if (named !== null && named !== system) return null;
	const part = named === null ? sourcePart(row) : null;
	const isOurs = part !== null && part['system'] === system;
	if (part !== null && !isOurs && filledText(row['external_id']) === null) return null;
	const derived = accountId.startsWith(`${system}:`) ? filledText(accountId.slice(system.length + 1)) : null;
	const externalId = filledText(row['external_id']) ?? (isOurs ? filledText(part['id']) : null) ?? derived;
	if (externalId === null) return null;
	const writtenHash = filledText(row['written_hash']) ?? (isOurs ? filledText(part['written_hash']) : null);
	return { accountId, externalId, rowHash: filledText(row['row_hash']), writtenHash };
}

/**
 * Accounts by vendor id and by our own id, from cs_aliases rows (`system`, `external_id`, `account_id`), cs_accounts rows (their
 * `custom_json._source`) or the account items of a read (`external_id`, `written_hash`), in any mixture. Rows of other systems and rows that name no
 * account are passed over. An alias that was merged away points to the survivor but is not its vendor id.
 */
export function createAccountDirectory(system: SourceId, rows: Iterable<Row>): AccountDirectory {
	const byExternal = new Map<string, string>();
	const byAccount = new Map<string, string>();
	const known = new Map<string, KnownAccount>();
	const gone = new Set<string>();

	for (const row of rows) {
		const account = readKnown(system, row);
		if (account === null) continue;
		byExternal.set(account.externalId, account.accountId);
		if (filledText(row['merged_at']) !== null) {
			gone.add(account.externalId);
			continue;
		}
		if (row['deleted'] === true) gone.add(account.externalId);
		else if (!byAccount.has(account.accountId)) byAccount.set(account.accountId, account.externalId);
		const before = known.get(account.externalId);
		known.set(account.externalId, {
			...account,
			rowHash: account.rowHash ?? before?.rowHash ?? null,
			writtenHash: account.writtenHash ?? before?.writtenHash ?? null,
		});
	}
	const enter = (externalId: string, accountId: string) => {
		byExternal.set(externalId, accountId);
		byAccount.set(accountId, externalId);
		gone.delete(externalId);
	};
	return {
		accountIdOf: (externalId) => byExternal.get(externalId) ?? null,
		externalIdOf: (accountId) => byAccount.get(accountId) ?? null,
		claim: (externalId, accountId) => {
			const holder = byAccount.get(accountId);
			if (holder !== undefined && holder !== externalId) return holder;
			enter(externalId, accountId);
			return null;
		},
		enterMerged: (externalId, accountId) => {
			const old = byExternal.get(externalId);
			if (old !== undefined && byAccount.get(old) === externalId) byAccount.delete(old);
			byExternal.set(externalId, accountId);
			gone.add(externalId);
		},
		move: enter,
		known: (externalId) => known.get(externalId) ?? null,
		knownIds: () => [...known.keys()].filter((externalId) => !gone.has(externalId)),
	};
}
