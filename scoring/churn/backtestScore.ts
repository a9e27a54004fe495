import { dayNumber } from '../core/dayNumber';
import type { Outcome } from '../core/issue';
import type { Steps } from '../learn/Steps';
import type {
	ArrRow,
	Backtest,
	BacktestCase,
	BacktestOptions,
	HorizonResult,
	OutcomeRow,
	ScorePoint,
} from './Backtest';
import { checkBacktestOptions } from './checkBacktestOptions';
import { chooseDirection } from './chooseDirection';
import { chooseThreshold } from './chooseThreshold';
import { indexScores } from './indexScores';
import { type JoinedScores, joinScores } from './joinScores';
import { judgeHorizon } from './judgeHorizon';
import { listCases } from './listCases';
import { listMisses } from './listMisses';
import { noteBacktest } from './noteBacktest';
import { promisedRates } from './promisedRates';
import { writeVerdict } from './writeVerdict';

const HORIZONS = [30, 60, 90, 180];
const MAIN = 90;
const STALENESS_DAYS = 35;

/**
 * Did the score know it in time? Joins every account's churn, renewal or staying (see `listCases`) to the score as it was known 30, 60, 90 and 180 days
 * before, never to anything computed later, and measures how well it told them apart: AUC with interval, precision and recall of its warnings, lift,
 * share of churned ARR that was flagged, churn by band, the accounts it got wrong, the promised rates, and a verdict in one sentence. Bad rows are
 * left out and counted; faults of the options come back as issues. Precision and accuracy are shares of the accounts in the test, in which churns of
 * the whole history stand beside accounts that stayed; they are not those of a single quarter.
 *
 * @example
 * backtestScore([], [], [], { asOfOn: 'soon' }).next().value.ok
 * // => false
 */
export function* backtestScore(
	points: readonly ScorePoint[],
	outcomes: readonly OutcomeRow[],
	accounts: readonly ArrRow[],
	options: BacktestOptions,
): Steps<Outcome<Backtest>> {
	const issues = checkBacktestOptions(options);
	if (issues.length > 0) return { ok: false, issues };
	const { asOfOn } = options;
	const asOfDay = dayNumber(asOfOn) as number;
	const score = options.score ?? 'health';
	const stalenessDays = options.stalenessDays ?? STALENESS_DAYS;
	const horizons = [...new Set(options.horizons ?? HORIZONS)].sort((left, right) => left - right);
	const mainHorizon = nearest(horizons, options.mainHorizon ?? MAIN);

	const index = yield* indexScores(points, asOfDay);
	const { cases, skipped, currency } = listCases(outcomes, accounts, index.entries.keys(), {
		...options,
		asOfDay,
	});
	const joins: JoinedScores[] = [];
	for (const horizonDays of horizons) {
		yield { stage: 'joining scores to outcomes', done: joins.length, total: horizons.length };
		joins.push(yield* joinScores(cases, index, { horizonDays, stalenessDays }));
	}
	const main = joins[horizons.indexOf(mainHorizon)] as JoinedScores;
	const { direction, directionFrom } = chooseDirection(options, main.joined);
	const given = options.threshold ?? null;
	const { threshold, thresholdFrom } =
		given === null
			? chooseThreshold(
					main.joined.map(({ value }) => value),
					direction,
				)
			: { threshold: given, thresholdFrom: 'given' as const };
	const results: HorizonResult[] = [];
	for (const join of joins) {
		yield { stage: 'measuring the score', done: results.length, total: joins.length };
		const { bands = [], seed = 1 } = options;
		results.push(judgeHorizon(join, { direction, threshold, bands, seed }));
	}
	const result = results[horizons.indexOf(mainHorizon)] as HorizonResult;
	const misses = listMisses(main.joined, direction, threshold);
	const report = {
		score,
		asOfOn,
		direction,
		directionFrom,
		threshold,
		thresholdFrom,
		stalenessDays,
		currency,
		mainHorizon,
		cases: countCases(cases),
		skipped: { ...index.skipped, ...skipped },
		horizons: results,
		greenButChurned: misses.green,
		redButRenewed: misses.red,
		promises: promisedRates(result, main.joined, { direction, threshold }),
		verdict: writeVerdict(score, result),
		joined: main.joined,
	};
	return { ok: true, value: { ...report, notes: noteBacktest(report, result, index) }, warnings: [] };
}

function countCases(cases: readonly BacktestCase[]): Backtest['cases'] {
	const count = (basis: BacktestCase['basis']): number => cases.filter((one) => one.basis === basis).length;
	return { all: cases.length, churned: count('churned'), renewed: count('renewed'), stayed: count('stayed') };
}

function nearest(horizons: readonly number[], wanted: number): number {
	return horizons.reduce(
		(best, days) => (Math.abs(days - wanted) < Math.abs(best - wanted) ? days : best),
		horizons[0] ?? wanted,
	);
}
