// Training on some rows and judging on others, as the quality benchmark does over and over.
import type { Metrics } from '../../../scoring/learn/Metrics';
import { measureMetrics } from '../../../scoring/learn/measureMetrics';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { predictTable } from '../../../scoring/learn/predictTable';
import type { Steps } from '../../../scoring/learn/Steps';
import { takeTableRows } from '../../../scoring/learn/takeTableRows';
import { trainModel } from '../../../scoring/learn/trainModel';
import type { Outcome } from '../../../scoring/core/issue';
import type { ChurnData } from './churnData.mts';

/** Columns that are never features. */
const APART = ['label', '_t', '_id'];

export interface Trial {
	readonly model: TrainedModel;
	readonly probabilities: Float64Array;
	readonly metrics: Metrics;
	/** Log-loss of telling the test rows the base rate of the training rows. */
	readonly baseLogLoss: number;
}

export function finish<Value>(steps: Steps<Outcome<Value>>): Value {
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	if (!step.value.ok) throw new Error(JSON.stringify(step.value.issues));
	return step.value.value;
}

/** Trains on `train` with the given labels and judges on `test`. */
export function trainOn(
	{ table, times }: ChurnData,
	labels: Uint8Array,
	train: Int32Array,
	test: Int32Array,
	useTimes = false,
): Trial {
	const kept = table.names.flatMap((name, index) => (APART.includes(name) ? [] : [index]));
	const features = {
		names: kept.map((index) => table.names[index]!),
		columns: kept.map((index) => table.columns[index]!),
		rows: table.rows,
	};
	const accounts = table.columns[table.names.indexOf('_id')];
	const numbers = new Map<unknown, number>();
	const groupOf = (row: number): number => {
		const account = accounts![row];
		if (!numbers.has(account)) numbers.set(account, numbers.size);
		return numbers.get(account)!;
	};
	const training = {
		table: takeTableRows(features, train),
		labels: Uint8Array.from(train, (row) => labels[row]!),
		groups: useTimes && accounts !== undefined ? Int32Array.from(train, groupOf) : null,
		times: useTimes && times !== null ? Float64Array.from(train, (row) => times[row]!) : null,
		asOf: null,
		notes: [],
	};
	const model = finish(trainModel(training, { kind: 'auto', seed: 1 }));
	const probabilities = finish(predictTable(model, takeTableRows(features, test)));
	const tested = Uint8Array.from(test, (row) => labels[row]!);
	const base = new Float64Array(test.length).fill(model.base.rate);
	return {
		model,
		probabilities,
		metrics: measureMetrics(probabilities, tested),
		baseLogLoss: measureMetrics(base, tested).logLoss!,
	};
}

export const meanOf = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

export const isWarned = ({ model }: Trial, code: string): boolean =>
	model.warnings.some((warning) => warning.code === code);
