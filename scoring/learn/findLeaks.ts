import type { Issue } from '../core/issue';
import { binOf } from './binOf';
import type { FieldPlan } from './encodeField';
import { findQuantiles } from './findQuantiles';
import type { Labels, Matrix, RowIndex } from './Matrix';
import { planSchema } from './planSchema';
import { sampleRows } from './sampleRows';
import type { Schema } from './Schema';
import type { Steps } from './Steps';

const MOST_ROWS = 10_000;
/** Chance that a field alone ranks an event above a non-event; a churn model with all fields rarely gets there. */
const TOO_GOOD = 0.95;
/** With fewer events a field gets there by luck. */
const FEWEST_EVENTS = 5;
const MOST_BINS = 20;
const ROWS_PER_BIN = 25;

/**
 * Notes fields that tell the label nearly alone: AUC of the field of at least 0.95, measured out of sample. Every level, twentieth of the
 * numbers, and "not observed" gets the event rate it has in the other half of the rows, so a field that is filled in only after an account
 * has left is found as well as a copy of the label. Such fields are reported, never removed: whether they were known in time only people know.
 */
export function* findLeaks(matrix: Matrix, schema: Schema, labels: Labels): Steps<readonly Issue[]> {
	const rows = sampleRows(matrix.rows, MOST_ROWS);
	const sampled = Uint8Array.from(rows, (row) => labels[row] as number);
	const events = sampled.reduce((sum, label) => sum + label, 0);
	if (Math.min(events, rows.length - events) < FEWEST_EVENTS) return [];
	const issues: Issue[] = [];
	const plans = planSchema(schema);
	for (const [index, plan] of plans.entries()) {
		yield { stage: 'reading fields', done: index, total: plans.length };
		const auc = aucByOtherHalf(codesOf(plan, matrix, rows), sampled);
		if (auc < TOO_GOOD) continue;
		const { name } = plan.field;
		issues.push({
			code: 'leakage',
			path: name,
			message: `'${name}' alone tells nearly every label (AUC ${Math.floor(auc * 1000) / 1000}): it may hold what became known only afterwards`,
			remedy: `Check that '${name}' was known on the day of each row; if not, drop it and train again`,
			severity: 'warning',
		});
	}
	return issues;
}

/** Small whole number by row: bin of the number, or level; 0 is "not observed" of a number, and none of the levels of a category. */
function codesOf({ value, levels }: FieldPlan, { values, width }: Matrix, rows: RowIndex): Uint8Array {
	const codes = new Uint8Array(rows.length);
	if (value === null) {
		for (const [place, column] of [...levels.values()].entries()) {
			for (let index = 0; index < rows.length; index++) {
				if (values[(rows[index] as number) * width + column] === 1) codes[index] = place + 1;
			}
		}
		return codes;
	}
	const numbers = Float64Array.from(rows, (row) => values[row * width + value] as number);
	const bins = Math.max(2, Math.min(MOST_BINS, Math.floor(rows.length / ROWS_PER_BIN)));
	const edges = findQuantiles(numbers.filter((number) => !Number.isNaN(number)).sort(), bins);
	for (let index = 0; index < rows.length; index++) {
		const number = numbers[index] as number;
		codes[index] = Number.isNaN(number) ? 0 : 1 + binOf(number, edges);
	}
	return codes;
}

/** AUC of telling each row the event rate of its code among the rows of the other parity, drawn to the overall rate by one row. */
function aucByOtherHalf(codes: Uint8Array, labels: Labels): number {
	const size = 256;
	const counts = new Float64Array(2 * size);
	const events = new Float64Array(2 * size);
	for (let index = 0; index < codes.length; index++) {
		const group = (index & 1) * size + (codes[index] as number);
		counts[group] = (counts[group] as number) + 1;
		events[group] = (events[group] as number) + (labels[index] as number);
	}
	const all = events.reduce((sum, count) => sum + count, 0);
	const told = Float64Array.from(counts, (_, group) => {
		const other = (group + size) % (2 * size);
		return ((events[other] as number) + all / codes.length) / ((counts[other] as number) + 1);
	});
	const groups = [...counts.keys()].filter((group) => (counts[group] as number) > 0);
	groups.sort((a, b) => (told[a] as number) - (told[b] as number) || a - b);
	return aucOfGroups(groups, told, counts, events);
}

/** AUC over groups of rows by ascending score; groups with one score are ties and count half. */
function aucOfGroups(
	groups: readonly number[],
	told: Float64Array,
	counts: Float64Array,
	events: Float64Array,
): number {
	let [below, wins, allEvents] = [0, 0, 0];
	for (let start = 0; start < groups.length; ) {
		let [rows, happened, end] = [0, 0, start];
		for (; end < groups.length && told[groups[end] as number] === told[groups[start] as number]; end++) {
			rows += counts[groups[end] as number] as number;
			happened += events[groups[end] as number] as number;
		}
		wins += happened * (below + (rows - happened) / 2);
		below += rows - happened;
		allEvents += happened;
		start = end;
	}
	return wins / (allEvents * below);
}
