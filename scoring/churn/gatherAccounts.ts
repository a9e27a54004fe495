import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import type { Row } from '../measures/Records';

export interface GatheredAccount {
	readonly id: string;
	readonly account: Row;
}

/**
 * Accounts by id, each once: of several rows with one id the first is taken. Rows without an id are left out. Both are said.
 *
 * @example
 * gatherAccounts([{ account_id: 'a', tier: 'x' }, { account_id: 'a', tier: 'y' }]).accounts
 * // => [{ id: 'a', account: { account_id: 'a', tier: 'x' } }]
 */
export function gatherAccounts(rows: readonly Row[]): {
	readonly accounts: readonly GatheredAccount[];
	readonly notes: readonly Issue[];
} {
	const byId = new Map<string, Row>();
	const twice: string[] = [];
	let without = 0;
	for (const account of rows) {
		const id = account.account_id;
		if (id === undefined || id === null || id === '') {
			without++;
			continue;
		}
		if (byId.has(String(id))) twice.push(String(id));
		else byId.set(String(id), account);
	}
	const notes: Issue[] = [];
	if (twice.length > 0) {
		notes.push({
			code: 'accounts-duplicate',
			path: 'accounts.account_id',
			message: `${wordCount(twice.length, 'account comes', 'accounts come')} twice (${twice.slice(0, 3).join(', ')}${twice.length > 3 ? ', ...' : ''}); the first row of each was taken`,
			remedy: 'Merge the duplicates in the source',
			severity: 'warning',
		});
	}
	if (without > 0) {
		notes.push({
			code: 'accounts-without-id',
			path: 'accounts.account_id',
			message: `${wordCount(without, 'account has', 'accounts have')} no account_id and ${without === 1 ? 'was' : 'were'} left out`,
			remedy: 'Give every account an account_id',
			severity: 'warning',
		});
	}
	return { accounts: [...byId].map(([id, account]) => ({ id, account })), notes };
}
