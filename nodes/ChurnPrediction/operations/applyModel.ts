import { confidenceOf } from '../../../scoring/churn/confidenceOf';
import type { Issue, Outcome } from '../../../scoring/core/issue';
import type { DriftReport } from '../../../scoring/learn/Drift';
import { bandAt } from '../../../scoring/learn/bandAt';
import { isMissing } from '../../../scoring/learn/isMissing';
import { measureDrift } from '../../../scoring/learn/measureDrift';
import type { TrainedModel } from '../../../scoring/learn/Model';
import { predictTable } from '../../../scoring/learn/predictTable';
import type { RawTable } from '../../../scoring/learn/RawTable';
import type { Steps } from '../../../scoring/learn/Steps';
import type { Prediction } from './ChurnCase';

export interface Applied {
	readonly predictions: readonly Prediction[];
	readonly drift: DriftReport;
	readonly notes: readonly Issue[];
}

/** Fewer accounts differ from the training by chance. */
const FEWEST_ROWS = 30;

/** Predicts every row of a table: probability, the interval of its band, and how far it can be relied on.
 *
 * @param ageDays days since the model was trained
 */
export function* applyModel(
	model: TrainedModel,
	table: RawTable,
	ageDays: number | null,
): Steps<Outcome<Applied>> {
	const outcome = yield* predictTable(model, table);
	if (!outcome.ok) return outcome;
	const drift = yield* measureDrift(model.reference, table, model.schema);
	const columns = model.schema.fields.map(({ name }) => table.columns[table.names.indexOf(name)] ?? []);
	const common = {
		metrics: model.metrics,
		weakSignal: model.signal?.weak ?? model.kind === 'base-rate',
		drift: table.rows < FEWEST_ROWS ? null : (drift.fields[0]?.psi ?? null),
		ageDays,
	};
	const predictions: Prediction[] = [];
	for (let row = 0; row < table.rows; row++) {
		if (row % 2_000 === 0) yield { stage: 'predicting', done: row, total: table.rows };
		const probability = outcome.value[row] as number;
		const known = columns.filter((cells) => !isMissing(cells[row])).length;
		const coverage = columns.length === 0 ? 0 : known / columns.length;
		const band = bandAt(model.bands, probability);
		predictions.push({
			basis: 'model',
			probability,
			low: band?.low ?? model.base.low,
			high: band?.high ?? model.base.high,
			band: band === null ? null : { from: band.from, to: band.to },
			coverage,
			...confidenceOf({ ...common, coverage }),
		});
	}
	return { ok: true, value: { predictions, drift, notes: outcome.warnings }, warnings: [] };
}
