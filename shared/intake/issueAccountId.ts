import { nextAccountId } from '../../scoring/intake/nextAccountId';
import { normaliseDomain } from '../../scoring/intake/normaliseDomain';
import type { Json } from './ItemPreset';

const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/**
 * Gives accounts that have no id of ours one: the id of the account with the same domain, else the same name, so that a second run finds
 * what the first one made; else the next customer number. Remembers what it gave.
 *
 * @param accounts rows of cs_accounts that exist
 * @param ids further ids that are taken
 */
export function issueAccountId(accounts: readonly Json[], ids: Iterable<string>): (values: Json) => string {
	const taken = new Set(ids);
	const known = new Map<string, string>();
	const remember = (values: Json, accountId: string): void => {
		taken.add(accountId);
		for (const key of keysOf(values)) if (!known.has(key)) known.set(key, accountId);
	};
	for (const row of accounts) {
		const accountId = textOf(row.account_id);
		if (accountId !== null) remember(row, accountId);
	}
	return (values) => {
		const held = keysOf(values)
			.map((key) => known.get(key))
			.find((accountId) => accountId !== undefined);
		const accountId = held ?? nextAccountId(taken);
		remember(values, accountId);
		return accountId;
	};
}

function keysOf(values: Json): readonly string[] {
	const domain = textOf(values.domain);
	const name = textOf(values.name);
	const bare = domain === null ? null : normaliseDomain(domain);
	return [
		...(bare === null ? [] : [`domain ${bare}`]),
		...(name === null ? [] : [`name ${name.toLowerCase()}`]),
	];
}
