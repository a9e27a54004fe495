/** About 5 ms of work: a visit of one cell takes up to 10 ns. */
const VISITS_PER_STEP = 500_000;

/**
 * Tells a long computation when to pause, without a clock: the returned function adds `visits` (cells read) to what was done since the
 * last pause and is true when that is about 5 ms of work.
 *
 * @example
 * createPace()(500_000)
 * // => true
 */
export function createPace(): (visits: number) => boolean {
	let done = 0;
	return (visits) => {
		done += visits;
		if (done < VISITS_PER_STEP) return false;
		done = 0;
		return true;
	};
}
