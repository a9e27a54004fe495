import type { Row } from '../measures/Records';
import type { ChurnFacts, ChurnRecords, UsageSeason } from './ChurnFacts';
import { createFactsReader } from './createFactsReader';

/**
 * What was known of an account at the end of a day (UTC; an instant counts as itself), flat: usage, support, surveys, relationship, people,
 * payments, contract, ARR. Only what had happened and was known by then; columns that hold today's word alone (status, last contact,
 * judgements, account fields) are not used. Shares 0 to 1, `_change` is now less before (shares and counts) or relative (usage, ARR,
 * seats), null is "not observed". `season` (`indexUsageSeason` of the portfolio at that day) is taken out of usage changes. Many days of one account: `createFactsReader`.
 *
 * @example
 * measureFacts({}, { usage: [], tickets: [], invoices: [{ invoice_id: 1, due_on: '2026-01-01' }], surveyAnswers: [], interactions: [], contacts: [], contracts: [], contractLines: [], entitlements: [], opportunities: [] }, '2026-01-24').overdue_days
 * // => 23
 */
export function measureFacts(
	account: Row,
	records: ChurnRecords,
	asOf: string,
	season?: UsageSeason,
): ChurnFacts {
	return createFactsReader(account, records)(asOf, season);
}
