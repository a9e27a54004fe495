import { dayNumber } from '../core/dayNumber';
import { lagOneCorrelation } from '../core/lagOneCorrelation';
import { leastSquares } from '../core/leastSquares';
import { mannKendall } from '../core/mannKendall';
import { median } from '../core/median';
import { roundHalfUp } from '../core/roundHalfUp';
import { theilSen, type Line } from '../core/theilSen';
import { interpolateDay } from './interpolateDay';
import { thinToWeeks, type ScorePoint, type WeeklyPoint } from './thinToWeeks';

export type TrendName = 'improving' | 'stable' | 'declining' | 'critical';

export interface TrendOptions {
	/** Weeks looked at, latest first; default 10. */
	readonly windowWeeks?: number;
	/** Weekly points needed, at least 4; default 6. */
	readonly minPoints?: number;
	/** A smaller change over the window, in points, is not called a trend; default 5, without cohort 6 because a season may be in it. */
	readonly minChange?: number;
	/** Largest two-sided p-value that is not called chance, 0 to 1; default 0.1, because the change must be large enough as well. */
	readonly significance?: number;
	/** Scores rounded below this are in the worst band; default 50. */
	readonly poorBelow?: number;
	/** A fall of this many points in 30 days is critical; default 15. */
	readonly criticalFall?: number;
	/** What the whole portfolio did, from `indexCohort`; taken out before the test. */
	readonly cohort?: readonly ScorePoint[];
}

export interface Trend {
	/** null: too few points. */
	readonly trend: TrendName | null;
	/** Points per week, Theil-Sen, without the cohort's own move; null with too few points. */
	readonly slopePerWeek: number | null;
	/** Two-sided, 0 to 1; null with too few points. */
	readonly pValue: number | null;
	/** Weekly points used. */
	readonly n: number;
	/** One sentence for a person. */
	readonly words: string;
}

const WEEKS_IN_30_DAYS = 30 / 7;
/** Neighbouring weeks share data. A short history cannot show how much, so the measured correlation is drawn towards a usual one. */
const USUAL_CORRELATION = { value: 0.3, weeks: 20 };
/** A noisy account must move further: the change must also be this many standard deviations of its ups and downs. */
const NOISE_FACTOR = 2.8;
/** Median absolute deviation to standard deviation, for normal noise. */
const MAD_TO_DEVIATION = 1.4826;
/** Noise is judged from up to a year of history. */
const NOISE_WEEKS = 52;

/**
 * Tells movement of a score from noise. The points are thinned to one a week; the slope of the last weeks is Theil and Sen's, its
 * significance Mann and Kendall's with Hamed and Rao's correction for resembling neighbours (the resemblance is measured on up to a year).
 * "improving" or "declining" needs both: chance is unlikely and the change over the window is large enough to matter. A decline is
 * "critical" when the score is in the worst band, fell by 15 points in 30 days, or at this pace is in the worst band within 30 days.
 *
 * Measured by simulation (noise of 2 points, lag-one correlation 0.4, yearly wave of 3 and holiday dip of 6 points shared by all, 13 weeks or
 * more, with cohort): about 4 % of flat series are called moving, 95 % of falls by 10 points in 8 weeks are found. Without cohort about 8 % are
 * called moving in such a season; noise of 3 points leaves 72 % of the falls found.
 *
 * @example
 * assessTrend([{ on: '2024-01-08', value: 80 }, { on: '2024-01-15', value: 70 }]).words
 * // => 'No trend yet: 2 weekly scores, at least 6 are needed'
 */
export function assessTrend(points: readonly ScorePoint[], options: TrendOptions = {}): Trend {
	const { windowWeeks = 10, significance = 0.1, cohort = [] } = options;
	const minChange = options.minChange ?? (cohort.length > 0 ? 5 : 6);
	const least = Math.max(4, options.minPoints ?? 6);
	const raw = thinToWeeks(points);
	const all = raw.map((point) => ({
		...point,
		value: point.value - (interpolateDay(cohort, point.on) ?? 0),
	}));
	const recent = all.filter((point) => point.week >= -windowWeeks - 0.5);
	const n = recent.length;
	const line = n < least ? null : lineOf(recent, theilSen);
	const noise = line && measureNoise(all, n, line);
	const test =
		noise &&
		mannKendall(
			recent.map((point) => point.value),
			noise.lagOne,
		);
	if (line === null || noise === null || test === null) {
		const words = `No trend yet: ${n} weekly ${n === 1 ? 'score' : 'scores'}, at least ${least} are needed`;
		return { trend: null, slopePerWeek: null, pValue: null, n, words };
	}
	const weeks = -(recent[0] as WeeklyPoint).week;
	const change = line.slope * weeks;
	const moved =
		test.pValue <= significance &&
		Math.abs(change) >= Math.max(minChange, NOISE_FACTOR * noise.deviation) &&
		test.s * change > 0;
	const found = { slopePerWeek: line.slope, pValue: test.pValue, n };
	const pace = `${wordChange(change)} in ${roundHalfUp(weeks)} weeks`;
	if (!moved)
		return { trend: 'stable', ...found, words: `Stable: ${pace} is within the usual ups and downs` };
	if (change > 0) return { trend: 'improving', ...found, words: `Improving: ${pace}` };
	const alarm = findAlarm(raw, points, line, options);
	if (alarm === null) return { trend: 'declining', ...found, words: `Declining: ${pace}` };
	return { trend: 'critical', ...found, words: `Critical: ${pace}; ${alarm}` };
}

function lineOf(points: readonly WeeklyPoint[], fit: typeof theilSen): Line | null {
	return fit(
		points.map((point) => point.week),
		points.map((point) => point.value),
	);
}

/** Spread (points, robust) and lag-one correlation of what is left without the window's line and the earlier part's own line. */
function measureNoise(
	all: readonly WeeklyPoint[],
	inWindow: number,
	line: Line,
): { readonly deviation: number; readonly lagOne: number } {
	const earlier = all.slice(Math.max(0, all.length - NOISE_WEEKS), all.length - inWindow);
	const rest = [
		...detrend(earlier, lineOf(earlier, leastSquares)),
		...detrend(all.slice(all.length - inWindow), line),
	];
	const deviation = MAD_TO_DEVIATION * (median(rest.map(Math.abs)) ?? 0);
	const measured = lagOneCorrelation(rest);
	const { value, weeks } = USUAL_CORRELATION;
	const lagOne = measured === null ? value : (measured * rest.length + value * weeks) / (rest.length + weeks);
	return { deviation, lagOne };
}

function detrend(points: readonly WeeklyPoint[], line: Line | null): number[] {
	if (line === null) return [];
	return points.map((point) => point.value - line.intercept - line.slope * point.week);
}

/** Why a decline cannot wait, or null. Judged on the score as it is, not on what is left without the cohort. */
function findAlarm(
	weekly: readonly WeeklyPoint[],
	points: readonly ScorePoint[],
	line: Line,
	{ poorBelow = 50, criticalFall = 15 }: TrendOptions,
): string | null {
	const latest = weekly.at(-1) as WeeklyPoint;
	if (roundHalfUp(latest.value) < poorBelow) return `the score is ${roundHalfUp(latest.value)}`;
	const earlier = valueBefore(points, latest.on, 30);
	if (earlier !== null && earlier - latest.value >= criticalFall) {
		return `it fell by ${wordChange(earlier - latest.value, false)} in 30 days`;
	}
	const projected = roundHalfUp(latest.value + line.slope * WEEKS_IN_30_DAYS);
	return projected < poorBelow ? `at this pace it is ${Math.max(0, projected)} in 30 days` : null;
}

/** The latest value at least so many days before a day, at most two weeks earlier than that; null: none. */
function valueBefore(points: readonly ScorePoint[], on: string, days: number): number | null {
	const end = dayNumber(on) ?? NaN;
	let found: { age: number; value: number } | null = null;
	for (const point of points) {
		const age = end - (dayNumber(point.on) ?? NaN);
		if (age >= days && age <= days + 14 && (found === null || age <= found.age))
			found = { age, value: point.value };
	}
	return found?.value ?? null;
}

function wordChange(change: number, signed = true): string {
	const rounded = roundHalfUp(Math.abs(change) * 10) / 10;
	const sign = !signed || rounded === 0 ? '' : change > 0 ? '+' : '-';
	return `${sign}${rounded} ${rounded === 1 ? 'point' : 'points'}`;
}
