import { levelOf } from './levelOf';
import type { Cell } from './RawTable';

/**
 * Group of each row as a whole number from 0, in order of first appearance; a row without a group stands for itself.
 *
 * @example
 * [...readGroups(['a', 'b', null, 'a'])]
 * // => [0, 1, 2, 0]
 */
export function readGroups(cells: readonly Cell[]): Int32Array {
	const known = new Map<string, number>();
	const groups = new Int32Array(cells.length);
	let next = 0;
	for (let row = 0; row < cells.length; row++) {
		const cell = cells[row];
		// Ids are compared as they are: 007 and 7 may be two accounts.
		const name = typeof cell === 'string' ? cell.trim() : levelOf(cell);
		const group = name === null || name === '' ? undefined : known.get(name);
		groups[row] = group ?? next;
		if (group !== undefined) continue;
		if (name !== null && name !== '') known.set(name, next);
		next++;
	}
	return groups;
}
