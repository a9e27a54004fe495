import { knowledgeCut } from '../measures/knowledgeCut';
import type { Row } from '../measures/Records';
import type { ChurnFacts, ChurnRecords, UsageSeason } from './ChurnFacts';
import { FACT_LIMITS } from './factLimits';
import { readArrFacts } from './readArrFacts';
import { readContactFacts } from './readContactFacts';
import { readContractFacts } from './readContractFacts';
import { readInteractionFacts } from './readInteractionFacts';
import { readInvoiceFacts } from './readInvoiceFacts';
import { readSurveyFacts } from './readSurveyFacts';
import { readTicketFacts } from './readTicketFacts';
import { readUsageFacts } from './readUsageFacts';
import { startOf } from './startOf';

const MS_PER_DAY = 86_400_000;
const LIMITS = Object.entries(FACT_LIMITS);

/**
 * Prepares an account's rows once, so that the facts of many days cost little: everything that `measureFacts` tells, for any day. Of the
 * account's row only the first day as a customer is used, because all else in it is of today.
 *
 * The reader takes a day and, where there is one, `indexUsageSeason` of the portfolio at that day.
 *
 * @example
 * createFactsReader({ started_on: '2025-01-15' }, { usage: [], tickets: [], invoices: [], surveyAnswers: [], interactions: [], contacts: [], contracts: [], contractLines: [], entitlements: [], opportunities: [] })('2026-01-15').tenure_days
 * // => 365
 */
export function createFactsReader(
	account: Row,
	records: ChurnRecords,
): (asOf: string, season?: UsageSeason) => ChurnFacts {
	const readers = [
		readUsageFacts(records.usage),
		readTicketFacts(records.tickets),
		readSurveyFacts(records.surveyAnswers),
		readInteractionFacts(records.interactions),
		readContactFacts(records),
		readInvoiceFacts(records.invoices),
		readContractFacts(records.contracts),
		readArrFacts(records.contractLines),
	];
	return (asOf, season) => {
		const cut = knowledgeCut(asOf);
		if (Number.isNaN(cut)) return {};
		const started = startOf(account, records, cut);
		const facts: Record<string, number | string | null> = {
			tenure_days: started === null || started > cut ? null : Math.floor((cut - started) / MS_PER_DAY),
		};
		for (const read of readers) Object.assign(facts, read(cut, season));
		for (const [name, most] of LIMITS) {
			const value = facts[name];
			if (typeof value === 'number' && value > most) facts[name] = most;
		}
		return facts;
	};
}
