import type { Issue } from '../core/issue';
import { isDay } from '../core/isDay';
import { checkPortfolio } from './checkPortfolio';
import type { SnapshotOptions, SnapshotPortfolio } from './SnapshotOptions';

/**
 * What makes snapshots impossible: no accounts, no outcomes, a day that is none, spans that are no whole days.
 *
 * @example
 * checkSnapshotInput({ accounts: [{}], records: new Map(), outcomes: [] }, { asOfOn: '2026-01-15' }).map(({ code }) => code)
 * // => ['no-outcomes']
 */
export function checkSnapshotInput(portfolio: SnapshotPortfolio, options: SnapshotOptions): readonly Issue[] {
	const issues: Issue[] = [...checkPortfolio(portfolio)];
	const fault = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'error' });
	};
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
