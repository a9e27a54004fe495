import { dayNumber } from '../core/dayNumber';
import type { Issue, Outcome } from '../core/issue';
import { mean } from '../core/mean';
import { spearman } from '../core/spearman';
import { chooseScorecard } from './chooseScorecard';
import { compileScorecard } from './compileScorecard';
import type { HealthInput } from './HealthScore';
import { prepareHealthScorer, type HealthNumbers } from './prepareHealthScorer';
import { HEALTH_PRESETS } from './presets';
import type { Scorecard } from './Scorecard';
import { sumArr, type ArrRow, type ArrSum, type MoneyOptions } from './sumArr';

export interface CompareOptions extends MoneyOptions {
	/** By account id; an account without an entry has unknown ARR. */
	readonly arr?: Readonly<Record<string, ArrRow>>;
	/** Scorecards that lifecycle rules may choose; presets unless given. */
	readonly alternatives?: Readonly<Record<string, Scorecard>>;
}

/** An account that has another band on its latest day. null: insufficient data. */
export interface BandChange extends ArrRow {
	readonly accountId: string;
	readonly asOfOn: string;
	readonly from: string | null;
	readonly to: string | null;
	readonly fromValue: number | null;
	readonly toValue: number | null;
}

/** What one scorecard makes of the latest day of every account. */
export interface ScorecardView {
	readonly scorecardId: string;
	readonly scored: number;
	readonly insufficient: number;
	/** 0 to 100; null: nothing scored. */
	readonly mean: number | null;
	/** Accounts per band id, best band first; a lifecycle rule may add bands of another scorecard. */
	readonly bands: Readonly<Record<string, number>>;
}

export interface ScorecardComparison {
	readonly accounts: number;
	/** Account days scored under both, over the whole history. */
	readonly compared: number;
	/** Share of those days (0 to 1) on which the band differs; null: none. */
	readonly daysOfOtherBand: number | null;
	/** Mean of b minus a over those days, in points; null: none. */
	readonly meanShift: number | null;
	/** Spearman's correlation of both scores over the accounts' latest days, -1 to 1; null: too few. */
	readonly rankCorrelation: number | null;
	readonly a: ScorecardView;
	readonly b: ScorecardView;
	/** Largest move first. */
	readonly changes: readonly BandChange[];
	/** Of the accounts that change band. */
	readonly arrChanging: ArrSum;
}

/**
 * Scores the same history (accounts by days) with two scorecards: who changes band and with how much ARR, how the distribution and the
 * mean shift, whether the order of accounts stays. Bands, changes and distribution are those of each account's latest day; shift and
 * days of another band run over all days. Not ok when one of the scorecards has faults (their path starts with `a.` or `b.`).
 *
 * @example
 * compareScorecards([EXAMPLE_ACCOUNT], FRAMEWORK_SCORECARD, FRAMEWORK_SCORECARD).value.meanShift
 * // => 0
 */
export function compareScorecards(
	inputs: readonly HealthInput[],
	a: Scorecard,
	b: Scorecard,
	options: CompareOptions = {},
): Outcome<ScorecardComparison> {
	const issues = [...faultsOf('a', a), ...faultsOf('b', b)];
	if (issues.length > 0) return { ok: false, issues };
	const alternatives = options.alternatives ?? HEALTH_PRESETS;
	const pairs = inputs.map((input) => ({
		input,
		a: score(input, a, alternatives),
		b: score(input, b, alternatives),
	}));
	const latest = latestOf(pairs);
	const both = pairs.filter((pair) => pair.a.value !== null && pair.b.value !== null);
	const changes = latest.flatMap(({ input, a: before, b: after }): BandChange[] => {
		if (before.band === after.band) return [];
		const { accountId, asOfOn } = input;
		const { arrMinor, currency } = options.arr?.[accountId] ?? { arrMinor: null, currency: null };
		const bands = { from: before.band, to: after.band, fromValue: before.value, toValue: after.value };
		return [{ accountId, asOfOn, ...bands, arrMinor, currency }];
	});
	changes.sort((left, right) => moveOf(right) - moveOf(left) || (left.accountId < right.accountId ? -1 : 1));
	const ranked = latest.filter((pair) => pair.a.value !== null && pair.b.value !== null);
	const others = both.filter((pair) => pair.a.band !== pair.b.band).length;
	const comparison: ScorecardComparison = {
		accounts: latest.length,
		compared: both.length,
		daysOfOtherBand: both.length === 0 ? null : others / both.length,
		meanShift: mean(both.map((pair) => (pair.b.value as number) - (pair.a.value as number))),
		rankCorrelation: spearman(
			ranked.map((pair) => pair.a.value as number),
			ranked.map((pair) => pair.b.value as number),
		),
		a: viewOf(
			a,
			latest.map((pair) => pair.a),
		),
		b: viewOf(
			b,
			latest.map((pair) => pair.b),
		),
		changes,
		arrChanging: sumArr(changes, options),
	};
	return { ok: true, value: comparison, warnings: [] };
}

interface Scored {
	readonly value: number | null;
	readonly band: string | null;
}
interface Pair {
	readonly input: HealthInput;
	readonly a: Scored;
	readonly b: Scored;
}

function score(
	input: HealthInput,
	scorecard: Scorecard,
	alternatives: Readonly<Record<string, Scorecard>>,
): Scored {
	const chosen = chooseScorecard(input, scorecard, alternatives).scorecard;
	const scorer = prepareHealthScorer(chosen);
	if (!scorer.ok || dayNumber(input.asOfOn) === null) return { value: null, band: null };
	const { value, bandIndex }: HealthNumbers = scorer.value(input);
	return { value, band: bandIndex === null ? null : (chosen.bands[bandIndex]?.id ?? null) };
}

function latestOf(pairs: readonly Pair[]): Pair[] {
	const latest = new Map<string, Pair>();
	for (const pair of pairs) {
		const known = latest.get(pair.input.accountId);
		if (known === undefined || pair.input.asOfOn >= known.input.asOfOn)
			latest.set(pair.input.accountId, pair);
	}
	return [...latest.values()];
}

function viewOf(scorecard: Scorecard, scores: readonly Scored[]): ScorecardView {
	const bands: Record<string, number> = Object.fromEntries(scorecard.bands.map((band) => [band.id, 0]));
	for (const { band } of scores) if (band !== null) bands[band] = (bands[band] ?? 0) + 1;
	const values = scores.flatMap(({ value }) => value ?? []);
	const insufficient = scores.length - values.length;
	return { scorecardId: scorecard.id, scored: values.length, insufficient, mean: mean(values), bands };
}

/** Points between both scores; losing or gaining a score altogether is the largest move. */
function moveOf({ fromValue, toValue }: BandChange): number {
	return fromValue === null || toValue === null ? 101 : Math.abs(toValue - fromValue);
}

function faultsOf(name: string, scorecard: Scorecard): Issue[] {
	const compiled = compileScorecard(scorecard);
	if (compiled.ok) return [];
	return compiled.issues.map((issue) => ({ ...issue, path: `${name}.${issue.path}` }));
}
