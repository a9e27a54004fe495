import { createRandom } from '../../../scoring/learn/createRandom';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { predictTable } from '../../../scoring/learn/predictTable';
import type { Cell, RawTable } from '../../../scoring/learn/RawTable';
import { trainModel } from '../../../scoring/learn/trainModel';
import type { TrainingTable } from '../../../scoring/learn/TrainingTable';
import type { TrainOptions } from '../../../scoring/learn/TrainOptions';
import { finishSteps } from './finishSteps';
import { cells, tableOf } from './tables';

const PLANS = ['free', 'pro', 'team'];

/** Accounts with usage, tickets (often missing), a plan and a day; `events` of them left, mostly those with little usage. */
export function drawAccounts(rows: number, events: number, seed = 3): TrainingTable {
	const random = createRandom(seed);
	const columns: Record<string, readonly Cell[]> = {
		usage: cells(rows, () => Math.round(random() * 1000) / 10),
		tickets: cells(rows, () => (random() < 0.2 ? null : Math.floor(random() * 8))),
		plan: cells(rows, () => PLANS[Math.floor(random() * 3)] as string),
		since: cells(rows, () => `202${Math.floor(random() * 5)}-0${1 + Math.floor(random() * 9)}-15`),
	};
	const rank = cells(rows, (row) => (columns['usage']![row] as number) / 40 + random() * 2);
	const last = [...rank].sort((a, b) => a - b)[events];
	const labels = Uint8Array.from(rank, (value) => (last === undefined || value < last ? 1 : 0));
	return { table: tableOf(columns), labels, groups: null, times: null, asOf: null, notes: [] };
}

/** The model, or what went wrong as an error. */
export function train(training: TrainingTable, options: Partial<TrainOptions> = {}): TrainedModel {
	const trained = finishSteps(trainModel(training, { kind: 'auto', seed: 1, ...options }));
	if (!trained.ok) throw new Error(JSON.stringify(trained.issues));
	return trained.value;
}

export function predict(model: TrainedModel, table: RawTable): Float64Array {
	const told = finishSteps(predictTable(model, table));
	if (!told.ok) throw new Error(JSON.stringify(told.issues));
	return told.value;
}
