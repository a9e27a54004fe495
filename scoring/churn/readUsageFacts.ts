import { mannKendall } from '../core/mannKendall';
import { median } from '../core/median';
import { theilSen } from '../core/theilSen';
import type { Row } from '../measures/Records';
import type { FactsAt, UsageSeason } from './ChurnFacts';
import { readUsageWeeks, type UsageColumn, type UsageWeeks } from './readUsageWeeks';
import { USAGE_SERIES, WEEKS_LOOKED_AT } from './usageSeries';

/** Changes over so many days: means of `weeks` weeks now and so many weeks earlier. */
const CHANGES = [
	{ days: 14, apart: 2, weeks: 2 },
	{ days: 30, apart: 4, weeks: 2 },
	{ days: 60, apart: 8, weeks: 3 },
	{ days: 90, apart: 12, weeks: 4 },
] as const;
const LEVEL_WEEKS = 4;
const NO_SEASON: UsageSeason = new Map();
const FEWEST_TREND_WEEKS = 8;

const numberOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Usage facts from the week rows of cs_usage: level (shares of licences and features), changes over 14, 30, 60 and 90 days (-0.43 is a
 * fall by 43 %), trend per week over 12 weeks (Theil-Sen on logarithms) and its Mann-Kendall z over 26, weeks without any use, depth and errors.
 * Weeks that are missing are left out; a fact with nothing left is null. `season` is taken out of changes and trend.
 *
 * @example
 * readUsageFacts([{ period: 'week', starts_on: '1970-01-05', active_users: 17, licensed_users: 20 }])(14 * 86400000).licence_use_share
 * // => 0.85
 */
export function readUsageFacts(rows: readonly Row[]): FactsAt {
	const weeksAt = readUsageWeeks(rows);
	return (cut, season = NO_SEASON) => {
		const weeks = weeksAt(cut);
		const facts: Record<string, number | null> = {
			weeks_since_usage_data: weeks.newest,
			weeks_without_use: weeksWithoutUse(weeks),
		};
		const logs = USAGE_SERIES.map((column) => logSeries(weeks, column, season));
		for (const { days, apart, weeks: span } of CHANGES) {
			facts[`usage_change_${days}d`] = changeOf(logs, span, apart);
		}
		facts.api_change_60d = changeOf([logSeries(weeks, 'api_calls', season)], 3, 8);
		return { ...facts, ...trendFacts(logs), ...levelFacts(weeks) };
	};
}

/** Whole weeks, newest first, in which nothing at all was done; null when the newest weeks are not known. */
function weeksWithoutUse(weeks: UsageWeeks): number | null {
	let count = 0;
	let seen = false;
	for (let age = 0; age < WEEKS_LOOKED_AT; age++) {
		const values = USAGE_SERIES.map((column) => weeks.at(column, age)).filter(
			(value) => !Number.isNaN(value),
		);
		if (values.length === 0) continue;
		if (age >= LEVEL_WEEKS && !seen) return null;
		seen = true;
		if (values.some((value) => value > 0)) return count;
		count++;
	}
	return seen ? count : null;
}

function logSeries(weeks: UsageWeeks, column: UsageColumn, season: UsageSeason): Float64Array {
	const logs = new Float64Array(WEEKS_LOOKED_AT);
	for (let age = 0; age < WEEKS_LOOKED_AT; age++) {
		const value = weeks.at(column, age);
		logs[age] = Number.isNaN(value) ? NaN : Math.log1p(value) - (season.get(weeks.startOf(age) ?? NaN) ?? 0);
	}
	return logs;
}

function meanOf(values: Float64Array, from: number, until: number): number {
	let sum = 0;
	let count = 0;
	for (let age = from; age < until; age++) {
		const value = values[age]!;
		if (Number.isNaN(value)) continue;
		sum += value;
		count++;
	}
	return count === 0 ? NaN : sum / count;
}

/** The mean over the series that have both ends, so that a column that begins to be reported is no growth. */
function changeOf(logs: readonly Float64Array[], span: number, apart: number): number | null {
	let sum = 0;
	let count = 0;
	for (const series of logs) {
		const change = meanOf(series, 0, span) - meanOf(series, apart, apart + span);
		if (Number.isNaN(change)) continue;
		sum += change;
		count++;
	}
	return count === 0 ? null : Math.expm1(sum / count);
}

function trendFacts(logs: readonly Float64Array[]): Record<string, number | null> {
	const short = centred(logs, 12);
	const long = centred(logs, 26);
	const line = short.values.length < FEWEST_TREND_WEEKS ? null : theilSen(short.weeks, short.values);
	const test = long.values.length < FEWEST_TREND_WEEKS ? null : mannKendall(long.values);
	const usual = centred(logs, WEEKS_LOOKED_AT);
	const before = median(usual.values.filter((_, index) => (usual.weeks[index] as number) <= -LEVEL_WEEKS));
	const recent = usual.values.filter((_, index) => (usual.weeks[index] as number) > -LEVEL_WEEKS);
	const steps = long.values.slice(1).map((value, index) => Math.abs(value - (long.values[index] as number)));
	return {
		usage_trend_12w: line === null ? null : Math.expm1(line.slope),
		usage_trend_z_26w: test === null ? null : test.z,
		usage_against_usual:
			before === null || recent.length === 0 || usual.values.length < FEWEST_TREND_WEEKS
				? null
				: Math.expm1(recent.reduce((sum, value) => sum + value, 0) / recent.length - before),
		usage_volatility: steps.length < FEWEST_TREND_WEEKS ? null : median(steps),
	};
}

/** Series put together: each less its own mean, then the mean of those a week has; oldest first, weeks as 0, -1, -2... */
function centred(
	logs: readonly Float64Array[],
	span: number,
): { readonly weeks: number[]; readonly values: number[] } {
	const means = logs.map((series) => meanOf(series, 0, span));
	const weeks: number[] = [];
	const values: number[] = [];
	for (let age = span - 1; age >= 0; age--) {
		let sum = 0;
		let count = 0;
		logs.forEach((series, index) => {
			if (Number.isNaN(series[age])) return;
			sum += series[age]! - means[index]!;
			count++;
		});
		if (count === 0) continue;
		weeks.push(0 - age);
		values.push(sum / count);
	}
	return { weeks, values };
}

function levelFacts(weeks: UsageWeeks): Record<string, number | null> {
	/** Sum of part over sum of whole, only weeks that have both. */
	const ratio = (part: UsageColumn, whole: UsageColumn, from: number, until: number): number => {
		let parts = 0;
		let wholes = 0;
		for (let age = from; age < until; age++) {
			const some = weeks.at(part, age);
			const all = weeks.at(whole, age);
			if (Number.isNaN(some) || !(all > 0)) continue;
			parts += some;
			wholes += all;
		}
		return wholes === 0 ? NaN : parts / wholes;
	};
	const level = (column: UsageColumn, from: number, until: number): number => {
		const values: number[] = [];
		for (let age = from; age < until; age++) values.push(weeks.at(column, age));
		return meanOf(Float64Array.from(values), 0, values.length);
	};
	/** Now, and how it has changed against the twelve weeks before: shares by difference, other numbers relative. */
	const both = (
		name: string,
		of: (from: number, until: number) => number,
		relative = false,
	): Record<string, number | null> => {
		const now = of(0, LEVEL_WEEKS);
		const before = of(LEVEL_WEEKS, LEVEL_WEEKS + 12);
		const change = relative ? (before > 0 ? now / before - 1 : NaN) : now - before;
		return { [name]: numberOrNull(now), [`${name}_change`]: numberOrNull(change) };
	};
	return {
		...both('licence_use_share', (from, until) => ratio('active_users', 'licensed_users', from, until)),
		...both('feature_share', (from, until) => ratio('features_used', 'features_available', from, until)),
		...both('advanced_share', (from, until) => level('advanced_share', from, until)),
		...both('sessions_per_user', (from, until) => ratio('sessions', 'active_users', from, until), true),
		...both('session_minutes', (from, until) => ratio('minutes', 'sessions', from, until), true),
		...both('error_rate', (from, until) => ratio('errors', 'workflows_started', from, until)),
		workflows_per_licence: numberOrNull(ratio('workflows_completed', 'licensed_users', 0, LEVEL_WEEKS)),
		top_user_share: numberOrNull(level('top_user_share', 0, LEVEL_WEEKS)),
		departments: numberOrNull(level('departments', 0, LEVEL_WEEKS)),
		power_user_share: numberOrNull(ratio('power_users', 'active_users', 0, LEVEL_WEEKS)),
		help_views_per_user: numberOrNull(ratio('help_views', 'active_users', 0, LEVEL_WEEKS)),
		first_value_days: numberOrNull(level('first_value_days', 0, WEEKS_LOOKED_AT)),
	};
}
