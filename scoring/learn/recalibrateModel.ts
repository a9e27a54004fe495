import type { Outcome } from '../core/issue';
import { bandProbabilities } from './bandProbabilities';
import { checkLabels } from './checkLabels';
import type { Recalibration } from './Evaluation';
import { fitLevel } from './fitLevel';
import { logit } from './logit';
import type { ProbabilityBand, TrainedModel } from './Model';
import { predictTable } from './predictTable';
import type { RawTable } from './RawTable';
import { sigmoid } from './sigmoid';
import type { Steps } from './Steps';

const MARGIN = 1e-12;
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
	const shift = fitLevel(logOdds, labels);
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
			logOdds,
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
