import type { Issue } from '../core/issue';
import { isDay } from '../core/isDay';
import { checkPortfolio } from './checkPortfolio';
import type { LifetimeOptions } from './Lifetime';
import type { SnapshotPortfolio } from './SnapshotOptions';

const MOST_MONTHS = 120;

/**
 * What makes an estimate of lifetimes impossible: no accounts, no outcomes, a day that is none, a horizon that is no whole number of months from 1 to 120.
 *
 * @example
 * checkLifetimeInput({ accounts: [{}], outcomes: [{}], records: new Map() }, { asOfOn: '2026-01-15', horizonMonths: Infinity }).map(({ code }) => code)
 * // => ['months']
 */
export function checkLifetimeInput(
	portfolio: SnapshotPortfolio,
	{ asOfOn, horizonMonths = 12, recordedSince = null }: LifetimeOptions,
): readonly Issue[] {
	const issues: Issue[] = [...checkPortfolio(portfolio)];
	const fault = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'error' });
	};
	for (const [path, day] of Object.entries({ asOfOn, recordedSince: recordedSince ?? asOfOn })) {
		if (isDay(day)) continue;
		fault(
			'day',
			path,
			`${path} is ${String(day)}: expected a day YYYY-MM-DD`,
			'Enter a day such as 2024-01-31',
		);
	}
	if (isDay(recordedSince) && isDay(asOfOn) && recordedSince > asOfOn) {
		fault(
			'recorded-since',
			'recordedSince',
			`Churns are said to be recorded since ${recordedSince}, which lies after ${asOfOn}`,
			'Enter the first day of which every churn is in cs_outcomes, or leave it empty',
		);
	}
	if (!Number.isInteger(horizonMonths) || horizonMonths < 1 || horizonMonths > MOST_MONTHS) {
		fault(
			'months',
			'horizonMonths',
			`The horizon is ${String(horizonMonths)} months: expected a whole number from 1 to ${MOST_MONTHS}`,
			'Enter a whole number of months',
		);
	}
	return issues;
}
