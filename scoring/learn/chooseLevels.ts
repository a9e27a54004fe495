import type { LevelCounts } from './countLevels';
import { fewestRows } from './fewestRows';

/** How a category becomes features: a feature per entry, `null` for "not observed", '' for all rare levels together. */
export interface LevelChoice {
	readonly levels: readonly string[];
	readonly features: readonly (string | null)[];
}

/** More levels than this get no feature of their own. */
const MOST_LEVELS = 60;

/**
 * Chooses the levels that get a feature. Two kinds of cells (two levels, or a level and nothing) need one feature only. A text that is nearly
 * different in every row says nothing by its levels: only whether it is there is used, or nothing (null) where it always is.
 *
 * @example
 * chooseLevels({ frequent: [{ text: 'no', rows: 7 }, { text: 'yes', rows: 3 }], distinct: 2, missing: 0, fingerprint: '', words: 1 }, 10)
 * // => { levels: ['no', 'yes'], features: ['yes'] }
 */
export function chooseLevels(counts: LevelCounts, rows: number): LevelChoice | null {
	const observed = rows - counts.missing;
	const kept = counts.frequent.slice(0, MOST_LEVELS);
	const covered = kept.reduce((sum, level) => sum + level.rows, 0);
	const nearlyUnique = counts.distinct > observed / 2 && covered < observed / 10;
	if (kept.length === 0 || nearlyUnique) {
		const presenceTells = Math.min(counts.missing, observed) >= fewestRows(rows);
		return presenceTells ? { levels: [], features: [null] } : null;
	}
	const levels = kept.map(({ text }) => text);
	const features: (string | null)[] = [...levels];
	if (covered < observed) features.push('');
	if (counts.missing > 0) features.push(null);
	return { levels, features: features.length === 2 ? features.slice(1) : features };
}
