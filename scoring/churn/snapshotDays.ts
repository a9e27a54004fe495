/**
 * Days to take snapshots of, oldest first, as days since 1970: back from `today` in steps, as far as `first`. Days whose horizon is not
 * over by `today` are among them; who builds snapshots counts and leaves them out.
 *
 * @example
 * snapshotDays(100, 30, 20)
 * // => [40, 70, 100]
 */
export function snapshotDays(today: number, stepDays: number, first: number): number[] {
	const days: number[] = [];
	for (let day = today; day >= first; day -= stepDays) days.push(day);
	return days.reverse();
}
