import type { AlertAccount, SyncRow } from './AlertRows';

/** Date.parse alone would read a plain number as a year. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

export interface Freshness {
	readonly source: string;
	/** UTC instant of the newest sign of life: a change of an account, or a read of the source. */
	readonly lastUpdatedAt: string;
}

/**
 * The newest sign of life per source, by name: `source_updated_at` of accounts, `last_full_at` and `watermark` of cs_sync_state. What
 * is no instant does not count; a source without any instant is not listed, because not observed is not stale.
 *
 * @example
 * sourceFreshness([], [{ source: 'crm', watermark: '2024-01-15T00:00:00Z', last_full_at: null }])
 * // => [{ source: 'crm', lastUpdatedAt: '2024-01-15T00:00:00Z' }]
 */
export function sourceFreshness(
	accounts: readonly AlertAccount[],
	syncs: readonly SyncRow[],
): readonly Freshness[] {
	const newest = new Map<string, string>();
	const signs = [
		...accounts.map((row) => [row.source, row.source_updated_at] as const),
		...syncs.flatMap((row) => [
			[row.source, row.last_full_at] as const,
			[row.source, row.watermark] as const,
		]),
	];
	for (const [source, at] of signs) {
		if (source === null || at === null || !INSTANT.test(at) || Number.isNaN(Date.parse(at))) continue;
		const known = newest.get(source);
		if (known === undefined || Date.parse(at) > Date.parse(known)) newest.set(source, at);
	}
	return [...newest]
		.map(([source, lastUpdatedAt]) => ({ source, lastUpdatedAt }))
		.sort((left, right) => (left.source < right.source ? -1 : 1));
}
