import type { Issue, Outcome } from '../../scoring/core/issue';
import type { TrainedModel } from '../../scoring/learn/Model';
import { unpackModel } from '../../scoring/learn/unpackModel';
import { hashBody } from './hashBody';

/** A model as it stood in cs_models. */
export interface StoredModel {
	readonly modelId: string;
	readonly trainedAt: string;
	readonly hash: string;
	readonly model: TrainedModel;
}

interface Part {
	readonly part: number;
	readonly parts: number;
	readonly hash: string;
	readonly trainedAt: string;
	readonly body: string;
}

const MOST_PARTS = 100;

/**
 * Reads models from rows of cs_models, in any order and of any number of models; models come in order of first appearance. Refused, with
 * what happened and what to do: a row that is none of cs_models, a missing part, parts of two trainings under one id, a body that does not
 * have its hash (changed or cut off), and a model of another version.
 */
export function readModelRows(
	rows: readonly Readonly<Record<string, unknown>>[],
): Outcome<readonly StoredModel[]> {
	const issues: Issue[] = [];
	const partsOf = new Map<string, Part[]>();
	for (const [index, row] of rows.entries()) {
		const part = readPart(row);
		const id = typeof row.model_id === 'string' ? row.model_id : '';
		if (part === null || id === '') {
			const message = `Row ${index + 1} is no row of cs_models: model_id, part, parts, hash, trained_at or body is missing`;
			issues.push(
				issue(
					'model-row',
					`rows[${index}]`,
					message,
					'Connect the rows of cs_models as they are, with all columns',
				),
			);
			continue;
		}
		const parts = partsOf.get(id);
		if (parts === undefined) partsOf.set(id, [part]);
		else parts.push(part);
	}
	const models: StoredModel[] = [];
	for (const [modelId, parts] of partsOf) {
		const joined = joinParts(modelId, parts);
		if (!joined.ok) {
			issues.push(...joined.issues);
			continue;
		}
		const model = unpackModel(joined.value);
		if (!model.ok)
			issues.push(...model.issues.map((fault) => ({ ...fault, path: `${modelId}: ${fault.path}` })));
		else {
			const { hash, trainedAt } = parts[0] as Part;
			models.push({ modelId, trainedAt, hash, model: model.value });
		}
	}
	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: models, warnings: [] };
}

function readPart(row: Readonly<Record<string, unknown>>): Part | null {
	const { hash, body, trained_at: trained } = row;
	// A table may hand numbers over as texts and instants as dates.
	const [part, parts] = [Number(row.part), Number(row.parts)];
	if ([part, parts].some((number) => !Number.isInteger(number) || number < 1 || number > MOST_PARTS))
		return null;
	const trainedAt =
		trained instanceof Date && !Number.isNaN(trained.getTime()) ? trained.toISOString() : trained;
	if (typeof hash !== 'string' || typeof body !== 'string' || typeof trainedAt !== 'string') return null;
	return { part, parts, hash, trainedAt, body };
}

function joinParts(modelId: string, rows: readonly Part[]): Outcome<string> {
	const { hash, parts } = rows[0] as Part;
	if (rows.some((row) => row.hash !== hash || row.parts !== parts)) {
		const message = `The rows of model '${modelId}' belong to different trainings (their hashes differ)`;
		return refuse(
			'model-mixed',
			modelId,
			message,
			'Delete the rows of the older training, or give every training an id of its own',
		);
	}
	const bodies = new Map(rows.map((row) => [row.part, row.body]));
	const numbers = Array.from({ length: parts }, (_, index) => index + 1);
	const absent = numbers.filter((number) => !bodies.has(number));
	if (absent.length > 0) {
		const message = `Model '${modelId}' is incomplete: part ${absent.join(', ')} of ${parts} is missing`;
		return refuse(
			'model-incomplete',
			modelId,
			message,
			'Read all rows of the model from cs_models (no limit of rows), or train it again',
		);
	}
	const body = numbers.map((number) => bodies.get(number)).join('');
	if (hashBody(body) !== hash) {
		const message = `Model '${modelId}' is not as it was written: its content does not have its hash`;
		return refuse(
			'model-tampered',
			modelId,
			message,
			'Do not use it: train again, or restore its rows from a backup',
		);
	}
	return { ok: true, value: body, warnings: [] };
}

function issue(code: string, path: string, message: string, remedy: string): Issue {
	return { code, path, message, remedy, severity: 'error' };
}

function refuse(code: string, path: string, message: string, remedy: string): Outcome<never> {
	return { ok: false, issues: [issue(code, path, message, remedy)] };
}
