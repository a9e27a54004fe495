import { isDay } from '../core/isDay';
import type { Issue } from '../core/issue';
import type { BacktestOptions } from './Backtest';

const LONGEST = 1825;

/**
 * Faults of the options of a backtest, empty when it can run: the as-of day must be a day, horizons whole days from 1 to 1825 (five years), the staleness limit
 * 0 or more days, the threshold a finite number.
 *
 * @example
 * checkBacktestOptions({ asOfOn: 'today' }).map(({ code }) => code)
 * // => ['as-of-invalid']
 */
export function checkBacktestOptions(options: BacktestOptions): Issue[] {
	const issues: Issue[] = [];
	const fault = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'error' });
	};
	if (!isDay(options.asOfOn)) {
		fault(
			'as-of-invalid',
			'asOfOn',
			`The as-of day '${String(options.asOfOn)}' is not a calendar day.`,
			'Give a day in the form YYYY-MM-DD.',
		);
	}
	const horizons = [
		...(options.horizons ?? []),
		...(options.mainHorizon === undefined ? [] : [options.mainHorizon]),
	];
	for (const days of horizons) {
		if (!Number.isInteger(days) || days < 1 || days > LONGEST) {
			fault(
				'horizon-invalid',
				'horizons',
				`The horizon ${days} is not a whole number of days from 1 to ${LONGEST}.`,
				'Use days ahead of the outcome, for example 30, 60, 90 and 180.',
			);
		}
	}
	if (options.stalenessDays !== undefined && !(options.stalenessDays >= 0)) {
		fault(
			'staleness-invalid',
			'stalenessDays',
			`The staleness limit ${options.stalenessDays} is not a number of days.`,
			'Use 0 or more days, for example 35.',
		);
	}
	if (options.threshold !== undefined && options.threshold !== null && !Number.isFinite(options.threshold)) {
		fault(
			'threshold-invalid',
			'threshold',
			`The threshold ${options.threshold} is not a number.`,
			'Give the value at which the score warns, or leave it empty.',
		);
	}
	return issues;
}
