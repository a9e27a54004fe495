/**
 * An S-curve from 0 to 1 with 0.5 at 0 and slope 1/4 there, as the logistic function, but made of a square root only: unlike `exp`,
 * that has one correctly rounded result on every machine. Its tails are heavier.
 *
 * @example
 * sigmoid(0)
 * // => 0.5
 */
export function sigmoid(x: number): number {
	const half = x / 2;
	return 0.5 + half / (2 * Math.sqrt(1 + half * half));
}
