/** Chance of at most `events` among `rows` when each has the event with chance `rate`; `events` is small. */
function chanceOfAtMost(events: number, rows: number, rate: number): number {
	// Through logarithms: (1 - rate) ^ rows would vanish for many rows.
	let logTerm = rows * Math.log1p(-rate);
	let sum = Math.exp(logTerm);
	for (let count = 1; count <= events; count++) {
		logTerm += Math.log((rows - count + 1) / count) + Math.log(rate) - Math.log1p(-rate);
		sum += Math.exp(logTerm);
	}
	return sum;
}

/** The rate at which the chance of at most `events` falls to `target`. */
function rateAt(events: number, rows: number, target: number): number {
	let low = 0;
	let high = 1;
	for (let halving = 0; halving < 60; halving++) {
		const middle = (low + high) / 2;
		if (chanceOfAtMost(events, rows, middle) > target) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/**
 * Exact interval (Beta quantiles; Clopper and Pearson, Biometrika 26 (1934), 404-413) of a rate seen as `events` of `rows`: right also for 0 to 4
 * events, where others are too sure. Without rows 0 to 1. `tail`: chance left out on either side; 0.05 gives a 90 % interval.
 *
 * @example
 * exactInterval(0, 1).high.toFixed(3)
 * // => '0.950'
 */
export function exactInterval(events: number, rows: number, tail = 0.05): { low: number; high: number } {
	if (events * 2 > rows) {
		const mirrored = exactInterval(rows - events, rows, tail);
		return { low: 1 - mirrored.high, high: 1 - mirrored.low };
	}
	return {
		low: events === 0 ? 0 : rateAt(events - 1, rows, 1 - tail),
		high: events >= rows ? 1 : rateAt(events, rows, tail),
	};
}
