import { createRandom } from './createRandom';
import type { AccountRows } from './PortfolioRows';

/** One account in each block of so many carries a fault: six in 1,250. */
const BLOCK = 208;

const FAULTS = [
	'number_as_text',
	'negative_seats',
	'unknown_tier',
	'missing_account',
	'duplicate_account',
	'broken_json',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Which fault the account carries, if any: one account of each block, a different fault in each block. */
export function faultOf(seed: number, index: number): Fault | null {
	const block = Math.floor(index / BLOCK);
	const at = createRandom(seed, block, 'fault').integer(0, BLOCK - 1);
	return index === block * BLOCK + at ? (FAULTS[block % FAULTS.length] ?? null) : null;
}

/**
 * Spoils the rows of an account in the way real sources do: a word where a number belongs, negative seats, a tier nobody knows, records
 * without an account, an account that arrives twice, JSON cut off. Every column keeps its type, so a Data Table takes the row; finding
 * the fault is up to who reads it.
 */
export function breakRecords(rows: AccountRows, fault: Fault | null): void {
	const account = rows.cs_accounts[0];
	if (account === undefined || fault === null) return;
	const custom = String(account.custom_json ?? '{}');
	switch (fault) {
		case 'number_as_text':
			account.custom_json = JSON.stringify({
				...JSON.parse(custom),
				roi_demonstration: 'n/a',
				nps_score: 'n/a',
			});
			break;
		case 'negative_seats':
			account.seats = -5;
			break;
		case 'unknown_tier':
			account.tier = 'platinum';
			break;
		case 'missing_account':
			for (const row of [rows.cs_contacts[0], rows.cs_tickets[0], rows.cs_usage.at(-1)]) {
				if (row !== undefined) row.account_id = null;
			}
			break;
		case 'duplicate_account':
			rows.cs_accounts.push({ ...account, name: `${account.name} (copy)`, csm_id: null });
			break;
		case 'broken_json':
			account.custom_json = custom.slice(0, -5);
			break;
	}
}
