import type { Cell, RawTable } from '../learn/RawTable';
import type { Row } from '../measures/Records';

/**
 * Columns of account rows as a table to learn from; a cell that is no text, number or flag is not observed, flags are 1 and 0.
 *
 * @example
 * lifeTable([{ tier: 'pro', vip: true }, { tier: ['?'] }], ['tier', 'vip']).columns
 * // => [['pro', null], [1, null]]
 */
export function lifeTable(accounts: readonly Row[], columns: readonly string[]): RawTable {
	const cellOf = (cell: unknown): Cell =>
		typeof cell === 'string' || typeof cell === 'number'
			? cell
			: typeof cell === 'boolean'
				? Number(cell)
				: null;
	return {
		names: [...columns],
		columns: columns.map((name) => accounts.map((account) => cellOf(account[name]))),
		rows: accounts.length,
	};
}
