import type { IDataObject } from 'n8n-workflow';

import { CHURN_TABLES, REVENUE_TABLES, SYNC_TABLES, TABLES, type Table } from '../../../shared/tables';

const ALL = [...TABLES, ...SYNC_TABLES, ...CHURN_TABLES, ...REVENUE_TABLES];
const known = new Map<string, Table | null>();

function closest(columns: ReadonlySet<string>): Table | null {
	let best: { readonly table: Table; readonly share: number } | null = null;
	for (const table of ALL) {
		if (!table.key.every((column) => columns.has(column))) continue;
		const share = table.columns.filter(({ name }) => columns.has(name)).length / table.columns.length;
		if (best === null || share > best.share) best = { table, share };
	}
	return best?.table ?? null;
}

/**
 * Which of our tables a row is of: it has the table's key columns, and of the tables whose key it has, the most of this one's columns. null: of
 * none. Rows of one table have the same columns, so each set of columns is looked at once.
 */
export function recogniseTable(row: IDataObject): Table | null {
	const names = Object.keys(row);
	const signature = names.join('\n');
	const held = known.get(signature);
	if (held !== undefined) return held;
	const table = closest(new Set(names));
	// Items of any shape may come; the memory is for the few shapes that rows have.
	if (known.size > 500) known.clear();
	known.set(signature, table);
	return table;
}
