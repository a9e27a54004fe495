// Taken out once: a test runner looks globals up anew at each use, and these run a hundred million times.
const { exp, floor, log, max, min, sqrt } = Math;

/** A portfolio as the simulation draws it; it shares no code with the forecast. */
export interface DrawnPortfolio {
	readonly amounts: number[];
	readonly probabilities: number[];
}

/** Seeded draws: uniform numbers (xorshift), and normal ones by the polar method. */
export function createDraws(seed: number): { uniform: () => number; normal: () => number } {
	let state = (seed * 2654435761) | 0 || 1;
	const uniform = (): number => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 4294967296;
	};
	for (let warm = 0; warm < 20; warm++) uniform();
	const normal = (): number => {
		for (;;) {
			const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
			const square = x * x + y * y;
			if (square > 0 && square < 1) return x * sqrt((-2 * log(square)) / square);
		}
	};
	return { uniform, normal };
}

/** Amounts differ by a factor of some hundred, in cents; most renewals are likely, some are not. */
export function drawPortfolio(contracts: number, draws: ReturnType<typeof createDraws>): DrawnPortfolio {
	const amounts: number[] = [];
	const probabilities: number[] = [];
	const level = 0.75 + 0.2 * draws.uniform();
	for (let index = 0; index < contracts; index++) {
		amounts.push(1 + floor(1_000_000 * exp(1.1 * draws.normal())));
		const spread = level + 0.3 * (draws.uniform() - 0.7);
		probabilities.push(min(0.995, max(0.02, draws.uniform() < 0.1 ? draws.uniform() : spread)));
	}
	return { amounts, probabilities };
}

/** What such a portfolio came to: one draw of who renewed. */
export function drawRenewed({ amounts, probabilities }: DrawnPortfolio, uniform: () => number): number {
	let sum = 0;
	for (let index = 0; index < amounts.length; index++) {
		if (uniform() < (probabilities[index] as number)) sum += amounts[index] as number;
	}
	return sum;
}
