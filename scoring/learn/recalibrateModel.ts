import type { Outcome } from '../core/issue';
import { bandProbabilities } from './bandProbabilities';
import { checkLabels } from './checkLabels';
import type { Recalibration } from './Evaluation';
import { logit } from './logit';
import type { ProbabilityBand, TrainedModel } from './Model';
import { predictTable } from './predictTable';
import type { RawTable } from './RawTable';
import { sigmoid } from './sigmoid';
import type { Steps } from './Steps';

const MARGIN = 1e-12;
/** Standard deviation of the prior on the shift: a rate of 5 % moves to 4 or 7 % in an ordinary year. */
const PRIOR_SD = 0.3;
const MOST_ROUNDS = 50;
const BAND_ROWS = 200;
const BAND_EVENTS = 10;

/**
 * Sets the level of a model to the newest labelled rows (1 happened): one number is added to the log-odds of every prediction, fitted by Newton's method with a
 * normal prior around 0 (standard deviation 0.3), so that few rows move it little. The order of accounts, and so the AUC, stays. Bands are counted anew on
 * these rows when there are 200 with ten events, else their borders and intervals are shifted along. The model given is not changed.
 */
export function* recalibrateModel(
	model: TrainedModel,
	table: RawTable,
	labels: Uint8Array,
): Steps<Outcome<Recalibration>> {
	const issues = checkLabels(table, labels);
	if (issues.length > 0) return { ok: false, issues };
	const predicted = yield* predictTable(model, table);
	if (!predicted.ok) return predicted;
	yield { stage: 'setting the level', done: 0, total: 1 };

	const logOdds = predicted.value.map((probability) => logit(probability, MARGIN));
	const shift = fitShift(logOdds, labels);
	const probabilities = logOdds.map((value) => sigmoid(value + shift));
	const rows = labels.length;
	const events = labels.reduce((sum, label) => sum + label, 0);
	const [before, after] = [meanOf(predicted.value), meanOf(probabilities)];
	const counted = rows >= BAND_ROWS && Math.min(events, rows - events) >= BAND_EVENTS;
	const calibration = { ...model.calibration, intercept: model.calibration.intercept + shift };
	return {
		ok: true,
		value: {
			model: {
				...model,
				calibration,
				bands: counted ? bandProbabilities(probabilities, labels) : shiftBands(model.bands, shift),
				context: { ...model.context, recalibrated: { shift, rows, events } },
			},
			shift,
			rows,
			events,
			before,
			after,
			observed: events / rows,
			text: `On ${rows} newest rows ${percent(events / rows)} had the event and ${percent(before)} was told on average; predictions now average ${percent(after)}. The order of accounts is unchanged.`,
		},
		warnings: predicted.warnings,
	};
}

/** The shift d that maximises sum of log-likelihoods - d^2 / (2 sd^2); the target is concave, steps are held to 1 so that Newton can't overshoot. */
function fitShift(logOdds: Float64Array, labels: Uint8Array): number {
	const precision = 1 / (PRIOR_SD * PRIOR_SD);
	let shift = 0;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		let gradient = -precision * shift;
		let curvature = precision;
		for (let row = 0; row < labels.length; row++) {
			const probability = sigmoid((logOdds[row] as number) + shift);
			gradient += (labels[row] as number) - probability;
			curvature += probability * (1 - probability);
		}
		const step = Math.max(-1, Math.min(1, gradient / curvature));
		shift += step;
		if (Math.abs(step) < 1e-12) break;
	}
	return shift;
}

function shiftBands(bands: readonly ProbabilityBand[], shift: number): ProbabilityBand[] {
	const moved = (share: number): number =>
		share <= 0 || share >= 1 ? share : sigmoid(logit(share, MARGIN) + shift);
	return bands.map((band) => ({
		...band,
		from: moved(band.from),
		to: moved(band.to),
		low: moved(band.low),
		high: moved(band.high),
	}));
}

function meanOf(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
