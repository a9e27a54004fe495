import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ExpansionContext } from '../../../scoring/expansion/AccountCase';
import { closeDeal } from '../../../scoring/expansion/closeDeal';
import { detectExpansion } from '../../../scoring/expansion/detectExpansion';
import { listProducts } from '../../../scoring/expansion/listProducts';
import { rateClosed } from '../../../scoring/expansion/rateClosed';
import { reconcileAccount } from '../../../scoring/expansion/reconcileAccount';
import { filledText } from '../../../shared/filledText';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { readInput } from '../../../shared/n8n/readInput';
import { DetectionTally } from './DetectionTally';
import type { ExpansionCase } from './ExpansionCase';
import { indexPrevious } from './indexPrevious';
import { indexSeasons } from './indexSeasons';
import { learnPropensity } from './learnPropensity';
import { readCases } from './readCases';
import { readDetecting, type Detecting } from './readDetecting';
import { sortRecords, type SortedRecords } from './sortRecords';
import { writeClosed, writeOpportunity } from './writeOpportunity';
import { writeScore } from './writeScore';
import { writeSignals } from './writeSignals';

const [RECORDS, SCORES, MODEL] = [1, 2, 3];
const [OPPORTUNITIES, SIGNALS, SUMMARY, SCORED] = [0, 1, 2, 3];

/** Accounts in; rows of cs_opportunities, the signals behind them, one summary, and a row of cs_scores per account that can grow out. */
export async function detectRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<Iterable<BatchRow>> {
	const detecting = readDetecting(context);
	const records = sortRecords(context, [RECORDS, SCORES]);
	const read = readCases(items, records, records.scores, detecting.until);
	const deals = read.cases.flatMap((one) => one.deals);
	const models = listRows(readInput(context, MODEL)).map(({ json }) => json);
	const propensity = await learnPropensity(context, models, read.cases);
	const previous = indexPrevious(
		listRows(readInput(context, SCORES)).map(({ json }) => json),
		detecting.day,
	);
	const shared = contextOf(detecting, read.cases, records);
	const tally = new DetectionTally(detecting, propensity, records.rates);
	const rows: BatchRow[] = [...read.faults];
	for (const one of read.cases) {
		const learned = propensity.byAccount.get(one.accountId) ?? null;
		const earlier = previous.get(one.accountId) ?? null;
		rows.push(...rowsOfCase({ ...one, learned, earlier }, shared, detecting, tally));
	}
	rows.push({ json: tally.summary(read, deals), from: null, output: SUMMARY });
	tally.addHints(context, read, records.unknown);
	return rows;
}

function contextOf(
	detecting: Detecting,
	cases: readonly ExpansionCase[],
	records: SortedRecords,
): ExpansionContext {
	const closed = cases.flatMap(({ deals }) =>
		deals.map(({ type, status, closedOn }) => ({ kind: type, status, close_on: closedOn })),
	);
	return {
		...detecting,
		seasons: indexSeasons(
			cases.map(({ window }) => window),
			detecting.rules,
		),
		products: listProducts(detecting.products, records.prices),
		prices: records.prices,
		rates: records.rates,
		winRates: rateClosed(closed, detecting.day),
	};
}

function rowsOfCase(
	one: ExpansionCase & { readonly learned: number | null; readonly earlier: number | null },
	shared: ExpansionContext,
	detecting: Detecting,
	tally: DetectionTally,
): BatchRow[] {
	const { index: from, account, deals, untyped } = one;
	const rows: BatchRow[] = [];
	const { signals, opportunities } = detectExpansion(one, shared);
	const closed = deals.flatMap((deal) => closeDeal(deal) ?? []);
	const put = (json: IDataObject): number => rows.push({ json, from, output: OPPORTUNITIES });
	for (const row of closed) {
		tally.closed++;
		put(writeClosed(row, detecting));
	}
	const ownerId = filledText(account.ae_id) ?? filledText(account.csm_id);
	const { day, cycleDays, restDays } = detecting;
	const options = { day, ownerId, cycleDays, restDays };
	const all = reconcileAccount(opportunities, deals, options, shared.rates);
	for (const each of all) {
		const { found, reconciled, alternativeTo } = each;
		tally.count(each, account);
		if (reconciled.change === 'resting') continue;
		if (detecting.onlyTableColumns && reconciled.change === 'unchanged') continue;
		put(writeOpportunity(found, reconciled, { account, untyped, detecting, alternativeTo }));
	}
	tally.countAccount(one, signals.length, opportunities);
	for (const json of writeScore(one, all, shared.rates, detecting)) rows.push({ json, from, output: SCORED });
	for (const json of writeSignals(one.accountId, signals, detecting))
		rows.push({ json, from, output: SIGNALS });
	return rows;
}
