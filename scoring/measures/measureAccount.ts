import { knowledgeCut } from './knowledgeCut';
import { measureContacts } from './measureContacts';
import { measureDeals } from './measureDeals';
import { measureInteractions } from './measureInteractions';
import { measureInvoices } from './measureInvoices';
import { measureJudgements } from './measureJudgements';
import { measureMeetings } from './measureMeetings';
import { measureRenewal } from './measureRenewal';
import { measureSurveys } from './measureSurveys';
import { measureTickets } from './measureTickets';
import { measureUsage } from './measureUsage';
import { readDeals } from './readDeals';
import type { AccountRecords, Measure, Measures, Row } from './Records';

/**
 * Measures an account from its rows in the tables: every metric of the framework, the five sub-score and the CRM-only scorecards that they can
 * tell, and `urgent_ticket_hours` for the cap. What was not observed has the value null. A judged value counts only where nothing was
 * measured. Nothing that happened or became known after `asOf` is used, so an earlier day can be measured again.
 *
 * @param account row of cs_accounts (seats, renewal_on, custom_json, source_updated_at)
 * @param asOf an instant, or a calendar day meaning its end in UTC
 * @param readAtCut the rows are as they stood at `asOf`, so what lies ahead of it was planned by then; see `measureMeetings`
 *
 * @example
 * measureAccount({ custom_json: '{"performance":"consistent"}' }, { usage: [], tickets: [], invoices: [], surveyAnswers: [], interactions: [], contacts: [], contracts: [], entitlements: [], opportunities: [] }, '2026-01-15').performance.value
 * // => 'consistent'
 */
export function measureAccount(
	account: Row,
	records: AccountRecords,
	asOf: string,
	readAtCut = false,
): Measures {
	const cut = knowledgeCut(asOf);
	if (Number.isNaN(cut)) return {};
	const measures: Record<string, Measure> = {
		...measureJudgements(account, cut),
	};
	const deals = readDeals(records.opportunities, cut);
	for (const measured of [
		measureUsage(account, records, cut),
		measureSurveys(records.surveyAnswers, cut),
		measureTickets(records.tickets, cut),
		measureInteractions(records.interactions, cut),
		measureInvoices(records.invoices, cut),
		measureContacts(records.contacts, records.interactions, cut),
		measureMeetings(records.interactions, cut, readAtCut),
		measureDeals(deals, cut),
		measureRenewal(account, records.contracts, deals, cut),
	]) {
		for (const [id, measure] of Object.entries(measured)) {
			if (measure.value !== null || measures[id] === undefined) measures[id] = measure;
		}
	}
	return measures;
}
