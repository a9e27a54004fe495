import { addDays } from '../core/addDays';
import type { Steps } from '../learn/Steps';
import type { BacktestCase, JoinedCase } from './Backtest';
import { findKnownScore } from './findKnownScore';
import type { ScoreIndex } from './indexScores';

const EPOCH = '1970-01-01';
const CASES_PER_STEP = 5000;

/** The cases that had a score so many days ahead, and what became of the others. */
export interface JoinedScores {
	readonly horizonDays: number;
	readonly joined: readonly JoinedCase[];
	readonly unscored: { readonly none: number; readonly tooOld: number; readonly computedLater: number };
	readonly unscoredChurned: number;
	readonly rejectedRows: number;
	/** Churned accounts in `joined` whose leaving was known by the day of the score. */
	readonly knownBefore: number;
}

/**
 * Joins each case to the score that was known `horizonDays` before its day. Nothing later enters: neither rows of later days nor rows computed later.
 *
 * @example
 * joinScores([], { entries: new Map(), skipped: {}, sameDay: 0, undated: 0, rows: 0 }, { horizonDays: 90, stalenessDays: 35 }).next().value.joined
 * // => []
 */
export function* joinScores(
	cases: readonly BacktestCase[],
	index: ScoreIndex,
	options: { readonly horizonDays: number; readonly stalenessDays: number },
): Steps<JoinedScores> {
	const joined: JoinedCase[] = [];
	const unscored = { none: 0, tooOld: 0, computedLater: 0 };
	let unscoredChurned = 0;
	let rejectedRows = 0;
	let knownBefore = 0;
	for (const [at, one] of cases.entries()) {
		if (at % CASES_PER_STEP === CASES_PER_STEP - 1) {
			yield { stage: 'joining scores to outcomes', done: at, total: cases.length };
		}
		const day = one.day - options.horizonDays;
		const known = findKnownScore(index.entries.get(one.accountId) ?? [], day, options.stalenessDays);
		rejectedRows += known.rejected;
		if (known.entry === null) {
			unscored[known.reason ?? 'none'] += 1;
			if (one.churned) unscoredChurned += 1;
			continue;
		}
		if (one.churned && one.knownDay !== null && one.knownDay <= day) knownBefore += 1;
		const { point, day: scoredDay } = known.entry;
		joined.push({
			...one,
			value: point.value as number,
			band: point.band ?? null,
			scoredOn: addDays(EPOCH, scoredDay),
			daysBefore: one.day - scoredDay,
			components: point.components ?? null,
		});
	}
	return { horizonDays: options.horizonDays, joined, unscored, unscoredChurned, rejectedRows, knownBefore };
}
