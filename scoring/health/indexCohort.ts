import { median } from '../core/median';
import type { ScorePoint } from './thinToWeeks';

/** Under this many accounts the median of their moves is noise itself. */
const FEWEST_ACCOUNTS = 30;

/**
 * How far the portfolio as a whole stood above or below its usual level on each day, in points: the median over accounts of the score
 * minus the account's own median. Holidays and a yearly wave, which all accounts share, are in it; `assessTrend` takes it out.
 * Days on which fewer than 30 accounts have a score are left out; oldest first. Each list is one account's history.
 *
 * @example
 * indexCohort([[{ on: '2024-01-15', value: 70 }]])
 * // => []
 */
export function indexCohort(histories: readonly (readonly ScorePoint[])[]): ScorePoint[] {
	const moves = new Map<string, number[]>();
	for (const history of histories) {
		const level = median(history.map((point) => point.value));
		if (level === null) continue;
		for (const { on, value } of history) {
			const list = moves.get(on);
			if (list) list.push(value - level);
			else moves.set(on, [value - level]);
		}
	}
	return [...moves.entries()]
		.filter(([, list]) => list.length >= FEWEST_ACCOUNTS)
		.map(([on, list]) => ({ on, value: median(list) ?? NaN }))
		.sort((left, right) => (left.on < right.on ? -1 : 1));
}
