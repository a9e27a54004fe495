import fc from 'fast-check';
import { createShock } from '../../../scoring/renewal/createShock';
import { distributeRenewals } from '../../../scoring/renewal/distributeRenewals';
import { createDraws, drawPortfolio } from './simulateRenewals';

const independent = createShock(0);

/** All outcomes of up to a dozen contracts, one by one. */
function enumerate(
	amounts: readonly number[],
	probabilities: readonly number[],
): Array<[sum: number, chance: number]> {
	const outcomes: Array<[number, number]> = [];
	for (let pattern = 0; pattern < 2 ** amounts.length; pattern++) {
		let [sum, chance] = [0, 1];
		for (const [index, amount] of amounts.entries()) {
			const renews = (pattern >> index) % 2 === 1;
			if (renews) sum += amount;
			chance *= renews ? (probabilities[index] as number) : 1 - (probabilities[index] as number);
		}
		outcomes.push([sum, chance]);
	}
	return outcomes;
}

test('counts of up to 2,000 contracts are exact: 2,000 of 0.5 against binomial numbers', () => {
	const { interval80, interval95, method, sd } = distributeRenewals(
		{ amounts: Array<number>(2000).fill(1), probabilities: Array<number>(2000).fill(0.5) },
		independent,
	);
	// qbinom in R: 971, 1029 and 956, 1044.
	expect({ interval80, interval95, method }).toEqual({
		interval80: { low: 971, high: 1029 },
		interval95: { low: 956, high: 1044 },
		method: 'exact',
	});
	expect(sd).toBeCloseTo(Math.sqrt(500), 9);
});

const contract = fc.record({
	amount: fc.oneof(fc.integer({ min: -5_000_000, max: 90_000_000 }), fc.constantFrom(0, 100, 100_000)),
	probability: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5, 0.9)),
});
const portfolio = (max: number) =>
	fc.array(contract, { maxLength: max }).map((list) => ({
		amounts: list.map(({ amount }) => amount),
		probabilities: list.map(({ probability }) => probability),
	}));

test('of few contracts the ends leave out no more than each tail holds, whatever amounts and probabilities', () => {
	fc.assert(
		fc.property(portfolio(9), (terms) => {
			const found = distributeRenewals(terms, independent);
			const outcomes = enumerate(terms.amounts, terms.probabilities);
			for (const [{ low, high }, tail] of [
				[found.interval80, 0.1],
				[found.interval95, 0.025],
			] as const) {
				const under = outcomes.reduce((sum, [value, chance]) => sum + (value < low ? chance : 0), 0);
				const over = outcomes.reduce((sum, [value, chance]) => sum + (value > high ? chance : 0), 0);
				expect(under).toBeLessThanOrEqual(tail + 1e-9);
				expect(over).toBeLessThanOrEqual(tail + 1e-9);
			}
			const mean = outcomes.reduce((sum, [value, chance]) => sum + value * chance, 0);
			expect(Math.abs(found.mean - mean)).toBeLessThan(1e-3);
		}),
		{ numRuns: 300 },
	);
});

test('amounts times a whole number give ends times it, and the order of the contracts does not matter', () => {
	fc.assert(
		fc.property(portfolio(40), fc.integer({ min: 1, max: 1000 }), (terms, k) => {
			const found = distributeRenewals(terms, independent);
			const scaled = distributeRenewals(
				{ ...terms, amounts: terms.amounts.map((amount) => amount * k) },
				independent,
			);
			expect(scaled.interval80).toEqual({
				low: found.interval80.low * k + 0,
				high: found.interval80.high * k + 0,
			});
			expect(scaled.quantiles).toEqual(
				found.quantiles.map(({ share, value }) => ({ share, value: value * k + 0 })),
			);
			const reversed = {
				amounts: [...terms.amounts].reverse(),
				probabilities: [...terms.probabilities].reverse(),
			};
			expect(distributeRenewals(reversed, independent)).toEqual(found);
		}),
		{ numRuns: 200 },
	);
});

test('a portfolio without contracts is 0, one of certain contracts has no spread', () => {
	expect(distributeRenewals({ amounts: [], probabilities: [] }, independent)).toMatchObject({
		contracts: 0,
		mean: 0,
		sd: 0,
		median: 0,
		interval80: { low: 0, high: 0 },
	});
	expect(
		distributeRenewals({ amounts: [700, -200, 50], probabilities: [1, 1, 0] }, independent),
	).toMatchObject({
		mean: 500,
		sd: 0,
		interval95: { low: 500, high: 500 },
	});
});

test('bins stay under 1 % of the standard deviation', () => {
	const draws = createDraws(11);
	for (const size of [10, 129, 600, 2000, 4000]) {
		const { bin, sd, method } = distributeRenewals(drawPortfolio(size, draws), independent);
		expect(method).toBe(size > 2000 ? 'normal' : 'grid');
		expect(bin).toBeLessThan(sd / 100);
	}
});

test('above 2,000 contracts one giant among many keeps its two outcomes apart', () => {
	const amounts = [...Array<number>(5000).fill(10_000), 900_000_000];
	const probabilities = [...Array<number>(5000).fill(0.9), 0.92];
	const { interval80, interval95, method } = distributeRenewals({ amounts, probabilities }, independent);
	expect(method).toBe('normal');
	// 8 % of all cases lie near 45 million: inside the 95 % interval, outside the one of 80 %.
	expect(interval80.low).toBeGreaterThan(900_000_000);
	expect(interval95.low).toBeLessThan(50_000_000);
	expect(interval95.high).toBeLessThanOrEqual(950_000_000);
});

test('a common shock keeps the mean and widens the intervals', () => {
	const drawn = drawPortfolio(300, createDraws(9));
	const [calm, shaken] = [
		distributeRenewals(drawn, independent),
		distributeRenewals(drawn, createShock(0.5)),
	];
	expect(shaken.mean).toBe(calm.mean);
	expect(shaken.interval80.high - shaken.interval80.low).toBeGreaterThan(
		1.3 * (calm.interval80.high - calm.interval80.low),
	);
});

test('a shock keeps the probability of each renewal: its mean over all shifts is the probability', () => {
	for (const sd of [0.2, 0.8, 2]) {
		const shock = createShock(sd);
		for (const probability of [0.001, 0.3, 0.5, 0.94, 0.9999]) {
			const centre = shock.centre(probability);
			let mean = 0;
			for (const { z, weight } of shock.nodes(401)) mean += weight / (1 + Math.exp(-(centre + sd * z)));
			expect(Math.abs(mean - probability)).toBeLessThan(1e-6);
		}
	}
});
