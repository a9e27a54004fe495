import { convertMoney, type RateRow } from '../core/convertMoney';
import { roundHalfUp } from '../core/roundHalfUp';
import { latestRates } from './latestRates';
import type { ArrRow, MoneyOptions } from './sumArr';
import { wordMoney } from './wordMoney';

/** A scored account and why it stands where it stands. */
export interface AtRiskRow extends ArrRow {
	readonly accountId: string;
	readonly name: string | null;
	/** Unrounded, 0 to 100; null: insufficient data, then it is not ranked. */
	readonly value: number | null;
	readonly rounded: number | null;
	readonly band: string | null;
	/** What costs most, worst first, in words. */
	readonly causes: readonly string[];
	/** Points against the previous run; null: unknown. */
	readonly delta?: number | null;
	readonly trend?: string | null;
}

export interface RankOptions extends MoneyOptions {
	/** Rounded scores below this are at risk; default 70. */
	readonly atRiskBelow?: number;
	/** Longest list; default 10. */
	readonly limit?: number;
}

export interface RankedAccount {
	/** From 1. */
	readonly rank: number;
	readonly accountId: string;
	readonly name: string | null;
	readonly rounded: number;
	readonly band: string | null;
	readonly arrMinor: number | null;
	readonly currency: string | null;
	/** Its whole ARR in minor units of the report currency; null: unknown or no rate. */
	readonly arrAtRiskMinor: number | null;
	/** Why to call, in one sentence. */
	readonly words: string;
}

export interface AtRiskRanking {
	readonly accounts: readonly RankedAccount[];
	/** Accounts at risk in all, listed or not. */
	readonly atRisk: number;
	/** Accounts at risk whose ARR cannot be compared, by id; they stand last. */
	readonly unknownArr: readonly string[];
}

/** Without a day the newest rate counts. */
const LAST_DAY = '9999-12-31';

/**
 * The accounts to call today: those at risk, the most ARR first (all of an account's ARR is at risk, in the report currency), then the
 * lower score, then the id. Where the ARR or the rate is unknown the account stands behind the others and its sentence says so.
 * Without a report currency amounts are compared as they stand when all have one currency.
 *
 * @example
 * rankAtRisk([{ accountId: 'a', name: 'Acme', value: 41.2, rounded: 41, band: 'poor', arrMinor: 12000000, currency: 'USD', causes: ['Active users 31 %: costs 12.4 points'] }], { reportCurrency: 'USD' }).accounts[0].words
 * // => 'Score 41 (poor), USD 120,000 at risk. Active users 31 %: costs 12.4 points'
 */
export function rankAtRisk(rows: readonly AtRiskRow[], options: RankOptions = {}): AtRiskRanking {
	const { atRiskBelow = 70, limit = 10 } = options;
	const target = options.reportCurrency ?? onlyCurrency(rows);
	const rates = latestRates(options.rates ?? [], options.asOfOn ?? LAST_DAY);
	const endangered = rows.flatMap((row) => {
		const rounded = row.rounded ?? (row.value === null ? null : roundHalfUp(row.value));
		if (rounded === null || rounded >= atRiskBelow) return [];
		return [{ row, rounded, arr: convert(row, target, rates) }];
	});
	endangered.sort(
		(left, right) =>
			compareArr(left.arr, right.arr) ||
			left.rounded - right.rounded ||
			(left.row.accountId < right.row.accountId ? -1 : 1),
	);
	const accounts = endangered.slice(0, Math.max(0, limit)).map(({ row, rounded, arr }, index) => ({
		rank: index + 1,
		accountId: row.accountId,
		name: row.name,
		rounded,
		band: row.band,
		arrMinor: row.arrMinor,
		currency: row.currency,
		arrAtRiskMinor: arr,
		words: wordCall(row, rounded, arr, target),
	}));
	const unknownArr = endangered.filter(({ arr }) => arr === null).map(({ row }) => row.accountId);
	return { accounts, atRisk: endangered.length, unknownArr };
}

function convert(row: AtRiskRow, target: string | null, rates: readonly RateRow[]): number | null {
	const { arrMinor, currency } = row;
	if (arrMinor === null || currency === null || target === null) return null;
	return convertMoney({ amountMinor: arrMinor, currency }, target, LAST_DAY, rates);
}

function onlyCurrency(rows: readonly AtRiskRow[]): string | null {
	const currencies = new Set(rows.flatMap((row) => row.currency ?? []));
	return currencies.size === 1 ? ([...currencies][0] ?? null) : null;
}

function compareArr(left: number | null, right: number | null): number {
	if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
	return right - left;
}

function wordCall(row: AtRiskRow, rounded: number, arr: number | null, target: string | null): string {
	const { arrMinor, currency } = row;
	const own = arrMinor !== null && currency !== null ? wordMoney(arrMinor, currency) : null;
	const noRate = target === null ? 'no report currency to compare it in' : `no rate to ${target}`;
	const money = own === null ? 'ARR unknown' : arr === null ? `${own} at risk (${noRate})` : `${own} at risk`;
	const place = [`Score ${rounded}${row.band === null ? '' : ` (${row.band})`}`, money];
	if (row.trend === 'declining' || row.trend === 'critical') place.push(`trend ${row.trend}`);
	const fall = row.delta == null ? 0 : roundHalfUp(-row.delta * 10) / 10;
	if (fall >= 1) place.push(`down ${fall} since the last run`);
	return [place.join(', '), ...row.causes.slice(0, 3)].join('. ');
}
