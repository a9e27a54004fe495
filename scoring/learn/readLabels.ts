import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import { levelOf } from './levelOf';
import type { Cell } from './RawTable';

/** Labels of a column; rows without one are left out. */
export interface LabelReading {
	/** Rows that have a label, ascending. */
	readonly rows: Int32Array;
	/** Of those rows: 1 happened, 0 did not. */
	readonly labels: Uint8Array;
	readonly issues: readonly Issue[];
}

const HAPPENED = ['1', 'yes', 'true'];
const DID_NOT = ['0', 'no', 'false'];
const MOST_NAMED = 6;

/**
 * Reads a label column: happened is the `positive` value, or 1, yes, true without one; upper and lower case, and a number and its text are
 * alike. Everything else did not happen; an empty cell is no label. An error where the column cannot mean what it should: no label at all,
 * or none of the values is the positive one.
 */
export function readLabels(name: string, cells: readonly Cell[], positive?: string): LabelReading {
	const wanted = positive === undefined ? null : levelOf(positive);
	const happened = new Set(wanted === null ? HAPPENED : [wanted.toLowerCase()]);
	const rows: number[] = [];
	const labels: number[] = [];
	const values = new Map<string, number>();
	// Labels repeat, and reading one is dearer than finding the cell again.
	const levels = new Map<Cell, string | null>();
	for (let row = 0; row < cells.length; row++) {
		const cell = cells[row];
		let level = levels.get(cell);
		if (level === undefined) levels.set(cell, (level = levelOf(cell)?.toLowerCase() ?? null));
		if (level === null) continue;
		values.set(level, (values.get(level) ?? 0) + 1);
		rows.push(row);
		labels.push(happened.has(level) ? 1 : 0);
	}
	return {
		rows: Int32Array.from(rows),
		labels: Uint8Array.from(labels),
		issues: judge(name, cells.length, values, happened, wanted),
	};
}

function judge(
	name: string,
	rows: number,
	values: ReadonlyMap<string, number>,
	happened: ReadonlySet<string>,
	wanted: string | null,
): Issue[] {
	const at = { path: name, severity: 'error' as const };
	const labelled = [...values.values()].reduce((sum, count) => sum + count, 0);
	if (labelled === 0) {
		const message = `No row has a label: '${name}' is empty in ${rows === 1 ? 'the 1 row' : `all ${rows} rows`}`;
		const remedy = 'Fill the column with what happened (1 churned, 0 stayed), or name another label column';
		return [{ code: 'no-labels', message, remedy, ...at }];
	}
	const named = [...values.keys()].slice(0, MOST_NAMED).map((value) => `'${value}'`);
	const list = named.join(', ') + (values.size > MOST_NAMED ? ', ...' : '');
	const positives = [...values.keys()].filter((value) => happened.has(value));
	const plain = values.size === 1 && DID_NOT.includes([...values.keys()][0] as string);
	if (positives.length === 0 && (!plain || wanted !== null)) {
		const message = `No row has ${wanted === null ? '1, yes or true' : `'${wanted}'`} in '${name}'; it holds ${list}`;
		return [
			{
				code: 'no-positive-label',
				message,
				remedy: 'Name the value that stands for "churned" (positive value)',
				...at,
			},
		];
	}
	const issues: Issue[] = [];
	const warn = (code: string, message: string, remedy: string) =>
		issues.push({ code, path: name, message, remedy, severity: 'warning' });
	if (labelled < rows) {
		warn(
			'rows-without-label',
			`${rows - labelled} of ${wordCount(rows, 'row')} ${rows - labelled === 1 ? 'has' : 'have'} no label in '${name}' and ${rows - labelled === 1 ? 'is' : 'are'} left out`,
			'Nothing to do if what happens to them is not known yet',
		);
	}
	if (positives.length === values.size || positives.length === 0) {
		warn(
			'one-class',
			`All ${labelled} labels in '${name}' say the same (${list}): there is nothing to learn from, only a base rate`,
			'Train on rows of both sorts: accounts that churned and accounts that stayed',
		);
	} else if (values.size > 2 && positives.length === 1) {
		warn(
			'several-labels',
			`'${name}' holds ${list}; all but ${named[[...values.keys()].indexOf(positives[0] as string)] ?? `'${positives[0]}'`} count as "did not happen"`,
			'Leave rows out whose label means neither, or clear their label',
		);
	}
	return issues;
}
