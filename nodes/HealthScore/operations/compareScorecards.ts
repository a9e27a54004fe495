import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import {
	compareScorecards,
	type BandChange,
	type ScorecardComparison,
} from '../../../scoring/health/compareScorecards';
import type { ArrRow } from '../../../scoring/health/sumArr';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readInput } from '../../../shared/n8n/readInput';
import { unwrap } from '../../../shared/n8n/unwrap';
import {
	resolveScorecard,
	type ResolvedScorecard,
	type ScorecardChoice,
} from '../../../shared/scorecard/resolveScorecard';
import type { ObservedAccount } from './ObservedAccount';
import { readInputs } from './readInputs';
import { readPortfolioContext } from './readPortfolio';
import { readScorecardChoice } from './readScorecardChoice';
import { prepareScoring, readNaming } from './readScoring';

/** Scores the same accounts with two scorecards: a summary first, then every account that changes band, the largest move first. */
export function compareScorecardsRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): BatchRow[] {
	const node = context.getNode();
	const naming = readNaming(context);
	const mine = unwrap(node, resolveScorecard(readScorecardChoice(context, null)), null);
	const other = readOther(context);
	const scoring = prepareScoring(mine, naming, [other.scorecard]);
	const weeks = Number(context.getNodeParameter('compareWeeks', 0));
	const reportCurrency = String(context.getNodeParameter('reportCurrency', 0)).trim().toUpperCase();
	const { accounts, inputs, skipped } = readInputs(context, items, scoring, weeks);
	const { rates } = readPortfolioContext(readInput(context, 2), naming.names, naming.asOf.until);

	const arr: Record<string, ArrRow> = {};
	for (const { accountId, account } of accounts)
		arr[accountId] = { arrMinor: account.arrMinor, currency: account.currency };
	const outcome = compareScorecards(inputs, other.scorecard, scoring.scorecard, {
		arr,
		rates,
		asOfOn: naming.asOf.day,
		alternatives: scoring.alternatives,
		...(reportCurrency === '' ? {} : { reportCurrency }),
	});
	const comparison = unwrap(node, outcome, null);
	addHint(context, {
		read: items.length,
		compared: comparison.accounts,
		'changing band': comparison.changes.length,
		skipped,
	});
	addHint(context, `From: ${other.words}. To: ${scoring.words}.`);

	const known = new Map(accounts.map((account) => [account.accountId, account]));
	return [
		{ json: summaryRow(comparison, naming.asOf.day, reportCurrency), from: null },
		...comparison.changes.map((change): BatchRow => {
			const account = known.get(change.accountId);
			return { json: changeRow(change, account), from: account?.index ?? null };
		}),
	];
}

function readOther(context: IExecuteFunctions): ResolvedScorecard {
	const kind = context.getNodeParameter('otherScorecard', 0) as ScorecardChoice['kind'];
	const json = kind === 'json' ? context.getNodeParameter('otherScorecardJson', 0) : null;
	const choice = { kind, weights: {}, custom: [], json, fromSettings: null, minCoverage: null };
	return unwrap(context.getNode(), resolveScorecard(choice), null);
}

const tenth = (value: number): number => roundHalfUp(value * 10) / 10;

function summaryRow(comparison: ScorecardComparison, day: string, currency: string): IDataObject {
	const { a, b, accounts, changes, meanShift, rankCorrelation, daysOfOtherBand, compared, arrChanging } =
		comparison;
	const shift =
		meanShift === null ? 'no account is scored under both' : `the mean moves by ${tenth(meanShift)} points`;
	return {
		result: 'summary',
		as_of_on: day,
		account_id: null,
		name: null,
		from_band: null,
		to_band: null,
		from_value: a.mean,
		to_value: b.mean,
		shift: meanShift,
		arr_minor: arrChanging.totalMinor,
		currency: currency === '' ? null : currency,
		words: `${changes.length} of ${accounts} accounts change band, ${shift}`,
		details: {
			from: { ...a, bands: { ...a.bands } },
			to: { ...b, bands: { ...b.bands } },
			compared,
			days_of_other_band: daysOfOtherBand,
			rank_correlation: rankCorrelation,
			arr_by_currency: { ...arrChanging.byCurrency },
			arr_reason: arrChanging.reason,
			arr_unknown: arrChanging.unknown,
		},
	};
}

const said = (band: string | null, value: number | null): string =>
	value === null ? 'not enough data' : `${roundHalfUp(value)} (${band})`;

function changeRow(change: BandChange, account: ObservedAccount | undefined): IDataObject {
	const { accountId, asOfOn, from, to, fromValue, toValue, arrMinor, currency } = change;
	return {
		result: 'account',
		as_of_on: asOfOn,
		account_id: accountId,
		name: account?.account.name ?? null,
		from_band: from,
		to_band: to,
		from_value: fromValue,
		to_value: toValue,
		shift: fromValue === null || toValue === null ? null : toValue - fromValue,
		arr_minor: arrMinor,
		currency,
		words: `${account?.account.name ?? accountId}: from ${said(from, fromValue)} to ${said(to, toValue)}`,
		details: { tier: account?.account.tier ?? null, csm_id: account?.account.csmId ?? null },
	};
}
