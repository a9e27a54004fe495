import type { CanonicalRow } from '../../scoring/core/CanonicalModel';
import type { Issue } from '../../scoring/core/issue';
import { normaliseRow } from '../../scoring/intake/normaliseRow';
import { rowKey } from '../../scoring/intake/rowKey';
import { finishAccount } from '../connectors/engine/finishAccount';
import { createAccountFinder, type AccountFinder } from './createAccountFinder';
import { SOURCE_OBJECT, TABLE_OBJECT } from './itemObjects';
import type { ItemProblem, ItemRow, ItemsRequest, ItemsResult, Json } from './ItemPreset';
import { itemFaults } from './itemFaults';
import { ownRows } from './ownRows';
import { shapeItem, type ShapedItem } from './shapeItem';
import { listUnmapped } from './listUnmapped';
import { vendorRows } from './vendorRows';

/** Records of systems and rows of tables as rows of ours; see `normaliseItems`. */
export function normaliseRecords(request: ItemsRequest): ItemsResult {
	const { preset } = request;
	const object = TABLE_OBJECT[request.object];
	const isOwn = preset === 'dataTable' || preset === 'googleSheets' || preset === 'postgres';
	const own = isOwn ? ownRows(object, request) : null;
	const wanted = SOURCE_OBJECT[request.object];
	const isVendor = !isOwn && preset !== 'googleCalendar' && preset !== 'outlook';
	const vendor = isVendor && wanted !== undefined ? vendorRows(preset, wanted, request) : null;
	const rows: ItemRow[] = [];
	const problems: ItemProblem[] = [];
	const empty = { rows, problems, removed: [], nextMeetings: {}, unmapped: [] };
	if (vendor === null && own === null) {
		return { ...empty, notes: [itemFaults.noSuchObject(preset, request.object)] };
	}
	const accounts = createAccountFinder(request);
	const seen = new Set<string>();
	request.items.forEach((item, itemIndex) => {
		const shaped = shapeItem(item, object, preset, vendor, own);
		if ('issue' in shaped) {
			problems.push({ itemIndex, object, externalId: null, issues: [shaped.issue], usable: false });
			return;
		}
		for (const one of shaped.rows) {
			const added = readOne(one, item, request, accounts, seen);
			const about = { itemIndex, object: one.object, externalId: one.record?.id ?? null };
			if (added.row !== null) {
				rows.push({ ...about, row: added.row, raw: added.raw });
				const alias = aliasOf(one, String(added.row.account_id));
				if (alias !== null) rows.push({ ...about, object: 'aliases', row: alias, raw: {} });
			}
			if (added.issues.length > 0) {
				problems.push({ ...about, issues: added.issues, usable: added.row !== null });
			}
		}
	});
	const unmapped = listUnmapped(request.items, vendor?.read ?? own?.read ?? new Set());
	return { ...empty, notes: accounts.issues, unmapped };
}

/** An account that is not called `system:id` is found again by its children through this row; null: none is needed. */
function aliasOf({ object, record, system }: ShapedItem, accountId: string): CanonicalRow | null {
	if (object !== 'accounts' || record === null || system === null) return null;
	if (accountId === `${system}:${record.id}`) return null;
	return { system, external_id: record.id, account_id: accountId, merged_at: null };
}

/** row null: it cannot be used, or its key was there before. */
function readOne(
	one: ShapedItem,
	item: Json,
	request: ItemsRequest,
	accounts: AccountFinder,
	seen: Set<string>,
): { readonly row: ItemRow['row'] | null; readonly raw: ItemRow['raw']; readonly issues: readonly Issue[] } {
	const { object, record } = one;
	const { accountId, issues: accountIssues } = accounts.accountOf(one, item);
	const parent = one.values.parent_external_id;
	const hasParent = typeof parent === 'string' || typeof parent === 'number';
	const values = {
		...one.values,
		...(accountId !== null && { account_id: accountId }),
		...(hasParent && { parent_id: accounts.idOf(String(parent)) }),
	};
	const normalised = normaliseRow(object, values, {
		origin: request.preset === 'dataTable' ? 'own' : 'vendor',
		amounts: one.amounts,
		currency: request.currency,
	});
	const { row, raw, usable } = normalised;
	const issues = [...normalised.issues, ...accountIssues];
	if (!usable) return { row: null, raw, issues };
	const key = rowKey(object, row);
	if (seen.has(`${object}\n${key}`)) {
		return { row: null, raw, issues: [...issues, itemFaults.sameKey(object, key)] };
	}
	seen.add(`${object}\n${key}`);
	// An account says where it came from, so that a score finds its way back to it.
	const isRecord = object === 'accounts' && record !== null && one.system !== null;
	const finished = isRecord ? finishAccount(one.system, record, row, new Set(), one.writtenHash) : row;
	return { row: finished, raw, issues };
}
