import type { Issue, Outcome } from '../core/issue';
import { encodeTable } from './encodeTable';
import type { TrainedModel } from './Model';
import type { RawTable } from './RawTable';
import { scoreModel } from './scoreModel';
import { sigmoid } from './sigmoid';
import { sliceTable } from './sliceTable';
import type { Steps } from './Steps';

/** Rows encoded at a time, so that a million rows need no more memory than these. */
const BLOCK = 20_000;

/**
 * Probability (0 to 1) of every row of a table. Fails with the list of differences when the table has not the fields the model was trained on; what
 * can be lived with comes as warnings.
 */
export function* predictTable(model: TrainedModel, table: RawTable): Steps<Outcome<Float64Array>> {
	const probabilities = new Float64Array(table.rows);
	const warnings = new Map<string, Issue>();
	for (let from = 0; from < Math.max(1, table.rows); from += BLOCK) {
		yield { stage: 'predicting', done: from, total: table.rows };
		const block = sliceTable(table, from, Math.min(from + BLOCK, table.rows));
		const encoded = yield* encodeTable(block, model.schema);
		if (!encoded.ok) return encoded;
		// What one block warns of, another may again, with other numbers.
		for (const issue of encoded.warnings) {
			const key = `${issue.code} ${issue.path}`;
			if (!warnings.has(key)) warnings.set(key, issue);
		}
		const logOdds = yield* scoreModel(model, encoded.value);
		for (let row = 0; row < logOdds.length; row++) probabilities[from + row] = sigmoid(logOdds[row]!);
	}
	return { ok: true, value: probabilities, warnings: [...warnings.values()] };
}
