import type { IDataObject } from 'n8n-workflow';

import type { Backtest } from '../../../scoring/churn/Backtest';
import { suggestWeights } from '../../../scoring/churn/suggestWeights';
import type { WeightAdvice } from '../../../scoring/churn/WeightAdvice';
import { weightRows } from '../../../scoring/churn/weightRows';
import type { Steps } from '../../../scoring/learn/Steps';
import type { Backtesting } from './readBacktesting';

export interface AdvisedWeights {
	/** Null: the values came without the points of their parts. */
	readonly advice: WeightAdvice | null;
	/** Rows of the Weights output. */
	readonly weights: readonly IDataObject[];
}

/** Whether other weights of the parts of a score would have told churn better; nothing where the parts are not known. */
export function* adviseWeights(report: Backtest, { weights, seed }: Backtesting): Steps<AdvisedWeights> {
	const rows = weightRows(report);
	const parts = [...new Set(rows.flatMap(({ components }) => Object.keys(components)))];
	if (parts.length === 0) return { advice: null, weights: [] };
	// Without the present weights the parts count alike, which is what a plain mean does.
	const known = parts.every((part) => Object.hasOwn(weights, part));
	const current = known ? Object.fromEntries(parts.map((part) => [part, weights[part] as number])) : {};
	const advice = yield* suggestWeights(rows, current, { seed });
	const whole: IDataObject = {
		score: report.score,
		status: advice.status,
		accounts: advice.rows,
		churned: advice.churned,
		current_auc: advice.currentAuc,
		expected_auc: advice.expectedAuc,
		gain: advice.gain,
		standard_error: advice.standardError,
		text: advice.text,
	};
	const suggested = advice.weights ?? [];
	if (suggested.length === 0)
		return {
			advice,
			weights: [{ component: null, current_weight: null, suggested_weight: null, coverage: null, ...whole }],
		};
	return {
		advice,
		weights: suggested.map(({ component, current: now, suggested: then, coverage }) => ({
			component,
			current_weight: now,
			suggested_weight: then,
			coverage,
			...whole,
		})),
	};
}
