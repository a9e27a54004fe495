import type { Issue } from '../core/issue';
import { keepMostTelling } from './keepMostTelling';
import { learnColumn, type LearnedColumn } from './learnColumn';
import { noteDates } from './noteDates';
import type { RawTable } from './RawTable';
import { readAsOf } from './readAsOf';
import type { Feature, Field, LeftColumn, Schema } from './Schema';
import type { Steps } from './Steps';

/** Features a model may have at most, and cells of the encoded matrix (32-bit numbers: 256 MB). */
const MOST_FEATURES = 1_000;
const MOST_CELLS = 64_000_000;

export interface LearnedSchema {
	readonly schema: Schema;
	readonly notes: readonly Issue[];
}

type Candidate = Extract<LearnedColumn, { left: null }>;

/**
 * Learns from a training table how its columns become features: numbers and dates one feature, categories one per frequent level, one for all
 * rare ones and one for "not observed". Columns that tell nothing (constant, identical to another, empty, an identifier or free text) are
 * left out, and the least filled and varied ones where there are too many. Labels have no part in it.
 */
export function* learnSchema(
	table: RawTable,
	options: { readonly asOf?: string } = {},
): Steps<LearnedSchema> {
	const asOf = readAsOf(table, options.asOf);
	const candidates: Candidate[] = [];
	const left: LeftColumn[] = [];
	const seen = new Map<string, string>();
	for (const [index, name] of table.names.entries()) {
		if (name === options.asOf) continue;
		const at = { stage: 'reading fields', done: index, total: table.names.length };
		yield at;
		const column = yield* learnColumn(name, table.columns[index] ?? [], asOf, at);
		const same = column.left === null ? seen.get(column.fingerprint) : undefined;
		if (column.left !== null) left.push({ name, reason: column.left });
		else if (same !== undefined) left.push({ name, reason: 'identical', same });
		else {
			seen.set(column.fingerprint, name);
			candidates.push(column);
		}
	}
	const most = Math.min(MOST_FEATURES, Math.max(1, Math.floor(MOST_CELLS / Math.max(1, table.rows))));
	const kept = new Set(keepMostTelling(candidates, most));
	for (const [index, { field }] of candidates.entries()) {
		if (!kept.has(index)) left.push({ name: field.name, reason: 'too-many' });
	}
	const used = candidates.filter((_, index) => kept.has(index));
	const epoch = asOf === null ? newestDay(candidates) : null;
	const fields = used.map(({ field }) => withEpoch(field, epoch));
	const dated = fields.some(({ kind }) => kind === 'date');
	const notes = asOf === null ? [] : noteDates(fields);
	const schema: Schema = {
		fields,
		features: used.flatMap(({ levels }, field) => featuresOf(field, levels)),
		left,
		...(options.asOf !== undefined && dated ? { asOf: options.asOf } : {}),
	};
	return { schema, notes: [...notes, ...noteTooMany(left, used.length)] };
}

/** Without an as-of day the candidates' "ages" are days before 1970-01-01. */
function newestDay(candidates: readonly Candidate[]): number | null {
	const days = candidates
		.filter(({ field }) => field.kind === 'date')
		.map(({ field }) => -(field.low as number));
	return days.length === 0 ? null : Math.max(...days);
}

function withEpoch(field: Field, epoch: number | null): Field {
	if (field.kind !== 'date') return field;
	const shift = epoch ?? 0;
	return { ...field, epoch, low: (field.low as number) + shift, high: (field.high as number) + shift };
}

function featuresOf(field: number, levels: readonly (string | null)[] | null): Feature[] {
	if (levels === null) return [{ field, what: 'value' }];
	return levels.map((level) => ({ field, what: 'level', level }));
}

function noteTooMany(left: readonly LeftColumn[], used: number): Issue[] {
	const names = left.filter(({ reason }) => reason === 'too-many').map(({ name }) => `'${name}'`);
	if (names.length === 0) return [];
	const first = names.slice(0, 5).join(', ');
	return [
		{
			code: 'too-many-columns',
			path: 'columns',
			message: `There are too many columns: the ${used} most filled and most varied ones are used, ${names.length} are left out (${first}${names.length > 5 ? ', ...' : ''})`,
			remedy: 'Drop columns that cannot tell anything, so that those that matter are all used',
			severity: 'warning',
		},
	];
}
