import { knowledgeCut } from './knowledgeCut';
import { measureInteractions } from './measureInteractions';
import { measureInvoices } from './measureInvoices';
import { measureJudgements } from './measureJudgements';
import { measureSurveys } from './measureSurveys';
import { measureTickets } from './measureTickets';
import { measureUsage } from './measureUsage';
import type { AccountRecords, Measure, Measures, Row } from './Records';

/**
 * Measures an account from its rows in the tables: every metric of the framework and the five sub-score scorecards that they can
 * tell, and `urgent_ticket_hours` for the cap. What was not observed has the value null. A judged value counts only where nothing was
 * measured. Nothing that happened or became known after `asOf` is used, so an earlier day can be measured again.
 *
 * @param account row of cs_accounts (seats, custom_json, source_updated_at)
 * @param asOf an instant, or a calendar day meaning its end in UTC
 *
 * @example
 * measureAccount({ custom_json: '{"performance":"consistent"}' }, { usage: [], tickets: [], invoices: [], surveyAnswers: [], interactions: [], entitlements: [] }, '2026-01-15').performance.value
 * // => 'consistent'
 */
export function measureAccount(account: Row, records: AccountRecords, asOf: string): Measures {
	const cut = knowledgeCut(asOf);
	if (Number.isNaN(cut)) return {};
	const measures: Record<string, Measure> = {
		...measureJudgements(account, cut),
	};
	for (const measured of [
		measureUsage(account, records, cut),
		measureSurveys(records.surveyAnswers, cut),
		measureTickets(records.tickets, cut),
		measureInteractions(records.interactions, cut),
		measureInvoices(records.invoices, cut),
	]) {
		for (const [id, measure] of Object.entries(measured)) {
			if (measure.value !== null || measures[id] === undefined) measures[id] = measure;
		}
	}
	return measures;
}
