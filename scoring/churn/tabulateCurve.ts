import { normalCdf } from '../core/normalCdf';
import { countAtRisk } from '../learn/countAtRisk';
import { firstAfter } from '../learn/firstAfter';
import type { CurveMonth, GroupCurve } from './Lifetime';

const MOST_MONTHS = 120;
/** Ages at a boundary of months belong to the month that ends there. */
const JUST_AFTER = 1e-9;

/**
 * A curve month by month, as far as anybody was seen, 120 months at most. Months count from the start as a customer: month 12 ends with the first year, and a churn on that
 * very day is in it. At risk: watched when the month began. Before the first churn the lower limit is the smallest share that so many would still all stay with: no curve is ever sure. Behind a time at which nobody was watched, survival is null. No rows without a curve.
 *
 * @example
 * tabulateCurve({ group: null, lives: 2, churned: 1, months: 3, curve: { curve: { steps: [{ time: 1, atRisk: 2, events: 1, survival: 0.5 }], entries: Float64Array.of(-Infinity, -Infinity), exits: Float64Array.of(1, 2), gap: null }, times: Float64Array.of(1) } }, 1.645).map(({ month, atRisk, churned, survival }) => [month, atRisk, churned, survival])
 * // => [[1, 2, 1, 0.5], [2, 1, 0, 0.5]]
 */
export function tabulateCurve({ group, curve: index }: GroupCurve, z: number): CurveMonth[] {
	if (index === null) return [];
	const { curve, times } = index;
	const { steps, exits, gap } = curve;
	const months = Math.min(MOST_MONTHS, Math.ceil(exits[exits.length - 1] ?? 0));
	const rows: CurveMonth[] = [];
	let next = 0;
	for (let month = 1; month <= months; month++) {
		const until = firstAfter(times, month);
		let churned = 0;
		for (; next < until; next++) churned += steps[next]!.events;
		const last = steps[until - 1];
		const told = gap === null || month <= gap.from;
		rows.push({
			group,
			month,
			atRisk: countAtRisk(curve, month === 1 ? 0 : month - 1 + JUST_AFTER),
			churned,
			survival: told ? (last?.survival ?? 1) : null,
			low: told ? (last === undefined ? leastShare(countAtRisk(curve, month), z) : last.low) : null,
			high: told ? (last === undefined ? 1 : last.high) : null,
		});
	}
	return rows;
}

/** Nobody left so far: the smallest share that so many people would still all stay with, as `continueSurvival` has it; null: nobody is watched. */
const leastShare = (watched: number, z: number): number | null =>
	watched === 0 ? null : Math.pow(normalCdf(-z), 1 / watched);
