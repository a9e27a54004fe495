import type { IDataObject } from 'n8n-workflow';

import { jsonIn } from '../../../scoring/measures/jsonIn';

/** The percent an earlier run gave a contract, from rows of cs_scores before the day. */
export function indexPrevious(rows: readonly IDataObject[], asOfOn: string): ReadonlyMap<string, number> {
	const newest = new Map<string, { on: string; value: number }>();
	for (const row of rows) {
		const on = String(row.as_of_on ?? '').slice(0, 10);
		if (!String(row.score).startsWith('renewal') || typeof row.value !== 'number' || on >= asOfOn) continue;
		const id = row.contract_id ?? jsonIn(row, 'detail_json').contract_id;
		const known = newest.get(String(id));
		if (known === undefined || known.on <= on) newest.set(String(id), { on, value: row.value });
	}
	return new Map([...newest].map(([id, { value }]) => [id, value]));
}
