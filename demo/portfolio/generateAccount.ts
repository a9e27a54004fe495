import { dayNumber } from '../../scoring/core/dayNumber';
import { addReach } from './addReach';
import { breakRecords, faultOf } from './breakRecords';
import { createRandom, type Random } from './createRandom';
import type { GeneratedAccount, PortfolioOptions } from './PortfolioRows';
import { profileAccount } from './profileAccount';
import { simulateLife } from './simulateLife';
import { writeAccount } from './writeAccount';
import { writeApiLimit } from './writeApiLimit';
import { writeContacts } from './writeContacts';
import { writeContracts } from './writeContracts';
import { writeInteractions } from './writeInteractions';
import { writeInvoices } from './writeInvoices';
import { writeModules } from './writeModules';
import { writeOutcomes } from './writeOutcomes';
import { writeReviews } from './writeReviews';
import { writeSurveys } from './writeSurveys';
import { writeTickets } from './writeTickets';
import { writeUsage } from './writeUsage';
import { writeValue } from './writeValue';

/**
 * One customer of the demo portfolio: its rows in every table, 18 months up to `asOfOn`, and what an earlier day needs to be scored.
 *
 * How it comes about. Each customer has a latent fit (how well the product serves its need) and price pressure, and, week by week,
 * value realised, support pain and a champion who may leave and be replaced. Value drifts to a level set by fit, champion, pain and
 * episodes of some months (a competitor, a reorganisation, a budget cut; or a new use case). Nobody observes these. What is observed
 * is caused by them, with noise:
 * - usage follows value, champion and pain, with habits of the account, autocorrelation, overdispersed counts, roll-out in the first
 *   200 days, the industry's season and shared holidays;
 * - tickets come faster and worse with pain, and are slower solved; payments are late under price pressure and with little value;
 * - NPS follows value less pain, and unhappy people answer less; meetings are attended where a champion and value are;
 * - CSMs judge with a bias of their own, irregularly, sometimes not for months; return on investment is shown by some only.
 * At the end of a term the customer weighs value, champion, price, pain, fit and budget; with luck of about the same size that
 * decides whether it leaves, and mood and luck whether it takes more or fewer seats. Price, budget and luck hardly show in anything
 * observed, and no scorecard, weight or threshold occurs anywhere in this process: a health score can only guess the outcome.
 * Who has decided to leave fades out. Some leave by insolvency or takeover, free accounts fall asleep. Data are missing, late
 * (usage feeds, contract lines, knowledge of outcomes) and in a few accounts broken.
 *
 * Depends on nothing but seed, index and day: account 7 is the same in a portfolio of ten and of a million.
 *
 * @param seed whole number
 * @param index position in the portfolio from 0
 */
export function generateAccount(seed: number, index: number, options: PortfolioOptions): GeneratedAccount {
	const asOf = dayNumber(options.asOfOn);
	if (asOf === null) throw new RangeError(`asOfOn is '${options.asOfOn}': expected a day YYYY-MM-DD`);
	const stream = (topic: string): Random => createRandom(seed, index, topic);
	const profile = profileAccount(seed, index);
	const life = simulateLife(profile, asOf, stream('life'));
	const contacts = writeContacts(profile, life, stream('contacts'));
	const interactions = writeInteractions(profile, life, contacts, stream('interactions'));
	const usage = writeUsage(profile, life, stream('usage'));
	const tickets = writeTickets(profile, life, stream('tickets'));
	const contracts = writeModules(profile, life, writeContracts(profile, life), stream('modules'));
	const reviews = writeReviews(profile, life, stream('reviews'));
	const rows = {
		cs_accounts: [writeAccount(seed, profile, life, contracts, reviews)],
		cs_contacts: contacts.map(({ row }) => row),
		cs_interactions: interactions,
		cs_survey_answers: writeSurveys(profile, life, contacts, tickets, stream('surveys')),
		cs_usage: addReach(profile, life, usage.rows, stream('reach')),
		cs_tickets: tickets,
		cs_invoices: writeInvoices(profile, life, stream('invoices')),
		cs_contracts: contracts.contracts,
		cs_contract_lines: contracts.lines,
		cs_entitlements: [
			...contracts.entitlements,
			...writeApiLimit(profile, life, usage.rows, stream('api limit')),
		],
		cs_outcomes: writeOutcomes(profile, life),
		cs_value_ledger: writeValue(profile, life, contacts, stream('value')),
	};
	breakRecords(rows, faultOf(seed, index));
	return {
		rows,
		past: {
			reviews,
			usageArrivedOn: usage.arrivedOn,
			startedOn: life.startedOn,
			endedOn: life.endedOn === null ? null : Math.max(life.endedOn, life.endKnownOn ?? 0),
		},
	};
}
