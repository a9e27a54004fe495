import type { Issue, Outcome } from '../../../scoring/core/issue';
import { measureDrift } from '../../../scoring/learn/measureDrift';
import type { TrainedModel, Warning } from '../../../scoring/learn/Model';
import { predictTable } from '../../../scoring/learn/predictTable';
import { prepareTraining } from '../../../scoring/learn/prepareTraining';
import type { RawTable } from '../../../scoring/learn/RawTable';
import type { Progress, Steps } from '../../../scoring/learn/Steps';
import { trainModel } from '../../../scoring/learn/trainModel';
import type { Arguments } from './readArguments.mts';
import type { Fold } from './splitRows.mts';

/** Training failed: what the node would say. */
export class TrainingFault extends Error {
	constructor(issues: readonly Issue[]) {
		super(issues.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n'));
	}
}

export type FoldOptions = Pick<Arguments, 'label' | 'positive' | 'drop' | 'group' | 'model' | 'seed'> & {
	/** Column with the order in time; null without a time split. */
	readonly time: string | null;
	readonly onProgress?: (progress: Progress) => void;
};

export interface FoldResult {
	/** Of the test rows, in their order. */
	readonly probabilities: Float64Array;
	readonly warnings: readonly Warning[];
	readonly model: TrainedModel;
	readonly trainSeconds: number;
	readonly predictSeconds: number;
}

/** Population stability above this is a large shift. */
const LARGE_SHIFT = 0.25;

/**
 * Trains on the training rows and predicts the test rows, as the Churn Prediction node does. The test rows are handed over without their
 * label, group and time: what is not there cannot be used.
 */
export function runFold(table: RawTable, { train, test }: Fold, options: FoldOptions): FoldResult {
	const { label, positive, drop, group, time, model: kind, seed, onProgress = () => undefined } = options;
	const started = performance.now();
	const columns = {
		label,
		drop,
		...(positive === undefined ? {} : { positive }),
		...(group === undefined ? {} : { group }),
		...(time === null ? {} : { time }),
	};
	const training = finish(prepareTraining(pickRows(table, train, []), columns), onProgress);
	const model = finish(trainModel(training, { kind, seed }), onProgress);
	const trained = performance.now();
	const tested = pickRows(table, test, [label, ...drop, group ?? null, time]);
	const probabilities = finish(predictTable(model, tested), onProgress);
	const predicted = performance.now();
	return {
		probabilities,
		model,
		warnings: [...model.warnings, ...(time === null ? [] : driftOf(model, tested))],
		trainSeconds: (trained - started) / 1000,
		predictSeconds: (predicted - trained) / 1000,
	};
}

function finish<Result>(steps: Steps<Outcome<Result>>, onProgress: (progress: Progress) => void): Result {
	let step = steps.next();
	for (; !step.done; step = steps.next()) onProgress(step.value);
	if (!step.value.ok) throw new TrainingFault(step.value.issues);
	return step.value.value;
}

function pickRows(table: RawTable, rows: Int32Array, without: readonly (string | null)[]): RawTable {
	const kept = table.names.flatMap((name, index) => (without.includes(name) ? [] : [index]));
	return {
		names: kept.map((index) => table.names[index]!),
		columns: kept.map((index) => Array.from(rows, (row) => table.columns[index]![row])),
		rows: rows.length,
	};
}

/** The fields whose distribution among the test rows is far from that in training, as one warning. */
function driftOf(model: TrainedModel, tested: RawTable): Warning[] {
	const steps = measureDrift(model.reference, tested, model.schema);
	let step = steps.next();
	while (!step.done) step = steps.next();
	const moved = step.value.fields.filter(({ psi }) => psi > LARGE_SHIFT);
	if (moved.length === 0) return [];
	const named = moved.slice(0, 3).map(({ name, psi }) => `'${name}' (${psi.toFixed(2)})`);
	const more = moved.length > 3 ? ` and ${moved.length - 3} more` : '';
	const text = `The rows differ from those the model learned, by population stability index: ${named.join(', ')}${more}; train again on newer rows`;
	return [{ code: 'drift', text }];
}
