import type { Row } from './Records';

/**
 * The finite number in a column, also when it came as text; anything else (absent, null, '', true, "n/a") is null, never 0.
 *
 * @example
 * numberIn({ score: '9' }, 'score')
 * // => 9
 */
export function numberIn(row: Row, column: string): number | null {
	const value = row[column];
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string' || value.trim() === '') return null;
	const number = Number(value);
	return Number.isFinite(number) ? number : null;
}
