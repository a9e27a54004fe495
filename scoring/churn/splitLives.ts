import type { ContractDays } from './gatherBegins';

/** Days of an account as a customer, counted since 1970. */
export interface LifeDays {
	readonly startDay: number;
	/** null: it is there today. */
	readonly churnDay: number | null;
}

export interface SplitLives {
	readonly lives: readonly LifeDays[];
	/** Churns before the first day that anything tells of. */
	readonly beforeStart: number;
	/** Churns that follow one another without a return in between. */
	readonly twice: number;
}

/**
 * The times of one account as a customer, oldest first. `start`: its first day as its row tells it (null: not known); `churns`: days it left until today, ascending. A
 * customer that came back begins anew: at its `start` when that lies after the churn, else with the first contract that begins after it. A churn before `start`
 * ended an earlier time, which counts when a contract tells when that began. The last time is running unless it ended, or `isGone`.
 *
 * @example
 * splitLives(100, [40, 150], [{ startDay: 10, endDay: 90, stands: true }], false, 200).lives
 * // => [{ startDay: 10, churnDay: 40 }, { startDay: 100, churnDay: 150 }]
 */
export function splitLives(
	start: number | null,
	churns: readonly number[],
	contracts: readonly ContractDays[],
	isGone: boolean,
	today: number,
): SplitLives {
	const lives: LifeDays[] = [];
	let [beforeStart, twice] = [0, 0];
	let last = Number.NEGATIVE_INFINITY;
	for (const churnDay of churns) {
		const isOwn = start !== null && start > last && start <= churnDay;
		const begun = contracts.find(({ startDay }) => startDay > last && startDay <= churnDay)?.startDay;
		const startDay = isOwn ? start : (begun ?? null);
		if (startDay !== null) lives.push({ startDay, churnDay });
		else if (last === Number.NEGATIVE_INFINITY) beforeStart++;
		else twice++;
		last = churnDay;
	}
	if (isGone) return { lives, beforeStart, twice };
	const returned = contracts.find(
		({ startDay, endDay, stands }) =>
			stands && startDay > last && startDay <= today && (endDay === null || endDay >= today),
	)?.startDay;
	const startDay = start !== null && start > last && start <= today ? start : (returned ?? null);
	if (startDay !== null) lives.push({ startDay, churnDay: null });
	return { lives, beforeStart, twice };
}
