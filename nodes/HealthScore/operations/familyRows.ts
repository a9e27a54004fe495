import { convertMoney } from '../../../scoring/core/convertMoney';
import { rollUpFamily, type FamilyMember, type FamilyMethod } from '../../../scoring/health/rollUpFamily';
import type { PortfolioOptions } from '../../../scoring/health/rollUpPortfolio';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import type { ScoredRow } from './readPortfolio';

/** One item per parent account, made from the scores of its children. */
export function* familyRows(
	rows: readonly ScoredRow[],
	method: FamilyMethod,
	options: PortfolioOptions,
): Generator<BatchRow> {
	const families = new Map<string, ScoredRow[]>();
	for (const row of rows) {
		if (row.parentId === null) continue;
		const children = families.get(row.parentId);
		if (children === undefined) families.set(row.parentId, [row]);
		else children.push(row);
	}
	const names = new Map(rows.map((row) => [row.accountId, row.name]));
	for (const [parentId, children] of [...families].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const family = rollUpFamily(
			children.map((child) => memberOf(child, options)),
			method,
			options.bands,
		);
		yield {
			json: {
				as_of_on: options.asOfOn ?? null,
				group_field: 'parent_id',
				group_key: parentId,
				accounts: children.length,
				scored: family.scored,
				insufficient: family.insufficient,
				mean: family.value,
				words: `${names.get(parentId) ?? parentId}: ${family.words}`,
				details: {
					rounded: family.rounded,
					band: family.band,
					coverage: family.coverage,
					worst:
						family.worst === null
							? null
							: { account_id: family.worst.accountId, name: family.worst.name, value: family.worst.value },
					children: children.map((child) => child.accountId),
				},
			},
			from: children.map((child) => child.index),
		};
	}
}

/** ARR counts in the report currency; without one, or without a rate, it is unknown. */
function memberOf(
	row: ScoredRow,
	{ reportCurrency, asOfOn = '9999-12-31', rates = [] }: PortfolioOptions,
): FamilyMember {
	const { accountId, name, value, coverage, arrMinor, currency } = row;
	const known = arrMinor !== null && currency !== null && reportCurrency !== undefined;
	return {
		accountId,
		name,
		value,
		coverage: coverage ?? (value === null ? 0 : 1),
		arrMinor: known ? convertMoney({ amountMinor: arrMinor, currency }, reportCurrency, asOfOn, rates) : null,
	};
}
