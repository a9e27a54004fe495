import { median } from '../core/median';
import { testGrowth } from './testGrowth';

const USUAL_WEEKS = 13;
const FEWEST_WEEKS = 16;
/** How far under a level the quarter may lie for the level to be usual. */
const NEAR = 0.95;
/** Standard scores from which a rise is more than the account's own noise. */
const BEYOND_NOISE = 4.5;

/**
 * Whether the last four weeks are only an excursion above `level`: the median of the last quarter lies more than a twentieth under it, and the rise is within
 * the account's own noise (see `testGrowth`). A short history cannot tell and is none.
 *
 * @param values weekly, newest last; null: not observed
 *
 * @example
 * isExcursion([50, 52, 49, 51, 50, 53, 50, 48, 51, 50, 49, 52, 50, 86, 88, 87, 86], 85)
 * // => false
 */
export function isExcursion(values: readonly (number | null)[], level: number): boolean {
	const known = values.filter((value) => value !== null);
	const usual = median(values.slice(-USUAL_WEEKS).filter((value) => value !== null));
	if (usual === null || known.length < FEWEST_WEEKS || usual >= NEAR * level) return false;
	const z = testGrowth(values, { scale: 'log', least: 0 })?.z ?? null;
	return z !== null && z < BEYOND_NOISE;
}
