import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { HEALTH_BANDS } from '../../../scoring/health/presets';
import { rankAtRisk, type RankedAccount } from '../../../scoring/health/rankAtRisk';
import type { FamilyMethod } from '../../../scoring/health/rollUpFamily';
import { rollUpPortfolio, type PortfolioOptions } from '../../../scoring/health/rollUpPortfolio';
import { writeInsights } from '../../../scoring/health/writeInsights';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readInput } from '../../../shared/n8n/readInput';
import { familyRows } from './familyRows';
import { readPortfolioContext, readScoredRow, type ScoredRow } from './readPortfolio';
import { readNaming } from './readScoring';
import { writeGroup } from './writeGroup';

interface RollUpOptions {
	atRiskBelow?: number;
	churnRiskBelow?: number;
	families?: FamilyMethod | 'none';
}

/** Rolls scored accounts up: the portfolio first, with the accounts to call and what stands out, then one item per group. */
export function* rollUpRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const { names, asOf } = readNaming(context);
	const groupBy = String(context.getNodeParameter('groupBy', 0))
		.split(',')
		.map((field) => field.trim())
		.filter((field) => field !== '');
	const reportCurrency = String(context.getNodeParameter('reportCurrency', 0)).trim().toUpperCase();
	const limit = Number(context.getNodeParameter('callListLength', 0));
	const {
		atRiskBelow = 70,
		churnRiskBelow = 50,
		families = 'none',
	} = context.getNodeParameter('rollUpOptions', 0, {}) as RollUpOptions;
	const portfolioContext = readPortfolioContext(readInput(context, 2), names, asOf.until);

	const rows: ScoredRow[] = [];
	for (const [index, { json }] of items.entries()) {
		const row = readScoredRow(json, index, groupBy, portfolioContext, names);
		if ('remedy' in row) yield { json: {}, from: index, fault: row };
		else rows.push(row);
	}

	const options: PortfolioOptions = {
		groupBy,
		bands: HEALTH_BANDS,
		atRiskBelow,
		churnRiskBelow,
		rates: portfolioContext.rates,
		asOfOn: asOf.day,
		...(reportCurrency === '' ? {} : { reportCurrency }),
	};
	const rollUp = rollUpPortfolio(rows, options);
	const ranking = rankAtRisk(rows, { ...options, limit });
	const calls = ranking.accounts.map((call) => callRow(call, reportCurrency));
	const insights = writeInsights(rollUp, {
		...options,
		tickets: ticketPairs(rows, portfolioContext.tickets),
	});
	yield {
		json: writeGroup(rollUp.portfolio, asOf.day, reportCurrency, {
			call_list: calls,
			unknown_arr: [...ranking.unknownArr],
			insights,
		}),
		from: null,
	};
	const members = indexMembers(rows, groupBy);
	for (const group of rollUp.groups) {
		yield {
			json: writeGroup(group, asOf.day, reportCurrency, {}),
			from: members.get(memberKey(group.field, group.key)) ?? [],
		};
	}
	if (families !== 'none') yield* familyRows(rows, families, options);
	const { scored, insufficient } = rollUp.portfolio;
	addHint(context, {
		read: items.length,
		scored,
		'insufficient data': insufficient,
		groups: rollUp.groups.length,
		skipped: items.length - rows.length,
	});
	const { reason } = rollUp.portfolio.arr;
	if (reason !== null)
		addHint(
			context,
			`No ARR total: ${reason}. Connect the rows of cs_rates to the Records input, or choose another report currency.`,
			'warning',
		);
}

/** Amounts at risk are in the report currency, so that they can be compared; without one, in the account's own. */
function callRow(call: RankedAccount, reportCurrency: string): IDataObject {
	const { rank, accountId, name, rounded, band, arrMinor, currency, arrAtRiskMinor, words } = call;
	return {
		rank,
		account_id: accountId,
		name,
		rounded,
		band,
		arr_minor: arrMinor,
		currency,
		arr_at_risk_minor: arrAtRiskMinor,
		arr_at_risk_currency: reportCurrency === '' ? currency : reportCurrency,
		words,
	};
}

/** Per account the tickets of 30 days and what its score did in the same time. */
function ticketPairs(
	rows: readonly ScoredRow[],
	tickets: ReadonlyMap<string, number> | null,
): Array<{ tickets: number; scoreChange: number }> {
	if (tickets === null) return [];
	return rows.flatMap(({ accountId, delta30 }) =>
		delta30 === null ? [] : [{ tickets: tickets.get(accountId) ?? 0, scoreChange: delta30 }],
	);
}

const memberKey = (field: string | null, key: string | null): string => JSON.stringify([field, key]);

/** Indexes of the items of each group. */
function indexMembers(rows: readonly ScoredRow[], groupBy: readonly string[]): Map<string, number[]> {
	const members = new Map<string, number[]>();
	for (const row of rows) {
		for (const field of groupBy) {
			const key = memberKey(field, row.fields[field] ?? null);
			const list = members.get(key);
			if (list === undefined) members.set(key, [row.index]);
			else list.push(row.index);
		}
	}
	return members;
}
