import type { Steps } from '../learn/Steps';
import { knowledgeCut } from '../measures/knowledgeCut';
import type { AccountRecords } from '../measures/Records';
import type { UsageSeason } from './ChurnFacts';
import { indexUsageSeason } from './indexUsageSeason';
import { readUsageLog, type UsageLog } from './readUsageLog';

const ACCOUNTS_PER_STEP = 50;

/**
 * The season of usage as of one day or instant, from the records of a whole portfolio: what `measureFacts` takes out of usage changes. Predictions must
 * take it out as the snapshots do, or a model meets facts it has not learned. Empty for a portfolio of fewer than 30 accounts.
 *
 * @example
 * findUsageSeason([], '2026-01-15').next().value.size
 * // => 0
 */
export function* findUsageSeason(records: Iterable<AccountRecords>, asOf: string): Steps<UsageSeason> {
	const logs: UsageLog[] = [];
	for (const { usage } of records) {
		logs.push(readUsageLog(usage));
		if (logs.length % ACCOUNTS_PER_STEP === 0) {
			yield { stage: 'finding the season', done: logs.length, total: logs.length };
		}
	}
	return yield* indexUsageSeason(logs, knowledgeCut(asOf));
}
