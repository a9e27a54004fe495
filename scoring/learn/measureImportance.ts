import type { Outcome } from '../core/issue';
import { spearman } from '../core/spearman';
import type { FieldImportance } from './Evaluation';
import { explainTable } from './explainTable';
import type { TrainedModel } from './Model';
import { levelOf } from './levelOf';
import type { Cell, RawTable } from './RawTable';
import { readAsOf } from './readAsOf';
import { readFieldNumber } from './readFieldNumber';
import { sampleRows } from './sampleRows';
import type { Field } from './Schema';
import type { Steps } from './Steps';

const SAMPLE = 500;
/** From this rank correlation of value and effect on a field counts as going one way. */
const ONE_WAY = 0.3;

/** What a field did over the sample. */
interface Tally {
	size: number;
	/** Of numbers and dates that were observed. */
	readonly values: number[];
	readonly effects: number[];
	/** Of categories: sum of effects and rows by level; null is "not observed". */
	readonly levels: Map<string | null, { sum: number; rows: number }>;
}

/**
 * How much each field moves the predictions of a model on an even sample of rows (500 by default): the mean size of its contribution in log-odds, its share of
 * all, and which way it works. Largest first. What moves predictions is not what causes the event.
 */
export function* measureImportance(
	model: TrainedModel,
	table: RawTable,
	options: { readonly sample?: number } = {},
): Steps<Outcome<FieldImportance[]>> {
	const rows = sampleRows(table.rows, options.sample ?? SAMPLE);
	const explained = yield* explainTable(model, table, rows);
	if (!explained.ok) return explained;
	yield { stage: 'weighing the fields', done: 0, total: 1 };
	const fieldOf = new Map(model.schema.fields.map((field) => [field.name, field]));
	const asOf = readAsOf(table, model.schema.asOf);
	const tallies = new Map<string, Tally>();
	explained.value.forEach(({ contributions }, index) => {
		for (const { field, value, logOdds } of contributions) {
			const tally = tallies.get(field) ?? { size: 0, values: [], effects: [], levels: new Map() };
			tallies.set(field, tally);
			addEffect(tally, fieldOf.get(field), value, logOdds, asOf?.[rows[index] as number] ?? NaN);
		}
	});
	const total = [...tallies.values()].reduce((sum, { size }) => sum + size, 0);
	const fields = [...tallies].map(([field, tally]) => ({
		field,
		size: tally.size / Math.max(1, rows.length),
		share: total > 0 ? tally.size / total : 0,
		...directionOf(fieldOf.get(field), tally),
	}));
	fields.sort((left, right) => right.size - left.size || (left.field < right.field ? -1 : 1));
	return { ok: true, value: fields, warnings: explained.warnings };
}

function addEffect(tally: Tally, field: Field | undefined, value: Cell, logOdds: number, asOf: number): void {
	tally.size += Math.abs(logOdds);
	if (field === undefined || field.kind === 'category') {
		const level = levelOf(value);
		const found = tally.levels.get(level) ?? { sum: 0, rows: 0 };
		tally.levels.set(level, { sum: found.sum + logOdds, rows: found.rows + 1 });
		return;
	}
	const number = readFieldNumber(value, field, asOf);
	if (Number.isNaN(number)) return;
	tally.values.push(number);
	tally.effects.push(logOdds);
}

function directionOf(
	field: Field | undefined,
	{ values, effects, levels }: Tally,
): Pick<FieldImportance, 'direction' | 'level'> {
	if (field === undefined || field.kind === 'category') {
		const ranked = [...levels].sort(
			([leftName, left], [rightName, right]) =>
				right.sum / right.rows - left.sum / left.rows || (String(leftName) < String(rightName) ? -1 : 1),
		);
		return { direction: 'levels', level: ranked[0]?.[0] ?? null };
	}
	const correlation = spearman(values, effects);
	if (correlation === null || Math.abs(correlation) < ONE_WAY) return { direction: 'mixed' };
	return { direction: correlation > 0 ? 'raises' : 'lowers' };
}
