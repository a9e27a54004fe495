import { wordNumber } from './wordNumber';

/**
 * A change in a unit of its own.
 *
 * @example
 * wordMove(-2.25, 'points')
 * // => 'fell by 2.3 points'
 */
export function wordMove(change: number, unit: string): string {
	const size = wordNumber(Math.abs(change));
	if (size === '0') return 'is unchanged';
	return `${change < 0 ? 'fell' : 'rose'} by ${size} ${unit}`;
}
