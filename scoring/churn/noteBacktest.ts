import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import type { Backtest, HorizonResult } from './Backtest';
import type { ScoreIndex } from './indexScores';
import { wordShare } from './wordShare';

const TOO_GOOD = 0.95;
const MANY = 0.2;

/**
 * What a reader of a backtest must know beside its verdict, as warnings: values computed after the day they stand for, values that do not say when,
 * churned accounts without a value, leaving that was known already, ARR that is unknown, a direction that was measured or looks wrong, an AUC too good.
 *
 * @param result of the main horizon
 *
 * @example
 * noteBacktest({ score: 'health', directionFrom: 'name', skipped: {} }, { horizonDays: 90, churned: 0, unscored: { computedLater: 0 }, unscoredChurned: 0, knownBefore: 0, churnedArr: { unknown: 0 }, auc: null, aucHigh: null }, { undated: 2, rows: 4, sameDay: 0 }).map(({ code }) => code)
 * // => ['computed-at-missing']
 */
export function noteBacktest(
	report: Pick<Backtest, 'score' | 'directionFrom' | 'direction' | 'skipped'>,
	result: HorizonResult,
	index: Pick<ScoreIndex, 'undated' | 'rows' | 'sameDay'>,
): Issue[] {
	const notes: Issue[] = [];
	const note = (code: string, path: string, message: string, remedy: string): void => {
		notes.push({ code, path, message, remedy, severity: 'warning' });
	};
	const { horizonDays, churned, churnedArr, knownBefore, unscored, unscoredChurned, auc } = result;
	if (unscored.computedLater > 0) {
		note(
			'computed-later',
			'computed_at',
			`${wordCount(unscored.computedLater, 'account was', 'accounts were')} left out ${wordCount(horizonDays, 'day')} ahead: values for that time were computed afterwards, when the outcome may have been known.`,
			'Judge the score on values that were stored day by day; a history computed afterwards proves nothing.',
		);
	}
	if (index.undated > 0) {
		note(
			'computed-at-missing',
			'computed_at',
			`${index.undated} of ${wordCount(index.rows, 'value')} ${index.undated === 1 ? 'does' : 'do'} not say when that was computed, so the day that stands there was believed.`,
			'Keep the column computed_at with each value, so that later values can be told apart.',
		);
	}
	if (index.sameDay > 0) {
		note(
			'same-day',
			'as_of_on',
			`${wordCount(index.sameDay, 'value shares', 'values share')} account and day with another one; of each day the one computed last, but in time, was used.`,
			'Nothing to do when a day was run again; else look for rows that were imported twice.',
		);
	}
	if (churned + unscoredChurned > 0 && unscoredChurned / (churned + unscoredChurned) > MANY) {
		note(
			'churned-without-score',
			'account_id',
			`${unscoredChurned} of ${churned + unscoredChurned} churned accounts had no value ${wordCount(horizonDays, 'day')} ahead and are not in the figures.`,
			'Check that accounts carry the same id in scores and outcomes, and whether the history reaches back far enough.',
		);
	}
	if (churned > 0 && knownBefore / churned > MANY) {
		note(
			'leaving-known',
			'known_at',
			`${wordShare(knownBefore / churned)} of the churned accounts had already said that they leave ${wordCount(horizonDays, 'day')} ahead, so the score may only have repeated it.`,
			'Look at the longer horizons.',
		);
	}
	if (churnedArr.unknown > 0) {
		note(
			'arr-unknown',
			'arr_change_minor',
			`The ARR of ${wordCount(churnedArr.unknown, 'churned account')} is unknown or has no exchange rate; the share of revenue is of the others.`,
			'Fill arr_change_minor and currency of their outcomes, or connect the rows of cs_rates.',
		);
	}
	if (report.directionFrom === 'measured') {
		note(
			'direction-measured',
			'direction',
			`The name '${report.score}' does not say which values mean risk; ${report.direction} values fitted the outcomes better and were taken, which flatters the score a little.`,
			'Say whether a high or a low value means risk.',
		);
	}
	if (result.aucHigh !== null && result.aucHigh < 0.5) {
		note(
			'direction-doubtful',
			'direction',
			`Accounts with ${report.direction} values stayed more often than the others, so the score points the wrong way.`,
			'Check whether a high or a low value of it means risk.',
		);
	}
	if (auc !== null && result.enough && auc > TOO_GOOD) {
		note(
			'too-good',
			'value',
			`An AUC of ${auc.toFixed(2)} is too good to be true for most scores: it may contain what was only known after the account left.`,
			'Check that no part of the score is set by the cancellation itself (status, plan, seats, a manual red).',
		);
	}
	return notes;
}
