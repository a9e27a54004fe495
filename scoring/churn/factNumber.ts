import type { ChurnFacts } from './ChurnFacts';

/**
 * A fact as number; null when it is not observed or a text.
 *
 * @example
 * factNumber({ nps: 8 }, 'nps')
 * // => 8
 */
export function factNumber(facts: ChurnFacts, name: string): number | null {
	const value = facts[name];
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
