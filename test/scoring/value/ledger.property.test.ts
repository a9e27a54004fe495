import fc from 'fast-check';

import { compareOutcomes } from '../../../scoring/value/compareOutcomes';
import type { LedgerEntry } from '../../../scoring/measures/ledger/Ledger';
import { scoreValue } from '../../../scoring/value/scoreValue';
import { sumLedger } from '../../../scoring/measures/ledger/sumLedger';

const KINDS = ['direct', 'operational', 'strategic', 'target', 'cost', 'baseline'] as const;

/** Entries of whole major units, so that their formulas give the amount exactly; some have no source. */
const drawn = fc.array(
	fc.record({
		kind: fc.constantFrom(...KINDS),
		major: fc.integer({ min: -1000, max: 100_000 }),
		year: fc.integer({ min: 2020, max: 2027 }),
		currency: fc.constantFrom('USD', 'JPY', 'KWD'),
		hasSource: fc.boolean(),
		isAgreed: fc.boolean(),
	}),
	{ maxLength: 12 },
);
type Drawn = Parameters<typeof entriesOf>[0];

function entriesOf(
	rows: ReadonlyArray<{
		kind: string;
		major: number;
		year: number;
		currency: string;
		hasSource: boolean;
		isAgreed: boolean;
	}>,
	k: number,
): LedgerEntry[] {
	const units: Record<string, number> = { USD: 100, JPY: 1, KWD: 1000 };
	return rows.map(({ kind, major, year, currency, hasSource, isAgreed }, index) => ({
		entryId: `e${index}`,
		accountId: 'a',
		kind,
		period: String(year),
		lowMinor: null,
		baseMinor: major * (units[currency] ?? NaN) * k,
		highMinor: null,
		currency,
		formula: 'amount',
		evidence: { source: hasSource ? 's' : null, outcome: null, inputs: { amount: major * k } },
		acknowledgedOn: isAgreed ? '2026-01-01' : null,
		acknowledgedBy: null,
	}));
}
const options = {
	asOfOn: '2026-06-30',
	window: null,
	reportCurrency: 'USD',
	rates: [],
	acknowledgedOnly: false,
};
const summarise = (rows: Drawn, k = 1) => sumLedger(entriesOf(rows, k), options);

test('every entry is in exactly one state, and only evidenced value that is over is in the total', () => {
	fc.assert(
		fc.property(drawn, (rows) => {
			const { entries, totals } = summarise(rows);
			expect(entries).toHaveLength(rows.length);
			for (const currency of ['USD', 'JPY', 'KWD']) {
				const counts = entriesOf(rows, 1).filter(
					({ kind, evidence, period, currency: own }) =>
						['direct', 'operational', 'strategic'].includes(kind ?? '') &&
						evidence.source !== null &&
						Number(period) < 2026 &&
						own === currency,
				);
				const sum = totals.value?.perCurrency.find((total) => total.currency === currency);
				expect(sum?.entries ?? 0).toBe(counts.length);
				expect(sum?.baseMinor ?? 0).toBe(
					counts.reduce((before, { baseMinor }) => before + (baseMinor ?? NaN), 0),
				);
			}
		}),
	);
});

test('the kinds add up to the value, and what was acknowledged is part of it', () => {
	fc.assert(
		fc.property(drawn, (rows) => {
			const { totals } = summarise(rows);
			for (const { currency, baseMinor, acknowledgedMinor } of totals.value?.perCurrency ?? []) {
				const parts = ['direct', 'operational', 'strategic'].map(
					(kind) => totals[kind]?.perCurrency.find((sum) => sum.currency === currency)?.baseMinor ?? 0,
				);
				expect(parts.reduce((sum, part) => sum + part, 0)).toBe(baseMinor);
				expect(Number.isInteger(acknowledgedMinor)).toBe(true);
			}
			const currencies = totals.value?.perCurrency.map(({ currency }) => currency) ?? [];
			const alone = currencies.length > 0 && currencies.every((currency) => currency === 'USD');
			expect(totals.value?.inReport === null).toBe(!alone);
		}),
	);
});

test('an integer k on all amounts scales amounts by k and leaves rates, months and the band', () => {
	fc.assert(
		fc.property(
			drawn,
			fc.integer({ min: 2, max: 9 }),
			fc.integer({ min: 1, max: 1_000_000 }),
			(rows, k, cost) => {
				const at = (times: number) => {
					const ledger = summarise(rows, times);
					const outcomes = compareOutcomes(ledger.entries, options.asOfOn);
					return scoreValue({ ledger, outcomes, costMinor: cost * times, currency: 'USD' });
				};
				const [one, more] = [at(1), at(k)];
				expect(more.valueMinor).toBe(one.valueMinor === null ? null : one.valueMinor * k + 0);
				expect(more.band).toBe(one.band);
				expect(more.coverage).toEqual(one.coverage === null ? null : expect.closeTo(one.coverage, 9));
				expect(more.paybackMonths).toEqual(
					one.paybackMonths === null ? null : expect.closeTo(one.paybackMonths, 6),
				);
				expect(more.roi.grossRate).toEqual(
					one.roi.grossRate === null ? null : expect.closeTo(one.roi.grossRate, 6),
				);
			},
		),
	);
});
