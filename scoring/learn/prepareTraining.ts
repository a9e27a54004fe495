import type { Issue, Outcome } from '../core/issue';
import { wordCount } from '../core/wordCount';
import { noteRepeats } from './noteRepeats';
import type { Cell, RawTable } from './RawTable';
import { readGroups } from './readGroups';
import { readLabels } from './readLabels';
import { readTimes } from './readTimes';
import type { Steps } from './Steps';
import type { TrainingTable } from './TrainingTable';

/** Which columns of a table mean what. */
export interface TrainingColumns {
	readonly label: string;
	/** Value of the label that stands for "happened"; without it 1, yes and true do. */
	readonly positive?: string;
	/** Columns that are not used. */
	readonly drop?: readonly string[];
	/** Column with the account, when an account has several rows. */
	readonly group?: string;
	/** Column with the order in time. */
	readonly time?: string;
	/** Column with the day the row was true on; dates become ages on that day. */
	readonly asOf?: string;
}

/** With fewer rows nothing can be held back to check against. */
const FEWEST_ROWS = 10;

/**
 * Makes a training table of any table: reads the labels, leaves out rows without one and all columns that must not be features (label,
 * dropped ones, group and time), and says which rows belong together and in which order. Fails where nothing can be learned at all.
 */
export function* prepareTraining(table: RawTable, columns: TrainingColumns): Steps<Outcome<TrainingTable>> {
	const at = (done: number) => ({ stage: 'reading fields', done, total: table.names.length });
	yield at(0);
	const absent = namesAbsent(table, columns);
	if (absent.length > 0) return { ok: false, issues: absent };
	const cellsOf = (name: string): readonly Cell[] => table.columns[table.names.indexOf(name)] ?? [];
	const labels = readLabels(columns.label, cellsOf(columns.label), columns.positive);
	const errors = labels.issues.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) return { ok: false, issues: errors };
	if (labels.rows.length < FEWEST_ROWS)
		return { ok: false, issues: [tooFewRows(columns.label, labels.rows.length)] };
	const complete = labels.rows.length === table.rows;
	const pick = (cells: readonly Cell[]): readonly Cell[] =>
		complete ? cells : Array.from(labels.rows, (row) => cells[row]);
	const apart = new Set([columns.label, columns.group, columns.time, ...(columns.drop ?? [])]);
	const names = table.names.filter((name) => !apart.has(name) || name === columns.asOf);
	if (names.every((name) => name === columns.asOf)) return { ok: false, issues: [noFeature(table, apart)] };
	const kept: (readonly Cell[])[] = [];
	for (const name of names) {
		yield at(kept.length);
		kept.push(pick(cellsOf(name)));
	}
	yield at(kept.length);
	const groups = columns.group === undefined ? null : readGroups(pick(cellsOf(columns.group)));
	yield at(kept.length);
	const time = columns.time ?? columns.asOf;
	const times = time === undefined ? null : readTimes(pick(cellsOf(time)));
	const warnings = [
		...labels.issues,
		...noteRepeats(groups, times, labels.labels),
		...dropsAbsent(table, columns),
	];
	const training: TrainingTable = {
		table: { names, columns: kept, rows: labels.rows.length },
		labels: labels.labels,
		groups,
		times,
		asOf: columns.asOf ?? null,
		notes: warnings,
	};
	return { ok: true, value: training, warnings };
}

function namesAbsent(table: RawTable, { label, group, time, asOf }: TrainingColumns): Issue[] {
	const roles = { label, group, time, 'as-of': asOf };
	return Object.entries(roles)
		.filter(([, name]) => name !== undefined && !table.names.includes(name))
		.map(([role, name]) => ({
			code: 'column-missing',
			path: role,
			message: `The ${role} column '${name}' is not there; the rows have ${listed(table.names)}`,
			remedy: `Name an existing column as the ${role} column`,
			severity: 'error',
		}));
}

function dropsAbsent(table: RawTable, { drop = [] }: TrainingColumns): Issue[] {
	const absent = drop.filter((name) => !table.names.includes(name));
	if (absent.length === 0) return [];
	return [
		{
			code: 'drop-unknown',
			path: 'drop',
			message: `There is no column ${listed(absent)} to drop`,
			remedy: 'Check the spelling: a column that should be dropped may still be in use',
			severity: 'warning',
		},
	];
}

function tooFewRows(label: string, rows: number): Issue {
	return {
		code: 'too-few-rows',
		path: label,
		message: `Only ${wordCount(rows, 'row has', 'rows have')} a label; fewer than ${FEWEST_ROWS} cannot train and check anything`,
		remedy: 'Collect more accounts whose outcome is known, and use the rule-based risk until then',
		severity: 'error',
	};
}

function noFeature(table: RawTable, apart: ReadonlySet<string | undefined>): Issue {
	return {
		code: 'no-feature',
		path: 'columns',
		message: `No column is left to learn from: of ${listed(table.names)} all are the label, the group, the time or dropped (${apart.size})`,
		remedy: 'Add columns that describe the accounts, or drop fewer',
		severity: 'error',
	};
}

function listed(names: readonly string[]): string {
	const shown = names.slice(0, 8).map((name) => `'${name}'`);
	return shown.join(', ') + (names.length > 8 ? ` and ${names.length - 8} more` : '');
}
