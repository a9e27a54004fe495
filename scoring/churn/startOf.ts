import { instantIn } from '../measures/instantIn';
import type { AccountRecords, Row } from '../measures/Records';
import { knownSpan } from './knownSpan';

/**
 * First day on which an account was a customer, as milliseconds since 1970: `started_on` of its row, else the earliest start of a contract,
 * else its first usage, as far as known at the cut. null when nothing tells.
 *
 * @example
 * startOf({ started_on: '1970-01-02' }, { contracts: [], usage: [] }, 1e9)
 * // => 86400000
 */
export function startOf(
	account: Row,
	records: Pick<AccountRecords, 'contracts' | 'usage'>,
	cut: number,
): number | null {
	const own = instantIn(account, 'started_on');
	if (own !== null) return own;
	return earliest(records.contracts, cut) ?? earliest(records.usage, cut);
}

function earliest(rows: readonly Row[], cut: number): number | null {
	let first: number | null = null;
	for (const row of rows) {
		const at = instantIn(row, 'starts_on');
		if (at === null || at > cut || knownSpan(row).from > cut) continue;
		if (first === null || at < first) first = at;
	}
	return first;
}
