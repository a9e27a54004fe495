import { wordCount } from '../core/wordCount';
import type { HorizonResult, JoinedCase, PromisedRate, RiskDirection } from './Backtest';
import { correlateOutcomes } from './correlateOutcomes';
import { isFlagged } from './isFlagged';
import { rateOf } from './rateOf';
import { wordShare } from './wordShare';

const LEAST_OUTCOMES = 30;
const LEAST_OF_EACH = 10;

interface Call {
	readonly flagged: boolean;
	readonly left: boolean;
}

/**
 * The rates that requirements like to promise beside what was measured at one horizon, each with a 90 % interval and a verdict: met when the whole interval
 * reaches the promise, not met when none of it does, else (and under 30 outcomes with ten of each kind) it can't be told. Beside an accuracy stands that of
 * calling everybody "stays", as with few churns that alone is high. Churn: flagged = churned, all accounts. Renewal: the same among accounts that had
 * a renewal to decide. Behaviour: flagged = churned or shrank within the horizon. Correlation: Spearman, with the most any ranking could reach.
 *
 * @example
 * promisedRates({ horizonDays: 90, auc: null }, [], { direction: 'low', threshold: 70 }).map(({ promised, verdict }) => [promised, verdict])[0]
 * // => [0.9, "can't be told"]
 */
export function promisedRates(
	result: HorizonResult,
	joined: readonly JoinedCase[],
	options: { readonly direction: RiskDirection; readonly threshold: number },
): PromisedRate[] {
	const callOf = (one: JoinedCase, left: boolean): Call => ({
		flagged: isFlagged(one.value, options.direction, options.threshold),
		left,
	});
	const renewals = joined.filter(({ basis }) => basis !== 'stayed');
	const shrank = ({ churned, contractedDays, day }: JoinedCase): boolean =>
		churned || contractedDays.some((on) => on <= day && on > day - result.horizonDays);
	return [
		rateAccuracy(
			'churn-accuracy',
			'Churn prediction accuracy',
			0.9,
			joined.map((one) => callOf(one, one.churned)),
		),
		rateCorrelation(result, joined),
		rateAccuracy(
			'renewal-accuracy',
			'Renewal forecast accuracy',
			0.85,
			renewals.map((one) => callOf(one, one.churned)),
		),
		rateAccuracy(
			'behaviour-accuracy',
			'Accuracy of foretold behaviour (leaves or shrinks)',
			0.95,
			joined.map((one) => callOf(one, shrank(one))),
		),
	];
}

function rateAccuracy(
	id: PromisedRate['id'],
	label: string,
	promised: number,
	calls: readonly Call[],
): PromisedRate {
	const left = calls.filter((call) => call.left).length;
	const right = calls.filter((call) => call.left === call.flagged).length;
	const { value, low, high } = rateOf(right, calls.length);
	const trivial = calls.length === 0 ? null : 1 - left / calls.length;
	const verdict = judge(promised, low, high, isEnough(calls.length, left));
	const beside =
		value === null || trivial === null
			? ''
			: value <= trivial
				? ` Calling everybody "stays" reaches ${wordShare(trivial)}, so the warnings add nothing to this figure.`
				: ` Calling everybody "stays" reaches ${wordShare(trivial)}.`;
	const text = `${label}: promised ${wordShare(promised)}, measured ${wordShare(value)}${span(low, high, wordShare)} on ${wordCount(calls.length, 'account')}: ${verdict}.${beside}`;
	return {
		id,
		label,
		promised,
		measured: value,
		low,
		high,
		rows: calls.length,
		trivial,
		ceiling: null,
		verdict,
		text,
	};
}

function rateCorrelation(result: HorizonResult, joined: readonly JoinedCase[]): PromisedRate {
	const promised = 0.9;
	const { auc, aucLow, aucHigh } = result;
	const churned = joined.filter((one) => one.churned).length;
	const found =
		auc === null || aucLow === null || aucHigh === null
			? null
			: correlateOutcomes(
					joined.map(({ value }) => value),
					churned,
					{ auc, low: aucLow, high: aucHigh },
				);
	const [low, high, ceiling] = [found?.low ?? null, found?.high ?? null, found?.ceiling ?? null];
	const verdict = judge(promised, low, high, isEnough(joined.length, churned));
	const word = (value: number | null): string => (value === null ? 'unknown' : value.toFixed(2));
	const reach =
		ceiling !== null && ceiling < promised
			? ` No score could meet it here: even a perfect ranking reaches ${word(ceiling)} against a yes/no outcome.`
			: '';
	const label = 'Correlation of score and outcome';
	return {
		id: 'health-correlation',
		label,
		promised,
		measured: found?.value ?? null,
		low,
		high,
		rows: joined.length,
		trivial: found === null ? null : 0,
		ceiling,
		verdict,
		text: `${label}: promised ${word(promised)}, measured ${word(found?.value ?? null)}${span(low, high, word)} on ${wordCount(joined.length, 'account')}: ${verdict}.${reach}`,
	};
}

function isEnough(rows: number, left: number): boolean {
	return rows >= LEAST_OUTCOMES && left >= LEAST_OF_EACH && rows - left >= LEAST_OF_EACH;
}

function judge(
	promised: number,
	low: number | null,
	high: number | null,
	enough: boolean,
): PromisedRate['verdict'] {
	if (!enough || low === null || high === null) return "can't be told";
	if (low >= promised) return 'met';
	return high < promised ? 'not met' : "can't be told";
}

function span(low: number | null, high: number | null, word: (value: number | null) => string): string {
	return low === null || high === null ? '' : ` (${word(low)} to ${word(high)})`;
}
