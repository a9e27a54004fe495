import type { RawRecord, Source, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { accountIdOf } from './accountIdOf';
import type { AccountDirectory } from './Engine';

const PER_LOOK_UP = 100;

/** Accounts that other records point to, found out once each. */
export interface AccountFinder {
	/** Looks up those of the vendor ids that nobody knows yet. */
	readonly find: (externalIds: Iterable<string>) => Promise<void>;
	/** Our id of the account with this vendor id; null: there is no such account. */
	readonly idOf: (externalId: string) => string | null;
	/** Whether the vendor still has this account under this id. */
	readonly isThere: (externalId: string) => Promise<boolean>;
}

/**
 * Finds the account ids of accounts that were not read in this run: from the directory, then from the vendor (a hundred at a time). Without a key
 * field no look-up is needed: the id is `system:vendor id`.
 */
export function lookUpMissing(
	source: Source,
	settings: SourceSettings,
	call: Call,
	accounts: AccountDirectory,
): AccountFinder {
	const absent = new Set<string>();
	const lookUp = async (ids: readonly string[]): Promise<readonly RawRecord[]> =>
		(await source.lookUpAccounts?.(call, settings, ids)) ?? [];

	const find = async (externalIds: Iterable<string>) => {
		const unknown = [...new Set(externalIds)].filter(
			(id) => accounts.accountIdOf(id) === null && !absent.has(id),
		);
		if (settings.keyField === '') return;
		for (let start = 0; start < unknown.length; start += PER_LOOK_UP) {
			const ids = unknown.slice(start, start + PER_LOOK_UP);
			for (const record of await lookUp(ids)) {
				const id = accountIdOf(source.id, settings, record, accounts).accountId;
				if (id !== null && record.removed !== true) accounts.claim(record.id, id);
			}
			for (const id of ids) if (accounts.accountIdOf(id) === null) absent.add(id);
		}
	};
	return {
		find,
		idOf: (externalId) =>
			accounts.accountIdOf(externalId) ?? (settings.keyField === '' ? `${source.id}:${externalId}` : null),
		isThere: async (externalId) => {
			if (source.lookUpAccounts === undefined) return true;
			return (await lookUp([externalId])).some(
				(record) => record.id === externalId && record.removed !== true,
			);
		},
	};
}
