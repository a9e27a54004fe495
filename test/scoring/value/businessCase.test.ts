import fc from 'fast-check';

import { buildBusinessCase } from '../../../scoring/value/buildBusinessCase';
import type { Benefit, BusinessCase, CaseInput } from '../../../scoring/value/BusinessCase';
import { CASE_SCENARIOS } from '../../../scoring/value/caseScenarios';
import { computeReturn } from '../../../scoring/measures/ledger/computeReturn';
import { netPresentValue } from '../../../scoring/value/netPresentValue';
import { paybackMonths } from '../../../scoring/value/paybackMonths';
import { projectValue } from '../../../scoring/value/projectValue';

const benefit = (over: Partial<Benefit> = {}): Benefit => ({
	name: 'savings',
	lowMinor: 50_000,
	baseMinor: 60_000,
	highMinor: 80_000,
	isEvidenced: true,
	...over,
});
const given = (over: Partial<CaseInput> = {}): CaseInput => ({
	currency: 'USD',
	benefits: [benefit()],
	oneTimeCostMinor: 20_000,
	yearlyCostMinor: 30_000,
	years: 3,
	discountRate: 0.1,
	scenarios: CASE_SCENARIOS,
	...over,
});
const built = (input: CaseInput): BusinessCase => {
	const outcome = buildBusinessCase(input);
	if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join(' '));
	return outcome.value;
};
const codes = (input: CaseInput): string[] => {
	const outcome = buildBusinessCase(input);
	return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
};

test('three scenarios, by hand', () => {
	const { scenarios, strength } = built(given());
	const [careful, real, hopeful] = scenarios;
	expect(careful).toMatchObject({ benefitMinor: 137_500, costMinor: 121_000 });
	expect(careful?.years[1]).toEqual({
		year: 1,
		benefitMinor: 37_500,
		costMinor: 33_000,
		netMinor: 4_500,
		cumulativeMinor: -17_500,
	});
	expect(real).toMatchObject({ benefitMinor: 180_000, costMinor: 110_000, breakEvenMonths: 8 });
	expect(real?.npvMinor).toBe(Math.round(-20_000 + 30_000 / 1.1 + 30_000 / 1.21 + 30_000 / 1.331));
	expect(hopeful?.benefitMinor).toBe(240_000);
	expect(strength).toBe('strong');
});

test('strength follows evidence first, then the careful scenario', () => {
	expect(built(given({ benefits: [benefit({ isEvidenced: false })] })).strength).toBe('unproven');
	expect(built(given({ yearlyCostMinor: 40_000 }))).toMatchObject({
		strength: 'moderate',
		words: 'It pays in the realistic scenario, not in the conservative one.',
	});
	expect(built(given({ yearlyCostMinor: 70_000 })).strength).toBe('weak');
});

test('what is not known is named and never 0', () => {
	const { withoutAmount, withoutRange, scenarios } = built(
		given({
			benefits: [
				benefit(),
				benefit({ name: 'reach', lowMinor: null, baseMinor: null, highMinor: null }),
				benefit({ name: 'speed', lowMinor: null, baseMinor: 1000, highMinor: null }),
			],
		}),
	);
	expect([withoutAmount, withoutRange]).toEqual([['reach'], ['speed']]);
	expect(scenarios[1]?.benefitMinor).toBe(183_000);
	expect(codes(given({ benefits: [] }))).toEqual(['case-without-benefit']);
	expect(codes(given({ yearlyCostMinor: null }))).toEqual(['case-without-cost']);
});

test.each<[string, Partial<CaseInput>]>([
	['case-years', { years: 0 }],
	['case-years', { years: 1.5 }],
	['case-discount', { discountRate: -1 }],
	['case-range', { benefits: [benefit({ lowMinor: 70_000 })] }],
	[
		'case-scenario',
		{ scenarios: [{ id: 'x', take: 'base', benefitFactor: -1, costFactor: 1, delayMonths: 0 }] },
	],
])('%s is refused', (code, over) => {
	expect(codes(given(over))).toEqual([code]);
});

test('a case that never pays has no break-even; one that costs nothing at the start is even at once', () => {
	expect(built(given({ yearlyCostMinor: 90_000 })).scenarios[1]?.breakEvenMonths).toBeNull();
	expect(built(given({ oneTimeCostMinor: 0 })).scenarios[1]?.breakEvenMonths).toBe(0);
	const loses = built(given({ oneTimeCostMinor: 0, yearlyCostMinor: 90_000 }));
	expect(loses.scenarios[1]?.breakEvenMonths).toBeNull();
	// Nothing is paid at the start, but the benefits begin after nine months: 15,000 of 30,000 come in the first year, 30,000 more in the second.
	const late = [{ id: 'late', take: 'base', benefitFactor: 1, costFactor: 1, delayMonths: 9 } as const];
	expect(built(given({ oneTimeCostMinor: 0, scenarios: late })).scenarios[0]?.breakEvenMonths).toBe(18);
});

test('years sum to the totals; k on all amounts scales amounts and leaves rates and months', () => {
	const amount = fc.integer({ min: 0, max: 100_000 }).map((units) => units * 120);
	fc.assert(
		fc.property(amount, amount, amount, fc.integer({ min: 2, max: 7 }), (value, once, yearly, k) => {
			const at = (times: number) =>
				built(
					given({
						benefits: [
							benefit({ lowMinor: value * times, baseMinor: value * times, highMinor: value * times }),
						],
						oneTimeCostMinor: once * times,
						yearlyCostMinor: yearly * times,
						discountRate: 0,
					}),
				).scenarios[0];
			const [one, more] = [at(1), at(k)];
			expect(one?.years.reduce((sum, { netMinor }) => sum + netMinor, 0)).toBe(one?.npvMinor);
			expect(more?.benefitMinor).toBe((one?.benefitMinor ?? NaN) * k);
			expect(more?.costMinor).toBe((one?.costMinor ?? NaN) * k);
			expect(more?.npvMinor).toBe((one?.npvMinor ?? NaN) * k + 0);
			if (typeof one?.roi.netRate === 'number') expect(more?.roi.netRate).toBeCloseTo(one.roi.netRate, 9);
			if (typeof one?.breakEvenMonths === 'number')
				expect(more?.breakEvenMonths).toBeCloseTo(one.breakEvenMonths, 6);
			else expect(more?.breakEvenMonths).toBeNull();
		}),
	);
});

test('net is gross minus one; payback times yearly value is the cost; discounting at 0 adds up', () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer({ min: 1 }), (value, cost) => {
			const { grossRate, netRate, netMinor } = computeReturn(value, cost);
			expect(netRate).toBeCloseTo((grossRate ?? NaN) - 1, 6);
			expect(netMinor).toBe(value - cost);
			expect(Math.sign(netRate ?? NaN)).toBe(Math.sign(value - cost));
			const months = paybackMonths(cost, value);
			if (value > 0) expect(((months ?? NaN) * value) / 12 / cost).toBeCloseTo(1, 9);
			else expect(months).toBeNull();
		}),
	);
	expect(netPresentValue([-5, 2, 4], 0)).toBe(1);
	expect(netPresentValue([], 0.1)).toBeNull();
	expect(netPresentValue([1, null], 0.1)).toBeNull();
});

test('zero, negative and unknown amounts give no ratio, and say why', () => {
	expect(computeReturn(100, 0)).toMatchObject({
		grossRate: null,
		netMinor: 100,
		words: expect.stringMatching(/not above 0/),
	});
	expect(computeReturn(null, 5)).toMatchObject({ grossRate: null, netMinor: null });
	expect(computeReturn(5, null)).toMatchObject({ netRate: null });
	expect(computeReturn(-50, 100)).toMatchObject({ grossRate: -0.5, netRate: -1.5 });
	expect(paybackMonths(0, 100)).toBe(0);
	expect(paybackMonths(100, -1)).toBeNull();
	expect(projectValue([{ parts: { a: 121 }, costMinor: 0 }], 0.1).npvMinor).toBe(110);
	expect(projectValue([], 0.1)).toMatchObject({ totalMinor: null, npvMinor: null });
	expect(projectValue([{ parts: { a: 1, b: null }, costMinor: 1 }], 0)).toMatchObject({ totalMinor: null });
	expect(projectValue([{ parts: { a: 1 }, costMinor: null }], 0)).toMatchObject({
		totalMinor: 1,
		npvMinor: null,
	});
});
