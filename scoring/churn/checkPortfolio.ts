import type { Issue } from '../core/issue';
import type { SnapshotPortfolio } from './SnapshotOptions';

/**
 * What no history can be read from: no accounts, no outcomes.
 *
 * @example
 * checkPortfolio({ accounts: [{}], records: new Map(), outcomes: [] }).map(({ code }) => code)
 * // => ['no-outcomes']
 */
export function checkPortfolio({ accounts, outcomes }: SnapshotPortfolio): readonly Issue[] {
	const issues: Issue[] = [];
	if (accounts.length === 0) {
		issues.push({
			code: 'no-accounts',
			path: 'accounts',
			message: 'There is no account',
			remedy: 'Connect the rows of cs_accounts to the first input',
			severity: 'error',
		});
	}
	if (outcomes.length === 0) {
		issues.push({
			code: 'no-outcomes',
			path: 'outcomes',
			message: 'There is no outcome, so nothing says which accounts churned',
			remedy: 'Add the rows of cs_outcomes (kind churned, with occurred_on) to the records',
			severity: 'error',
		});
	}
	return issues;
}
