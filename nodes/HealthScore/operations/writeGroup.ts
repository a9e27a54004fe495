import type { IDataObject } from 'n8n-workflow';

import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { PortfolioGroup } from '../../../scoring/health/rollUpPortfolio';
import { wordMoney } from '../../../scoring/health/wordMoney';

/** The output item of the portfolio or of one group: flat fields for an IF node, the rest in `details`. */
export function writeGroup(
	group: PortfolioGroup,
	day: string,
	currency: string,
	more: IDataObject,
): IDataObject {
	return { ...groupRow(group, day, currency), details: { ...detailOf(group), ...more } };
}

function groupRow(group: PortfolioGroup, day: string, currency: string): IDataObject {
	const bands = Object.fromEntries(group.bands.map(({ band, count }) => [`band_${band}`, count]));
	return {
		as_of_on: day,
		group_field: group.field,
		group_key: group.key,
		accounts: group.count,
		scored: group.scored,
		insufficient: group.insufficient,
		mean: group.mean,
		...bands,
		at_risk: group.atRisk,
		churn_risk: group.churnRisk,
		arr_minor: group.arr.totalMinor,
		arr_at_risk_minor: group.arrAtRisk.totalMinor,
		currency: currency === '' ? null : currency,
		delta: group.delta,
		words: wordGroup(group, currency),
	};
}

function detailOf(group: PortfolioGroup): IDataObject {
	const { bands, arr, arrAtRisk, deviation, deltaDeviation, compared } = group;
	return {
		bands: bands.map((band) => ({ ...band })),
		deviation,
		compared,
		delta_deviation: deltaDeviation,
		arr_by_currency: { ...arr.byCurrency },
		arr_at_risk_by_currency: { ...arrAtRisk.byCurrency },
		arr_unknown: arr.unknown,
		arr_reason: arr.reason,
	};
}

const tenth = (value: number): string => String(roundHalfUp(value * 10) / 10);

/** "tier enterprise: 150 accounts, mean 75.1 (+2.3), 12 at risk with USD 1,200,000". */
function wordGroup(group: PortfolioGroup, currency: string): string {
	const who = group.field === null ? 'Portfolio' : `${group.field} ${group.key ?? '(unknown)'}`;
	const accounts = `${group.count.toLocaleString('en-US')} ${group.count === 1 ? 'account' : 'accounts'}`;
	const change = group.delta === null ? '' : ` (${group.delta > 0 ? '+' : ''}${tenth(group.delta)})`;
	const mean = group.mean === null ? 'nothing scored' : `mean ${tenth(group.mean)}${change}`;
	const money = group.arrAtRisk.totalMinor;
	const risk = `${group.atRisk} at risk${money === null || group.atRisk === 0 ? '' : ` with ${wordMoney(money, currency)}`}`;
	return `${who}: ${accounts}, ${mean}, ${risk}`;
}
