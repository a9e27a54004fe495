import type { TrainedModel } from '../../scoring/learn/Model';
import { packModel } from '../../scoring/learn/packModel';
import { writeJson } from '../../scoring/learn/writeJson';
import { hashBody } from './hashBody';

/** A row of cs_models. */
export interface ModelRow {
	[column: string]: string | number | null;
	model_id: string;
	/** From 1. */
	part: number;
	kind: string;
	trained_at: string;
	/** Of the whole body. */
	hash: string;
	parts: number;
	/** In the first part. */
	metrics_json: string | null;
	body: string;
}

/** A cell of a Data Table holds more, but 500 kB is what the table promises. */
const LONGEST_PART = 500_000;

/** Rows of cs_models for a trained model: its JSON in parts of at most 500 kB (it is ASCII, so characters are bytes), each with the hash of the whole. */
export function writeModelRows(
	model: TrainedModel,
	{ modelId, trainedAt }: { readonly modelId: string; readonly trainedAt: string },
): ModelRow[] {
	const body = packModel(model);
	const hash = hashBody(body);
	const parts = Math.ceil(body.length / LONGEST_PART);
	return Array.from({ length: parts }, (_, index) => ({
		model_id: modelId,
		part: index + 1,
		kind: model.kind,
		trained_at: trainedAt,
		hash,
		parts,
		metrics_json: index === 0 ? writeJson(model.metrics) : null,
		body: body.slice(index * LONGEST_PART, (index + 1) * LONGEST_PART),
	}));
}
