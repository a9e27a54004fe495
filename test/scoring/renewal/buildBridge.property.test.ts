import fc from 'fast-check';
import type { Bridge, BridgeLine } from '../../../scoring/renewal/Bridge';
import { buildBridge } from '../../../scoring/renewal/buildBridge';
import { asKnownThen, line, quarter } from './bridgeLines';

const DAYS = [
	'2024-02-29',
	'2025-06-30',
	'2025-12-30',
	'2025-12-31',
	'2026-01-01',
	'2026-02-28',
	'2026-03-31',
	'2026-04-01',
	'2027-01-31',
];
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
	fc.option(values, { nil: null, freq: 4 });
const instant = maybe(fc.constantFrom(...DAYS).map((day) => Date.parse(`${day}T12:00:00Z`)));

/** Everything that rows may hold: overlaps, chains, circles, duplicates, credits, zeros, gaps, corrections, several currencies. */
const anyLine: fc.Arbitrary<BridgeLine> = fc
	.record({
		id: fc.integer({ min: 0, max: 12 }),
		accountId: fc.constantFrom('a', 'b', 'c'),
		productId: maybe(fc.constantFrom('plan', 'add-on', 'module')),
		quantity: maybe(fc.oneof(fc.integer({ min: -2, max: 40 }), fc.double({ min: 0.1, max: 9, noNaN: true }))),
		arrMinor: maybe(fc.oneof(fc.integer({ min: -50_000, max: 5_000_000 }), fc.constant(0))),
		currency: maybe(fc.constantFrom('USD', 'EUR', 'JPY')),
		startsOn: maybe(fc.constantFrom(...DAYS)),
		endsOn: maybe(fc.constantFrom(...DAYS)),
		replaces: maybe(fc.integer({ min: 0, max: 12 })),
		recordedAt: instant,
		supersededAt: fc.option(instant, { nil: null, freq: 1 }),
		rollsByMonths: fc.constantFrom(null, null, 1, 12),
	})
	.map(({ id, replaces, ...given }) =>
		line({
			...given,
			lineId: `L${id}`,
			contractId: `C${id % 4}`,
			replacesLineId: replaces === null ? null : `L${replaces}`,
		}),
	);
const lines = fc.array(anyLine, { maxLength: 24 });
const rates = [
	{ day_on: '2025-12-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.0837 },
	{ day_on: '2026-03-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1291 },
	{ day_on: '2025-12-01', from_currency: 'USD', to_currency: 'JPY', rate: 149.37 },
	{ day_on: '2026-03-01', from_currency: 'USD', to_currency: 'JPY', rate: 151.02 },
];

const views = [
	quarter,
	asKnownThen,
	{ ...quarter, reportCurrency: 'USD', rates },
	{ ...asKnownThen, reportCurrency: 'USD', rates },
];

function moved({ steps }: Bridge['currencies'][number]): number {
	return steps.slice(0, -1).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

test('the bridge always reconciles to the last minor unit: in total, and per account, with swaps at zero', () => {
	fc.assert(
		fc.property(lines, fc.constantFrom(...views), (given, options) => {
			const bridge = buildBridge(given, options);
			for (const currency of bridge.currencies) {
				expect(moved(currency)).toBe(currency.steps.at(-1)?.amountMinor);
				expect(currency.steps.find(({ kind }) => kind === 'swap')?.amountMinor).toBe(0);
				for (const { amountMinor, gainsMinor, lossesMinor, kind } of currency.steps) {
					expect(Number.isSafeInteger(amountMinor)).toBe(true);
					if (kind !== 'opening' && kind !== 'closing') expect(gainsMinor + lossesMinor).toBe(amountMinor);
				}
			}
			for (const { openingMinor, closingMinor, moves } of bridge.accounts) {
				expect(openingMinor + moves.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(
					closingMinor,
				);
			}
		}),
		{ numRuns: 1500 },
	);
});

test('opening and closing are the sums of the lines in force, added up another way', () => {
	fc.assert(
		fc.property(lines, (given) => {
			// Lines that neither replace one another nor share an id, so that a plain filter is the truth.
			const plain = given.map((one, index) => ({
				...one,
				lineId: `P${index}`,
				replacesLineId: null,
				rollsByMonths: null,
			}));
			const sum = (onDay: string, currency: string): number =>
				plain
					.filter((one) => one.currency === currency && one.arrMinor !== null && one.startsOn !== null)
					.filter((one) => one.startsOn! <= onDay && (one.endsOn ?? '9999-12-31') >= onDay)
					.filter(
						(one) =>
							(one.recordedAt ?? 0) <= quarter.closingCut &&
							(one.supersededAt ?? Infinity) > quarter.closingCut,
					)
					.reduce((total, { arrMinor }) => total + arrMinor!, 0);
			for (const { currency, steps } of buildBridge(plain, quarter).currencies) {
				expect(steps[0]?.amountMinor).toBe(sum(quarter.openingOn, currency));
				expect(steps.at(-1)?.amountMinor).toBe(sum(quarter.closingOn, currency));
			}
		}),
		{ numRuns: 400 },
	);
});

test('GRR is never over 1, never over NRR, and an account that only grows leaves it alone', () => {
	fc.assert(
		fc.property(lines, fc.constantFrom(...views), (given, options) => {
			for (const { retention, due } of buildBridge(given, options).currencies) {
				if (retention.grr !== null) {
					expect(retention.grr).toBeGreaterThanOrEqual(0);
					expect(retention.grr).toBeLessThanOrEqual(1);
				}
				if (due.grossRenewalRate !== null) expect(due.grossRenewalRate).toBeLessThanOrEqual(1);
			}
		}),
		{ numRuns: 400 },
	);
});

test('amounts times a whole number: whole amounts times it, ratios as they were; parts of a change to the rounding', () => {
	fc.assert(
		fc.property(lines, fc.integer({ min: 2, max: 1000 }), (given, k) => {
			const before = buildBridge(given, quarter);
			const scaled = given.map((one) => ({
				...one,
				arrMinor: one.arrMinor === null ? null : one.arrMinor * k,
			}));
			const after = buildBridge(scaled, quarter);
			for (const [index, currency] of before.currencies.entries()) {
				const other = after.currencies[index]!;
				expect(other.retention.grr).toEqual(
					currency.retention.grr === null ? null : expect.closeTo(currency.retention.grr, 12),
				);
				for (const [at, step] of currency.steps.entries()) {
					const off = other.steps[at]!.amountMinor - step.amountMinor * k;
					const parted = step.kind === 'expansion' || step.kind === 'contraction' || step.kind === 'price';
					expect(Math.abs(off)).toBeLessThanOrEqual(parted ? k * given.length : 0);
				}
			}
		}),
		{ numRuns: 300 },
	);
});
