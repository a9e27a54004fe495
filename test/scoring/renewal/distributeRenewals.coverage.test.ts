import { createShock } from '../../../scoring/renewal/createShock';
import { distributeRenewals } from '../../../scoring/renewal/distributeRenewals';
import { createDraws, drawPortfolio, drawRenewed } from './simulateRenewals';

const { exp } = Math;

interface Coverage {
	portfolios: number;
	contracts: number;
	shockSd: number;
	/** Outcomes drawn of each portfolio, so that the share itself is known well. */
	outcomes: number;
	seed: number;
}

/** Shares of outcomes inside the two intervals; the draws know nothing of how the intervals are made. */
function cover({ portfolios, contracts, shockSd, outcomes, seed }: Coverage): [number, number] {
	const draws = createDraws(seed);
	const shock = createShock(shockSd);
	let [inside80, inside95] = [0, 0];
	for (let one = 0; one < portfolios; one++) {
		const plain = drawPortfolio(contracts, draws);
		// With a shock whole percent, so that few log-odds have to be found by the slow way below.
		const percent = plain.probabilities.map((own) => Math.min(99, Math.max(1, Math.round(own * 100))));
		const drawn = shockSd === 0 ? plain : { ...plain, probabilities: percent.map((own) => own / 100) };
		const { interval80, interval95 } = distributeRenewals(drawn, shock);
		for (let outcome = 0; outcome < outcomes; outcome++) {
			const z = shockSd === 0 ? 0 : draws.normal();
			const shifted =
				shockSd === 0 ? [] : centresOf(shockSd).map((centre) => 1 / (1 + exp(-(centre + shockSd * z))));
			const probabilities =
				shockSd === 0 ? plain.probabilities : percent.map((own) => shifted[own] as number);
			const sum = drawRenewed({ ...plain, probabilities }, draws.uniform);
			if (sum >= interval80.low && sum <= interval80.high) inside80++;
			if (sum >= interval95.low && sum <= interval95.high) inside95++;
		}
	}
	return [inside80 / (portfolios * outcomes), inside95 / (portfolios * outcomes)];
}

/** Log-odds of 0 to 100 percent whose mean over the shock is that, by bisection over a plain sum: not the code under test. */
const CENTRES = new Map<number, number[]>();
function centresOf(sd: number): number[] {
	const known = CENTRES.get(sd) ?? Array.from({ length: 101 }, (_, percent) => centreOf(percent / 100, sd));
	CENTRES.set(sd, known);
	return known;
}

function centreOf(probability: number, sd: number): number {
	let [low, high] = [-30, 30];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		let [value, weights] = [0, 0];
		for (let z = -6; z <= 6; z += 0.1) {
			const weight = exp(-(z * z) / 2);
			weights += weight;
			value += weight / (1 + exp(-(middle + sd * z)));
		}
		if (value / weights < probability) low = middle;
		else high = middle;
	}
	return low;
}

describe('intervals cover the truth of 10,000 portfolios, simulated by separate code', () => {
	// Portfolios: 3,000 + 2,000 + 3,400 + 700 + 50 + 50 + 800 = 10,000.
	test.each<Coverage>([
		{ portfolios: 3000, contracts: 3, shockSd: 0, outcomes: 40, seed: 1 },
		{ portfolios: 2000, contracts: 25, shockSd: 0, outcomes: 40, seed: 2 },
	])('at least at the nominal rate: $portfolios portfolios of $contracts contracts', (coverage) => {
		const [inside80, inside95] = cover(coverage);
		expect(inside80).toBeGreaterThanOrEqual(0.8);
		expect(inside95).toBeGreaterThanOrEqual(0.95);
	});

	test.each<Coverage>([
		{ portfolios: 3400, contracts: 200, shockSd: 0, outcomes: 10, seed: 3 },
		{ portfolios: 700, contracts: 600, shockSd: 0, outcomes: 40, seed: 4 },
		{ portfolios: 50, contracts: 3000, shockSd: 0, outcomes: 200, seed: 5 },
		{ portfolios: 50, contracts: 2500, shockSd: 0.3, outcomes: 500, seed: 7 },
		{ portfolios: 800, contracts: 200, shockSd: 0.4, outcomes: 40, seed: 6 },
	])('and within 1.5 points: $portfolios portfolios of $contracts contracts, shock $shockSd', (coverage) => {
		const [inside80, inside95] = cover(coverage);
		expect(inside80).toBeGreaterThanOrEqual(0.8 - 0.003);
		expect(inside80).toBeLessThanOrEqual(0.815);
		expect(inside95).toBeGreaterThanOrEqual(0.95 - 0.002);
		expect(inside95).toBeLessThanOrEqual(0.965);
	});
});
