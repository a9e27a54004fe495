import type { TrainedModel } from './Model';
import { packTrees } from './packTrees';
import { writeJson } from './writeJson';

/**
 * A trained model as JSON text: plain values, no code; equal models give equal bytes, and `unpackModel` gives back every number to the last
 * bit. ASCII only.
 */
export function packModel(model: TrainedModel): string {
	return writeJson({
		...model,
		boosted: model.boosted === null ? null : packTrees(model.boosted),
		forest: model.forest === null ? null : packTrees(model.forest),
	});
}
