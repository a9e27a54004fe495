/** Points and weights of a quadrature on [0, 1]. */
export interface Quadrature {
	readonly points: Float64Array;
	readonly weights: Float64Array;
}

/** Legendre polynomial of a degree and the one before it, at x. */
function legendre(degree: number, x: number): readonly [value: number, previous: number] {
	let previous = 0;
	let value = 1;
	for (let n = 1; n <= degree; n++) {
		const next = ((2 * n - 1) * x * value - (n - 1) * previous) / n;
		previous = value;
		value = next;
	}
	return [value, previous];
}

/** The one root between two neighbouring roots of the polynomial before it. */
function rootBetween(degree: number, from: number, to: number): number {
	const isRising = legendre(degree, to)[0] > 0;
	let low = from;
	let high = to;
	for (let halvings = 0; halvings < 80; halvings++) {
		const middle = (low + high) / 2;
		if (legendre(degree, middle)[0] > 0 === isRising) high = middle;
		else low = middle;
	}
	return (low + high) / 2;
}

/**
 * Gauss-Legendre quadrature with `count` points: exact for polynomials of degree up to 2 * count - 1. The roots lie between those of the
 * polynomial one degree lower, so halving finds them without trigonometry, to the same bits everywhere.
 *
 * @example
 * [...gaussLegendre(1).points]
 * // => [0.5]
 */
export function gaussLegendre(count: number): Quadrature {
	let roots: number[] = [];
	for (let degree = 1; degree <= count; degree++) {
		const limits = [-1, ...roots, 1];
		roots = Array.from({ length: degree }, (_, at) => rootBetween(degree, limits[at]!, limits[at + 1]!));
	}
	const weights = roots.map((x) => {
		const [value, previous] = legendre(count, x);
		const slope = (count * (previous - x * value)) / (1 - x * x);
		return 1 / ((1 - x * x) * slope * slope);
	});
	return { points: Float64Array.from(roots, (x) => (x + 1) / 2), weights: Float64Array.from(weights) };
}
