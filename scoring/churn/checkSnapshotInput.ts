import type { Issue } from '../core/issue';
import { isDay } from '../core/isDay';
import type { SnapshotOptions, SnapshotPortfolio } from './SnapshotOptions';

/**
 * What makes snapshots impossible: no accounts, no outcomes, a day that is none, spans that are no whole days.
 *
 * @example
 * checkSnapshotInput({ accounts: [{}], records: new Map(), outcomes: [] }, { asOfOn: '2026-01-15' }).map(({ code }) => code)
 * // => ['no-outcomes']
 */
export function checkSnapshotInput(portfolio: SnapshotPortfolio, options: SnapshotOptions): readonly Issue[] {
	const issues: Issue[] = [];
	const fault = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'error' });
	};
	if (portfolio.accounts.length === 0) {
		fault(
			'no-accounts',
			'accounts',
			'There is no account',
			'Connect the rows of cs_accounts to the first input',
		);
	}
	if (portfolio.outcomes.length === 0) {
		fault(
			'no-outcomes',
			'outcomes',
			'There is no outcome, so nothing says which accounts churned',
			'Add the rows of cs_outcomes (kind churned, with occurred_on) to the records',
		);
	}
	if (!isDay(options.asOfOn)) {
		fault('as-of', 'asOfOn', `asOfOn is ${String(options.asOfOn)}: expected a day YYYY-MM-DD`, 'Enter a day');
	}
	const spans = { horizonDays: options.horizonDays ?? 90, stepDays: options.stepDays ?? 30 };
	for (const [name, days] of Object.entries({ ...spans, gapDays: options.gapDays ?? 0 })) {
		const least = name === 'gapDays' ? 0 : 1;
		if (Number.isInteger(days) && days >= least && days <= 3660) continue;
		fault(
			'days',
			name,
			`${name} is ${String(days)}: expected whole days from ${least} to 3660`,
			'Enter a whole number',
		);
	}
	return issues;
}
