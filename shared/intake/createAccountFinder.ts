import { modelOf } from '../../scoring/core/modelOf';
import type { Issue } from '../../scoring/core/issue';
import { readAliases } from '../../scoring/intake/readAliases';
import { readId } from '../../scoring/intake/readId';
import { readField } from '../fields/readField';
import type { ItemsRequest, Json } from './ItemPreset';
import { issueAccountId } from './issueAccountId';
import { itemFaults } from './itemFaults';
import type { ShapedItem } from './shapeItem';
import { wordOf } from '../../scoring/intake/wordOf';

export interface AccountFinder {
	/** Which account a row belongs to, after all merges; null: none that is known. */
	readonly accountOf: (
		shaped: ShapedItem,
		item: Json,
	) => { readonly accountId: string | null; readonly issues: readonly Issue[] };
	/** The account that a record of the system stands for. */
	readonly idOf: (externalId: string) => string | null;
	/** Of cs_aliases. */
	readonly issues: readonly Issue[];
}

/**
 * Finds the account of a row: an account by its key field, else by cs_aliases, else `system:id`; a child by its account's record in the
 * system (cs_aliases, else `system:id`) or by the account id it names. Merged accounts become their survivor. A child without an account, or
 * with one that is not among the accounts handed over, is reported and kept.
 */
export function createAccountFinder(request: ItemsRequest): AccountFinder {
	const { preset, keyField } = request;
	const aliases = readAliases(
		request.aliases.map(
			({ system, external_id: externalId, account_id: accountId, merged_at: mergedAt }) => ({
				system: wordOf(system),
				external_id: wordOf(externalId),
				account_id: wordOf(accountId),
				merged_at: typeof mergedAt === 'string' ? mergedAt : null,
			}),
		),
	);
	const known = new Set(request.accounts.map(({ account_id: accountId }) => wordOf(accountId)));
	const idIn = (value: unknown): string | null => {
		const id = readId(value).value;
		return typeof id === 'string' ? aliases.survivorOf(id) : null;
	};
	const idOf = (externalId: string): string | null =>
		aliases.accountOf(preset, externalId) ?? idIn(`${preset}:${externalId}`);
	const issue = issueAccountId(
		request.accounts,
		request.aliases.map(({ account_id: accountId }) => wordOf(accountId)),
	);
	const accountIdOf = (
		{ object, values, accountExternalId, record }: ShapedItem,
		item: Json,
	): string | null => {
		if (object === 'accounts') {
			const key = keyField === '' ? null : idIn(keyIn(item, keyField));
			const aliased = record === null ? null : aliases.accountOf(preset, record.id);
			const isNew = request.newIds === true;
			const given = isNew && record !== null ? null : idIn(values.account_id);
			return key ?? aliased ?? given ?? (isNew ? issue(values) : null);
		}
		return accountExternalId === null ? idIn(values.account_id) : idOf(accountExternalId);
	};
	return {
		idOf,
		issues: aliases.issues,
		accountOf: (shaped, item) => {
			const accountId = accountIdOf(shaped, item);
			const hasAccount = modelOf(shaped.object).fields.some(({ name }) => name === 'account_id');
			if (shaped.object === 'accounts' || shaped.object === 'aliases' || !hasAccount) {
				return { accountId, issues: [] };
			}
			if (accountId === null) return { accountId, issues: [itemFaults.accountMissing(shaped.object)] };
			const isOrphan = known.size > 0 && !known.has(accountId);
			return { accountId, issues: isOrphan ? [itemFaults.accountUnknown(accountId)] : [] };
		},
	};
}

/** The key field as it stands, or where each system nests its fields. */
const keyIn = (item: Json, name: string): unknown =>
	readField(item, name) ??
	readField(item, `properties.${name}.value`) ??
	readField(item, `properties.${name}`) ??
	readField(item, `fields.${name}`) ??
	readField(item, `custom_fields.${name}`);
