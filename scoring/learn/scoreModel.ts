import { createPace } from './createPace';
import { forestMargin } from './forestMargin';
import { logit } from './logit';
import type { Matrix } from './Matrix';
import type { TrainedModel } from './Model';
import { scoreLinear } from './scoreLinear';
import { scoreTrees } from './scoreTrees';
import type { Steps } from './Steps';

/** A logarithm costs as much as some visits of a cell. */
const VISITS_PER_ROW = 4;

/**
 * Calibrated log-odds of every row of an encoded matrix: the parts' log-odds by their weights, then slope and intercept.
 */
export function* scoreModel(model: TrainedModel, matrix: Matrix): Steps<Float64Array> {
	const { weights, calibration } = model;
	const logOdds = new Float64Array(matrix.rows);
	const due = createPace();
	function* add(scores: Float64Array, weight: number, read: (score: number) => number): Steps<void> {
		for (let row = 0; row < scores.length; row++) {
			if (due(VISITS_PER_ROW)) yield { stage: 'predicting', done: row, total: scores.length };
			logOdds[row]! += weight * read(scores[row]!);
		}
	}
	const margin = forestMargin(model.rows);
	if (model.linear !== null) yield* add(yield* scoreLinear(model.linear, matrix), weights.linear, (z) => z);
	if (model.boosted !== null) yield* add(yield* scoreTrees(model.boosted, matrix), weights.boosted, (z) => z);
	if (model.forest !== null) {
		yield* add(yield* scoreTrees(model.forest, matrix), weights.forest, (share) => logit(share, margin));
	}
	for (let row = 0; row < logOdds.length; row++) {
		logOdds[row] = calibration.slope * logOdds[row]! + calibration.intercept;
	}
	return logOdds;
}
