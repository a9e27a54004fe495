import { lagOneCorrelation } from '../core/lagOneCorrelation';
import { mannKendall } from '../core/mannKendall';
import { mean } from '../core/mean';
import { median } from '../core/median';
import { normalCdf } from '../core/normalCdf';
import { theilSen } from '../core/theilSen';
import type { SeriesTest } from './UsageWindow';

export interface GrowthOptions {
	/** `log`: amounts, change is relative. `points`: shares, change is the difference. */
	readonly scale: 'log' | 'points';
	/** Smallest change worth a signal: 0.3 is plus 30 %, or 0.3 of a share. */
	readonly least: number;
}

const RECENT = 4;
const FEWEST_BEFORE = 12;
/** Standard scores; set by simulation on flat accounts with noise, autocorrelation and a shared season (test/scoring/expansion). */
const LEVEL_Z = 5.5;
const TREND_Z = 4;
/** A short series underestimates how much neighbours resemble each other. */
const LEAST_CORRELATION = 0.5;
const TREND_FACTOR = 1.5;

/**
 * Whether a weekly series grew beyond its own noise. Two ways count: the last four weeks lie far above the usual level of the weeks before
 * (robust standard score by median and MAD, widened for autocorrelation), or the whole series rises steadily (Mann-Kendall with
 * Hamed and Rao's correction, size by Theil and Sen). Both need a change of at least `least`. `season` (same length, scale of the
 * test) is taken out first. null: fewer than 3 of the last 4 or 12 of the earlier weeks were observed.
 *
 * @example
 * testGrowth([9, 11, 10, 9, 10, 11, 10, 9, 11, 10, 9, 10, 11, 10, 40, 41, 43, 42], { scale: 'log', least: 0.3 })?.fires
 * // => true
 */
export function testGrowth(
	values: readonly (number | null)[],
	options: GrowthOptions,
	season: readonly number[] = [],
): SeriesTest | null {
	const from = values.length - RECENT;
	const points = values.flatMap((value, at) =>
		value === null || value < 0 ? [] : [{ at, value, y: scaled(value, options) - (season[at] ?? 0) }],
	);
	const before = points.filter(({ at }) => at < from);
	const recent = points.filter(({ at }) => at >= from);
	const value = median(recent.map((point) => point.value));
	const baseline = median(before.map((point) => point.value));
	if (recent.length < RECENT - 1 || before.length < FEWEST_BEFORE || value === null || baseline === null)
		return null;

	const level = levelTest(
		before.map(({ y }) => y),
		recent.map(({ y }) => y),
		options,
	);
	const trend = level.fires ? null : trendTest(points, options);
	if (trend !== null) return { ...trend, method: 'trend', value, baseline, n: points.length };
	return { ...level, method: 'level', value, baseline, n: points.length };
}

const scaled = (value: number, { scale }: GrowthOptions): number =>
	scale === 'log' ? Math.log1p(value) : value;
const changeOf = (difference: number, { scale }: GrowthOptions): number =>
	scale === 'log' ? Math.expm1(difference) : difference;

/** null: no steady rise. The line is the dear part, so the order of the values is asked first. */
function trendTest(
	points: readonly { readonly at: number; readonly y: number }[],
	options: GrowthOptions,
): Pick<SeriesTest, 'fires' | 'change' | 'z' | 'pValue'> | null {
	const ys = points.map(({ y }) => y);
	if ((mannKendall(ys, LEAST_CORRELATION)?.z ?? 0) < TREND_Z) return null;
	const line = theilSen(
		points.map(({ at }) => at),
		ys,
	);
	if (line === null) return null;
	const residuals = points.map(({ at, y }) => y - line.intercept - line.slope * at);
	const correlation = Math.max(LEAST_CORRELATION, lagOneCorrelation(residuals) ?? 0);
	const z = mannKendall(ys, correlation)?.z ?? 0;
	const change = changeOf(line.slope * ((points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0)), options);
	if (z < TREND_Z || change < options.least * TREND_FACTOR) return null;
	return { fires: true, change, z, pValue: 1 - normalCdf(z) };
}

function levelTest(
	before: readonly number[],
	recent: readonly number[],
	options: GrowthOptions,
): Pick<SeriesTest, 'fires' | 'change' | 'z' | 'pValue'> {
	const usual = median(before) as number;
	const now = median(recent) as number;
	const spread = 1.4826 * (median(before.map((y) => Math.abs(y - usual))) as number);
	// Half the values alike give a MAD of 0; then the plain deviation says how much they move.
	const noise = Math.max(spread, 0.6 * rootMeanSquare(before, usual), options.scale === 'log' ? 0.02 : 0.005);
	const correlation = Math.max(LEAST_CORRELATION, lagOneCorrelation(before) ?? 0);
	const error =
		noise * Math.sqrt(meanVariance(recent.length, correlation) + meanVariance(before.length, correlation));
	const centre = Math.min(now, mean(recent) as number);
	const z = (centre - usual) / error;
	const change = changeOf(now - usual, options);
	const sustained = recent.every((y) => y > usual);
	return { fires: z >= LEVEL_Z && change >= options.least && sustained, change, z, pValue: 1 - normalCdf(z) };
}

function rootMeanSquare(values: readonly number[], centre: number): number {
	let sum = 0;
	for (const value of values) sum += (value - centre) ** 2;
	return Math.sqrt(sum / values.length);
}

/** Variance of a mean of n neighbours of variance 1 whose correlation fades as correlation^k. */
function meanVariance(n: number, correlation: number): number {
	let sum = 1;
	for (let lag = 1; lag < n; lag++) sum += 2 * (1 - lag / n) * correlation ** lag;
	return sum / n;
}
