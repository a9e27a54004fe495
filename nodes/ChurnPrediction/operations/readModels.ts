import type { IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { readModelRows, type StoredModel } from '../../../shared/learn/readModelRows';
import { listRows } from '../../../shared/n8n/listRows';
import { readInput } from '../../../shared/n8n/readInput';
import { unwrap } from '../../../shared/n8n/unwrap';

/** Index of the Model input. */
const MODEL = 1;

/** The models on the Model input, oldest first, each complete and unchanged since it was trained; stops the node with the reason otherwise. */
export function readModels(context: IExecuteFunctions): StoredModel[] {
	// A table may hand an instant over as a date.
	const rows = listRows(readInput(context, MODEL)).map(({ json }) => {
		const at: unknown = json.trained_at;
		return { ...json, trained_at: at instanceof Date ? at.toISOString() : at };
	});
	if (rows.length === 0) return [];
	const models = unwrap(context.getNode(), readModelRows(rows), null);
	return [...models].sort((a, b) =>
		a.trainedAt === b.trainedAt ? orderTwins(a, b) : a.trainedAt < b.trainedAt ? -1 : 1,
	);
}

/** Of models of one instant the one whose level was not set anew is the newest, then the first by name: its twin for a trial has the same name and more. */
function orderTwins(a: StoredModel, b: StoredModel): number {
	const [ofA, ofB] = [a, b].map(({ model }) => Number(model.context.recalibrated === undefined));
	return ofA !== ofB ? (ofA ?? 0) - (ofB ?? 0) : a.modelId < b.modelId ? 1 : -1;
}

/** The model with this ID; without an ID the one `otherwise`. Null only when there is none at all. */
export function findModel(
	models: readonly StoredModel[],
	modelId: string,
	otherwise: 'newest' | 'oldest',
): StoredModel | Issue | null {
	if (models.length === 0) return null;
	// A model with a level set anew keeps the instant of its training, as the twin for a trial does: neither is the oldest before the model itself.
	if (modelId === '') return (otherwise === 'newest' ? models.at(-1) : oldestOf(models)) ?? null;
	const found = models.find((model) => model.modelId === modelId);
	if (found !== undefined) return found;
	const known = models.map((model) => model.modelId).join(', ');
	return {
		code: 'unknown-model',
		path: 'modelId',
		message: `There is no model '${modelId}' on the Model input; there is ${known}.`,
		remedy: 'Correct the ID, or connect the rows of cs_models that belong to it.',
		severity: 'error',
	};
}

const oldestOf = (models: readonly StoredModel[]): StoredModel | undefined =>
	models.filter(({ trainedAt }) => trainedAt === models[0]?.trainedAt).at(-1);
