import { createRandom } from './createRandom';
import type { Labels, RowIndex } from './Matrix';

/** Rows compared with each other at most, and of each class when both have more. */
const MOST_ROWS = 1_000;
const MOST_OF_CLASS = 500;

/** The first `count` of the rows in random order. */
function draw(rows: number[], count: number, random: () => number): number[] {
	for (let place = 0; place < Math.min(count, rows.length); place++) {
		const other = place + Math.floor(random() * (rows.length - place));
		[rows[place], rows[other]] = [rows[other]!, rows[place]!];
	}
	return rows.slice(0, count);
}

/** One row of each group: with the event if there is one, else any. */
function onePerGroup(labels: Labels, groups: Int32Array, random: () => number): number[] {
	const chosen = new Map<number, number>();
	const seen = new Map<number, number>();
	for (let row = 0; row < labels.length; row++) {
		const group = groups[row]!;
		const known = chosen.get(group);
		const isBetter = known === undefined || labels[row]! > labels[known]!;
		const isEqual = known !== undefined && labels[row] === labels[known];
		const count = isBetter ? 1 : seen.get(group)! + (isEqual ? 1 : 0);
		seen.set(group, count);
		if (isBetter || (isEqual && random() * count < 1)) chosen.set(group, row);
	}
	return [...chosen.values()];
}

/**
 * At most 1,000 rows, ascending, in which both classes are well represented: all events up to 500, and of a group (account) one row, so that the labels of
 * the rows can be exchanged.
 */
export function sampleSignal(labels: Labels, groups: Int32Array | null, seed: number): RowIndex {
	const random = createRandom(seed + 17);
	const rows = groups === null ? [...labels.keys()] : onePerGroup(labels, groups, random);
	if (rows.length <= MOST_ROWS) return Int32Array.from(rows).sort();
	const events = rows.filter((row) => labels[row] === 1);
	const others = rows.filter((row) => labels[row] !== 1);
	const eventShare = Math.min(events.length, Math.max(MOST_OF_CLASS, MOST_ROWS - others.length));
	const otherShare = Math.min(others.length, MOST_ROWS - eventShare);
	return Int32Array.from([...draw(events, eventShare, random), ...draw(others, otherShare, random)]).sort();
}
