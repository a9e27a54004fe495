import { deviation } from '../core/deviation';
import { mean } from '../core/mean';
import { roundHalfUp } from '../core/roundHalfUp';
import { bandOf } from './bandOf';
import type { Band } from './Scorecard';
import { sumArr, type ArrRow, type ArrSum, type MoneyOptions } from './sumArr';

/** A scored account with what it is grouped by. */
export interface PortfolioRow extends ArrRow {
	readonly accountId: string;
	/** Unrounded, 0 to 100; null: insufficient data. */
	readonly value: number | null;
	readonly rounded: number | null;
	readonly band: string | null;
	/** Rounded score of the run compared with; null: none. */
	readonly previousRounded: number | null;
	/** Tier, industry, ... by name; null: unknown. */
	readonly fields: Readonly<Record<string, string | null>>;
}

export interface PortfolioOptions extends MoneyOptions {
	/** Names in `fields`, one list of groups each. */
	readonly groupBy: readonly string[];
	/** Best band first. */
	readonly bands: readonly Band[];
	/** Rounded scores below this are at risk (fair and poor); default 70. */
	readonly atRiskBelow?: number;
	/** Rounded scores below this are at risk of churn (poor); default 50. */
	readonly churnRiskBelow?: number;
}

export interface PortfolioGroup {
	/** Grouped by which field; null: the whole portfolio. */
	readonly field: string | null;
	/** Value of the field; null: the whole portfolio, or accounts without a value. */
	readonly key: string | null;
	readonly count: number;
	readonly scored: number;
	readonly insufficient: number;
	/** Mean of the unrounded values, 0 to 100; null: nothing scored. */
	readonly mean: number | null;
	/** Sample standard deviation of the values, in points; null under two. */
	readonly deviation: number | null;
	/** Accounts per band and their share (0 to 1) of the scored ones, best band first; share null: nothing scored. */
	readonly bands: readonly { readonly band: string; readonly count: number; readonly share: number | null }[];
	readonly atRisk: number;
	readonly churnRisk: number;
	readonly arr: ArrSum;
	readonly arrAtRisk: ArrSum;
	/** Mean change of the rounded scores, of accounts scored both times; null: none. */
	readonly delta: number | null;
	/** Sample standard deviation of those changes. */
	readonly deltaDeviation: number | null;
	/** How many accounts were scored both times. */
	readonly compared: number;
}

export interface PortfolioRollUp {
	readonly portfolio: PortfolioGroup;
	/** By field in the order asked for, largest group first. */
	readonly groups: readonly PortfolioGroup[];
}

/**
 * Sums up a portfolio and its groups by any fields: means, bands, accounts at risk, ARR and ARR at risk (the whole ARR of the accounts
 * at risk), change against the previous run. Accounts without enough data are counted and in no mean or share.
 *
 * @example
 * rollUpPortfolio([{ accountId: 'a', value: 81.8, rounded: 82, band: 'good', previousRounded: 80, arrMinor: 5, currency: 'USD', fields: {} }], { groupBy: [], bands: HEALTH_BANDS }).portfolio.delta
 * // => 2
 */
export function rollUpPortfolio(rows: readonly PortfolioRow[], options: PortfolioOptions): PortfolioRollUp {
	const groups = options.groupBy.flatMap((field) => {
		const byKey = new Map<string | null, PortfolioRow[]>();
		for (const row of rows) {
			const key = row.fields[field] ?? null;
			const members = byKey.get(key);
			if (members) members.push(row);
			else byKey.set(key, [row]);
		}
		return [...byKey]
			.sort((left, right) => right[1].length - left[1].length || compareKeys(left[0], right[0]))
			.map(([key, members]) => rollUp(field, key, members, options));
	});
	return { portfolio: rollUp(null, null, rows, options), groups };
}

function rollUp(
	field: string | null,
	key: string | null,
	rows: readonly PortfolioRow[],
	options: PortfolioOptions,
): PortfolioGroup {
	const { bands, atRiskBelow = 70, churnRiskBelow = 50 } = options;
	const scored = rows.filter((row) => row.value !== null);
	const values = scored.map((row) => row.value as number);
	const changes = scored.flatMap((row) =>
		row.previousRounded === null ? [] : [roundedOf(row) - row.previousRounded],
	);
	const endangered = scored.filter((row) => roundedOf(row) < atRiskBelow);
	const counts = new Map<string, number>(bands.map((band) => [band.id, 0]));
	for (const row of scored) {
		const band = row.band ?? bandOf(row.value, bands)?.id;
		if (band !== undefined) counts.set(band, (counts.get(band) ?? 0) + 1);
	}
	return {
		field,
		key,
		count: rows.length,
		scored: scored.length,
		insufficient: rows.length - scored.length,
		mean: mean(values),
		deviation: deviation(values),
		bands: [...counts].map(([band, count]) => ({
			band,
			count,
			share: scored.length === 0 ? null : count / scored.length,
		})),
		atRisk: endangered.length,
		churnRisk: endangered.filter((row) => roundedOf(row) < churnRiskBelow).length,
		arr: sumArr(rows, options),
		arrAtRisk: sumArr(endangered, options),
		delta: mean(changes),
		deltaDeviation: deviation(changes),
		compared: changes.length,
	};
}

function roundedOf(row: PortfolioRow): number {
	return row.rounded ?? roundHalfUp(row.value as number);
}

function compareKeys(left: string | null, right: string | null): number {
	if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
	return left < right ? -1 : 1;
}
