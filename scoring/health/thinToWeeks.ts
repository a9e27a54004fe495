import { dayNumber } from '../core/dayNumber';

/** A score on a calendar day. */
export interface ScorePoint {
	/** YYYY-MM-DD */
	readonly on: string;
	/** Unrounded, 0 to 100. */
	readonly value: number;
}

/** A point with its distance from the latest one. */
export interface WeeklyPoint extends ScorePoint {
	/** 0 or negative: weeks (with decimals) before the latest point. */
	readonly week: number;
}

/**
 * One point a week, oldest first: of every seven days, counted back from the latest point, the last one. A history of daily and weekly
 * points becomes evenly spaced, so that thirty daily scores of one month do not count as thirty observations.
 * The order given does not matter; points without a real day or a finite value are left out; of several on one day the last given counts.
 *
 * @example
 * thinToWeeks([{ on: '2024-01-15', value: 70 }, { on: '2024-01-14', value: 71 }, { on: '2024-01-08', value: 75 }]).map((point) => point.value)
 * // => [75, 70]
 */
export function thinToWeeks(points: readonly ScorePoint[]): WeeklyPoint[] {
	const dated = points.flatMap((point) => {
		const day = dayNumber(point.on);
		return day === null || !Number.isFinite(point.value) ? [] : [{ point, day }];
	});
	let latest = -Infinity;
	for (const { day } of dated) latest = Math.max(latest, day);
	const weeks = new Map<number, (typeof dated)[number]>();
	for (const candidate of dated) {
		const age = Math.floor((latest - candidate.day) / 7);
		const kept = weeks.get(age);
		if (kept === undefined || candidate.day >= kept.day) weeks.set(age, candidate);
	}
	return [...weeks.values()]
		.sort((left, right) => left.day - right.day)
		.map(({ point, day }) => ({ ...point, week: (day - latest) / 7 }));
}
