import { addDays } from '../../../scoring/core/addDays';
import { daysBetween } from '../../../scoring/core/daysBetween';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import { assessTrend, type TrendName } from '../../../scoring/health/assessTrend';
import { indexCohort } from '../../../scoring/health/indexCohort';
import { projectScore, type Projection } from '../../../scoring/health/projectScore';
import { snapshotScore } from '../../../scoring/health/snapshotScore';
import { splitDelta } from '../../../scoring/health/splitDelta';
import type { ScorePoint } from '../../../scoring/health/thinToWeeks';
import { recallScore, type Split } from './recallScore';
import type { PastScore } from './readHistory';
import type { Scoring } from './readScoring';
import type { ScoredAccount } from './ObservedAccount';

/** A comparison with an earlier day; `split` is null where only the earlier value is known. */
export interface Comparison {
	readonly on: string;
	readonly value: number | null;
	readonly delta: number | null;
	readonly split: Split | null;
}

export interface Changes {
	readonly trend: TrendName | null;
	readonly delta: number | null;
	/** One sentence on what moved since the run before. */
	readonly words: string | null;
	readonly previous: {
		readonly on: string;
		readonly value: number | null;
		readonly rounded: number | null;
	} | null;
	readonly days30: Comparison | null;
	readonly month: Comparison | null;
	readonly split: Split | null;
	readonly projection: { readonly d30: Projection; readonly d90: Projection } | null;
	/** Whether the band differs from that of the run before; null without one. */
	readonly movedBand: boolean | null;
}

/** An account without a past. */
export const NO_CHANGES: Changes = {
	trend: null,
	delta: null,
	words: null,
	previous: null,
	days30: null,
	month: null,
	split: null,
	projection: null,
	movedBand: null,
};

/** A score may be this much older than the day it stands for; weekly history has one in every seven days. */
const TOLERANCE_DAYS = 14;
/** Points. */
const WORTH_SAYING = 0.05;

/**
 * Prepares the comparison of scores with their past: what the portfolio did as a whole is worked out once, so that a trend is the account's
 * own and not the season's.
 */
export function prepareChanges(
	scoring: Scoring,
	history: ReadonlyMap<string, readonly PastScore[]>,
	scored: readonly ScoredAccount[],
): (account: ScoredAccount) => Changes {
	const { day } = scoring.asOf;
	const pointsOf = ({ accountId, score }: ScoredAccount): ScorePoint[] => {
		const past = (history.get(accountId) ?? []).filter((point) => point.on < day);
		const points = [...past, { on: day, value: score.value }];
		return points.filter((point): point is PastScore & ScorePoint => point.value !== null);
	};
	const cohort = indexCohort(scored.map(pointsOf));
	const poorBelow = scoring.scorecard.bands.at(-2)?.from ?? 0;

	return (account) => {
		const past = history.get(account.accountId);
		const latest = past?.at(-1);
		if (past === undefined || latest === undefined) return NO_CHANGES;
		const compare = (earlier: PastScore | null): (Comparison & { words: string | null }) | null =>
			earlier === null ? null : compareWith(scoring, account, earlier);
		const since = compare(latest);
		const { score } = account;
		const points = score.value === null ? [] : pointsOf(account);
		return {
			trend: score.value === null ? null : assessTrend(points, { cohort, poorBelow }).trend,
			delta: since?.delta ?? null,
			words: !since?.words || since.delta === null ? null : `Since ${latest.on}: ${since.words}`,
			previous: {
				on: latest.on,
				value: latest.value,
				rounded: latest.value === null ? null : roundHalfUp(latest.value),
			},
			days30: withoutWords(compare(latestUntil(past, addDays(day, -30)))),
			month: withoutWords(compare(latestUntil(past, monthBefore(day)))),
			split: since?.split ?? null,
			projection: project(points, day),
			movedBand: latest.band === null || score.band === null ? null : latest.band !== score.band,
		};
	};
}

const withoutWords = (comparison: Comparison | null): Comparison | null =>
	comparison && {
		on: comparison.on,
		value: comparison.value,
		delta: comparison.delta,
		split: comparison.split,
	};

function compareWith(
	scoring: Scoring,
	account: ScoredAccount,
	earlier: PastScore,
): Comparison & { words: string | null } {
	const card = scoring.alternatives[account.score.scorecardId];
	const scorecard =
		account.score.scorecardId === scoring.scorecard.id ? scoring.scorecard : (card ?? scoring.scorecard);
	const current = snapshotScore(account.score, scoring.configHash, scorecard, account.input);
	const { snapshot, late } = recallScore(scoring, account, earlier, scorecard);
	const found = splitDelta(snapshot, current, scorecard);
	const { value, weight, config, data } = found;
	const words = Math.abs(late.config + late.data) < WORTH_SAYING ? found.words : null;
	const delta =
		earlier.value === null || account.score.value === null ? null : account.score.value - earlier.value;
	const split =
		value === null || weight === null || config === null || data === null
			? null
			: { value, weight, config: config + late.config, data: data + late.data, words };
	return { on: earlier.on, value: earlier.value, delta, split, words };
}

/** The last score of or before a day that is not too old to stand for it. */
function latestUntil(past: readonly PastScore[], day: string): PastScore | null {
	for (let index = past.length - 1; index >= 0; index--) {
		const score = past[index] as PastScore;
		if (score.on > day) continue;
		const age = daysBetween(score.on, day);
		return age !== null && age <= TOLERANCE_DAYS ? score : null;
	}
	return null;
}

/** The same day of the month before, or its last day. */
function monthBefore(day: string): string {
	const lastOfMonthBefore = addDays(`${day.slice(0, 8)}01`, -1);
	const same = `${lastOfMonthBefore.slice(0, 8)}${day.slice(8)}`;
	return same > lastOfMonthBefore ? lastOfMonthBefore : same;
}

function project(points: readonly ScorePoint[], day: string): Changes['projection'] {
	const d30 = projectScore(points, day, 30);
	const d90 = projectScore(points, day, 90);
	return d30 === null || d90 === null ? null : { d30, d90 };
}
