import { measureMetrics } from '../learn/measureMetrics';
import type { BacktestOptions, HorizonResult, RiskDirection } from './Backtest';
import { isFlagged } from './isFlagged';
import type { JoinedScores } from './joinScores';
import { rateBands } from './rateBands';
import { rateOf } from './rateOf';
import { riskRanks } from './riskRanks';
import { shareOfArr } from './shareOfArr';

const LEAST_OUTCOMES = 30;
const LEAST_OF_EACH = 10;

export interface JudgeOptions {
	readonly direction: RiskDirection;
	readonly threshold: number;
	readonly bands: NonNullable<BacktestOptions['bands']>;
	readonly seed: number;
}

/**
 * How well the values known so many days ahead told who would churn. `enough`: at least 30 outcomes, ten of them churned and ten kept; the figures are
 * given below that too, but no verdict should rest on them.
 *
 * @example
 * judgeHorizon({ horizonDays: 90, joined: [], unscored: {}, unscoredChurned: 0, rejectedRows: 0, knownBefore: 0 }, { direction: 'low', threshold: 70, bands: [], seed: 1 }).auc
 * // => null
 */
export function judgeHorizon(scores: JoinedScores, options: JudgeOptions): HorizonResult {
	const { joined } = scores;
	const { direction, threshold, bands, seed } = options;
	const ranks = riskRanks(
		joined.map(({ value }) => value),
		direction,
	);
	const metrics = measureMetrics(
		ranks,
		Uint8Array.from(joined, ({ churned }) => (churned ? 1 : 0)),
	);
	const churned = metrics.events;
	const kept = joined.length - churned;
	const flags = joined.map(({ value }) => isFlagged(value, direction, threshold));
	let flagged = 0;
	let right = 0;
	joined.forEach((one, index) => {
		if (flags[index] === true) flagged += 1;
		if (flags[index] === true && one.churned) right += 1;
	});
	const lost = joined
		.map((one, index) => ({ one, flagged: flags[index] === true }))
		.filter(({ one }) => one.churned)
		.map((entry) => ({ minor: entry.one.reportMinor, flagged: entry.flagged }));
	return {
		horizonDays: scores.horizonDays,
		n: joined.length,
		churned,
		enough: joined.length >= LEAST_OUTCOMES && churned >= LEAST_OF_EACH && kept >= LEAST_OF_EACH,
		auc: metrics.auc,
		aucLow: metrics.aucLow,
		aucHigh: metrics.aucHigh,
		flagged,
		precision: rateOf(right, flagged),
		recall: rateOf(right, churned),
		accuracy: rateOf(right + kept - (flagged - right), joined.length),
		trivialAccuracy: joined.length === 0 ? null : kept / joined.length,
		lift10: metrics.lift10,
		churnedArr: shareOfArr(lost, seed),
		...rateBands(joined, direction, bands),
		unscored: scores.unscored,
		unscoredChurned: scores.unscoredChurned,
		rejectedRows: scores.rejectedRows,
		knownBefore: scores.knownBefore,
	};
}
