import type { IDataObject } from 'n8n-workflow';

/** The expansion score of each account by its id, from rows of cs_scores of a day before; of several days the last. */
export function indexPrevious(rows: readonly IDataObject[], day: string): ReadonlyMap<string, number> {
	const newest = new Map<string, { on: string; value: number }>();
	for (const { score, account_id: accountId, as_of_on: asOfOn, value } of rows) {
		const on = String(asOfOn ?? '').slice(0, 10);
		if (score !== 'expansion' || typeof value !== 'number' || on >= day) continue;
		const id = String(accountId);
		if ((newest.get(id)?.on ?? '') <= on) newest.set(id, { on, value });
	}
	return new Map([...newest].map(([id, { value }]) => [id, value]));
}
