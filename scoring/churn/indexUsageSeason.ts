import type { Steps } from '../learn/Steps';
import type { UsageSeason } from './ChurnFacts';
import type { UsageLog } from './readUsageLog';
import { MS_PER_WEEK, WEEKS_LOOKED_AT } from './usageSeries';

/** Under this many accounts the median of a week is noise itself. */
const FEWEST_ACCOUNTS = 30;
/** An account's usual level needs so many weeks. */
const FEWEST_WEEKS = 12;
const ACCOUNTS_PER_STEP = 500;

/**
 * How busy each of the 52 weeks before a cut was for everybody: the median over accounts of the logarithm of usage less the account's own mean. Holidays
 * and a yearly wave, which all share, are in it; `measureFacts` takes it out of changes and trend, so that Christmas is no reason to leave (in
 * the research: false alarms 35 to 8 %). A fall that all accounts share is taken out as well. Only what was known at the cut counts. Weeks
 * with fewer than 30 accounts are left out.
 *
 * @param logs `readUsageLog` of each account
 * @param cut milliseconds since 1970
 *
 * @example
 * [...indexUsageSeason([], 0)]
 * // => []
 */
export function* indexUsageSeason(logs: readonly UsageLog[], cut: number): Steps<UsageSeason> {
	const first = cut - WEEKS_LOOKED_AT * MS_PER_WEEK;
	const byWeek = new Map<number, number[]>();
	for (let account = 0; account < logs.length; account++) {
		const log = logs[account]!;
		const seen: number[] = [];
		for (let week = 0; week < log.starts.length; week++) {
			if (log.from[week]! > cut || log.until[week]! <= cut || log.starts[week]! < first) continue;
			seen.push(week);
		}
		// Added up in order of time, whatever order the rows came in: the last digit of a sum depends on it.
		seen.sort((a, b) => log.starts[a]! - log.starts[b]! || log.logs[a]! - log.logs[b]!);
		const sum = seen.reduce((total, week) => total + log.logs[week]!, 0);
		// Who does nothing has no season.
		if (seen.length >= FEWEST_WEEKS && sum > 0) {
			const level = sum / seen.length;
			for (const week of seen) {
				const start = log.starts[week]!;
				const list = byWeek.get(start);
				if (list === undefined) byWeek.set(start, [log.logs[week]! - level]);
				else list.push(log.logs[week]! - level);
			}
		}
		if ((account + 1) % ACCOUNTS_PER_STEP === 0) {
			yield { stage: 'finding the season', done: account, total: logs.length };
		}
	}
	const season = new Map<number, number>();
	for (const [start, moves] of byWeek) {
		if (moves.length < FEWEST_ACCOUNTS) continue;
		const sorted = Float64Array.from(moves).sort();
		const middle = Math.floor((sorted.length - 1) / 2);
		season.set(start, (sorted[middle]! + sorted[sorted.length - 1 - middle]!) / 2);
	}
	return season;
}
