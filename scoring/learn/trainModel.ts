import type { Issue, Outcome } from '../core/issue';
import { assembleModel } from './assembleModel';
import { encodeTable } from './encodeTable';
import { findDuplicates } from './findDuplicates';
import { findLeaks } from './findLeaks';
import { learnSchema } from './learnSchema';
import type { TrainedModel } from './Model';
import type { Steps } from './Steps';
import type { TrainingTable } from './TrainingTable';
import type { TrainOptions } from './TrainOptions';

const NOTHING_TO_LEARN: Issue = {
	code: 'no-rows',
	path: 'rows',
	message: 'There is no row with a known outcome to learn from',
	remedy: 'Give rows whose label column says what happened',
	severity: 'error',
};

/**
 * Trains a model: encodes the table, trains what the number of events bears (below 5 the base rate alone, below 40 a linear model and a forest, above
 * also boosted trees), blends the parts by what they say of unseen rows, calibrates, measures and warns. Same table, options and seed: same model to
 * the last bit. Bad data comes back as issues or as warnings in the model.
 */
export function* trainModel(training: TrainingTable, options: TrainOptions): Steps<Outcome<TrainedModel>> {
	const { table, labels, asOf } = training;
	if (labels.length === 0) return { ok: false, issues: [NOTHING_TO_LEARN] };
	const learned = yield* learnSchema(table, asOf === null ? {} : { asOf });
	const encoded = yield* encodeTable(table, learned.schema);
	if (!encoded.ok) return encoded;
	const leaks = yield* findLeaks(encoded.value, learned.schema, labels);
	const duplicates = yield* findDuplicates(encoded.value, labels);
	const notes = [...training.notes, ...learned.notes, ...encoded.warnings, ...leaks, ...duplicates];
	const model = yield* assembleModel({ ...training, notes }, learned.schema, encoded.value, options);
	return { ok: true, value: model, warnings: notes };
}
