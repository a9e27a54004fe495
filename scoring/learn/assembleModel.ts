import { bandProbabilities } from './bandProbabilities';
import { calibrateBlend } from './calibrateBlend';
import { describeDistribution } from './describeDistribution';
import { exactInterval } from './exactInterval';
import type { Labels, Matrix } from './Matrix';
import { measureMetrics } from './measureMetrics';
import type { ModelKind, TrainedModel } from './Model';
import { monotoneFeatures } from './monotoneFeatures';
import { newestWindow } from './newestWindow';
import { noteRateDrift } from './noteRateDrift';
import { planFolds } from './planFolds';
import { recentRows } from './recentRows';
import type { Schema } from './Schema';
import { sigmoid } from './sigmoid';
import { signalOfModel } from './signalOfModel';
import type { Progress, Steps } from './Steps';
import { testSignal } from './testSignal';
import { trainParts } from './trainParts';
import type { TrainingTable } from './TrainingTable';
import type { TrainOptions } from './TrainOptions';
import { warnTraining } from './warnTraining';
import { wilsonInterval } from './wilsonInterval';

const FEWEST_EVENTS = 5;
const Z90 = 1.6448536269514722;
/** Share of what the parts say that is kept when they could not be told from chance. */
const WEAK_SHARE = 0.3;

/** Between two pieces that each take some milliseconds of many rows. */
const TAKING_STOCK: Progress = { stage: 'taking stock', done: 0, total: 1 };

type Fit = Pick<
	TrainedModel,
	'kind' | 'linear' | 'boosted' | 'forest' | 'weights' | 'calibration' | 'bands' | 'metrics' | 'signal'
>;

function countEvents(labels: Labels): number {
	let events = 0;
	for (let row = 0; row < labels.length; row++) events += labels[row]!;
	return events;
}

/** Everybody gets the base rate, with half an event and half a non-event added so that nothing is certain. */
function fitBaseRate(events: number, rows: number): Fit {
	return {
		kind: 'base-rate',
		linear: null,
		boosted: null,
		forest: null,
		weights: { linear: 0, boosted: 0, forest: 0 },
		calibration: { slope: 1, intercept: Math.log((events + 0.5) / (rows - events + 0.5)) },
		bands: [{ from: 0, to: 1, rows, events, ...exactInterval(events, rows) }],
		metrics: null,
		signal: null,
	};
}

const KINDS = { auto: 'blend', lr: 'lr', gbdt: 'gbdt', rf: 'rf' } as const satisfies Record<
	string,
	ModelKind
>;

function* fitBlend(
	training: TrainingTable,
	schema: Schema,
	matrix: Matrix,
	options: TrainOptions,
): Steps<Fit> {
	const { labels, groups, times } = training;
	const { kind, seed } = options;
	const events = countEvents(labels);
	yield TAKING_STOCK;
	const plan = yield* planFolds(labels, groups, seed);
	yield TAKING_STOCK;
	const shuffled = yield* testSignal(matrix, labels, groups, seed);
	const monotone = monotoneFeatures(schema, options.monotone);
	const parts = yield* trainParts(matrix, labels, plan, {
		kind,
		events: Math.min(events, labels.length - events),
		seed,
		...(monotone === null ? {} : { monotone }),
	});
	const judgedGroups = groups === null ? null : Int32Array.from(plan.judged, (row) => groups[row]!);
	const judgedLabels = Uint8Array.from(plan.judged, (row) => labels[row]!);
	const { calibration, counts } = yield* calibrateBlend(
		{
			logOdds: parts.outOfFold,
			labels: judgedLabels,
			groups: judgedGroups,
			times: times === null ? null : Float64Array.from(plan.judged, (row) => times[row]!),
		},
		seed,
	);
	yield TAKING_STOCK;
	const signal = shuffled.weak
		? (signalOfModel(parts.outOfFold, judgedLabels, judgedGroups) ?? shuffled)
		: shuffled;
	const share = signal.weak ? WEAK_SHARE : 1;
	const level = Math.log((events + 0.5) / (labels.length - events + 0.5));
	const slope = share * calibration.slope;
	const intercept = share * calibration.intercept + (1 - share) * level;
	const probabilities = parts.outOfFold
		.map((logOdds) => sigmoid(slope * logOdds + intercept))
		.filter((_, row) => counts[row] === 1);
	const judged = judgedLabels.filter((_, row) => counts[row] === 1);
	const bands = bandProbabilities(probabilities, judged);
	yield TAKING_STOCK;
	return {
		kind: KINDS[kind],
		linear: parts.linear,
		boosted: parts.boosted,
		forest: parts.forest,
		weights: parts.weights,
		calibration: { slope, intercept },
		bands,
		metrics: measureMetrics(probabilities, judged),
		signal,
	};
}

/**
 * The model of an encoded training table, with its metrics, bands and warnings.
 */
export function* assembleModel(
	training: TrainingTable,
	schema: Schema,
	matrix: Matrix,
	options: TrainOptions,
): Steps<TrainedModel> {
	const { table, labels, times, notes } = training;
	const rows = labels.length;
	const events = countEvents(labels);
	const fewer = Math.min(events, rows - events);
	const isBare = fewer < FEWEST_EVENTS || matrix.width === 0;
	const fit = isBare ? fitBaseRate(events, rows) : yield* fitBlend(training, schema, matrix, options);
	yield TAKING_STOCK;
	const newestFrom = times === null ? null : newestWindow(times, labels);
	const drift = newestFrom === null ? null : noteRateDrift(times!, labels, newestFrom);
	const interval = fewer < FEWEST_EVENTS ? exactInterval(events, rows) : wilsonInterval(events, rows, Z90);
	return {
		format: 1,
		...fit,
		schema,
		base: { rate: events / rows, ...interval },
		rows,
		events,
		seed: options.seed,
		reference: yield* describeDistribution(table, schema, recentRows(times, rows)),
		warnings: warnTraining({
			notes,
			events: fewer,
			features: matrix.width,
			metrics: fit.metrics,
			signal: fit.signal,
			drift,
		}),
		context: options.context ?? {},
	};
}
