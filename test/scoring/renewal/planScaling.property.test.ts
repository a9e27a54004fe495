import fc from 'fast-check';

import { estimateRenewal } from '../../../scoring/renewal/estimateRenewal';
import { offerIncentives } from '../../../scoring/renewal/offerIncentives';
import type { RenewalRates } from '../../../scoring/renewal/RenewalFacts';
import { account, facts, line, planFirst, settings } from './planFixtures';

test('incentives stay within the limits, and without limits there are none', () => {
	const assessment = {
		confidence: 'at_risk',
		priceSensitivity: 'high',
		competitiveRisk: 'high',
		businessCaseStrength: 'weak',
	} as const;
	fc.assert(
		fc.property(
			fc.record({
				discountRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
				termDiscountRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
				creditRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
				totalRate: fc.double({ min: 0, max: 0.6, noNaN: true }),
				priceLockMonths: fc.nat(24),
			}),
			fc.integer({ min: -1000, max: 1_000_000 }),
			(limits, arr) => {
				const offers = offerIncentives(assessment, arr, limits);
				const total = offers.reduce((sum, { rate: own }) => sum + (own ?? 0), 0);
				expect(total).toBeLessThanOrEqual(limits.totalRate + 1e-4);
				for (const { kind, rate: own } of offers) {
					const limit = {
						discount: limits.discountRate,
						term_discount: limits.termDiscountRate,
						service_credit: limits.creditRate,
						price_lock: 0,
					}[kind];
					expect(own ?? 0).toBeLessThanOrEqual(limit + 1e-4);
				}
			},
		),
	);
	expect(offerIncentives(assessment, 1000, settings().limits)).toEqual([]);
});

test('the base-rate probability rises in each rate', () => {
	const rates = fc.record({
		roi: fc.integer({ min: 0, max: 100 }),
		nps: fc.integer({ min: 0, max: 100 }),
		executiveAdvocacy: fc.integer({ min: 0, max: 100 }),
		competitiveEvaluation: fc.integer({ min: 0, max: 100 }),
	});
	const known = fc.record({
		roiRate: fc.option(fc.double({ min: 0, max: 3, noNaN: true }), { nil: null }),
		nps: fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null }),
		executiveAdvocacy: fc.option(fc.boolean(), { nil: null }),
		competitiveEvaluation: fc.option(fc.boolean(), { nil: null }),
	});
	const of = (using: RenewalRates, seen: Parameters<typeof facts>[0]) =>
		estimateRenewal(facts(seen), { from: 'base_rates', rates: using, portfolioRate: null }, null).probability;
	const ids = fc.constantFrom('roi', 'nps', 'executiveAdvocacy', 'competitiveEvaluation');
	fc.assert(
		fc.property(rates, known, ids, fc.integer({ min: 1, max: 50 }), (low, seen, id, more) => {
			const high = { ...low, [id]: Math.min(100, low[id] + more) } as RenewalRates;
			const [before, after] = [of(low, seen), of(high, seen)];
			if (before === null || after === null) return expect(after).toBe(before);
			const using = { from: 'base_rates', rates: low, portfolioRate: null } as const;
			const { matched } = estimateRenewal(facts(seen), using, null);
			const counts = matched.some((one) => one.id === id) && high[id] > low[id];
			return counts ? expect(after).toBeGreaterThan(before) : expect(after).toBe(before);
		}),
	);
});

test('an integer k on all amounts scales amounts by k and leaves ratios, dates and probabilities', () => {
	const money = fc.integer({ min: -1_000_000, max: 10_000_000 });
	fc.assert(
		fc.property(
			fc.array(money, { minLength: 1, maxLength: 4 }),
			fc.array(money, { maxLength: 3 }),
			fc.integer({ min: 1, max: 1000 }),
			fc.option(money, { nil: null }),
			(arrs, expansions, k, budget) => {
				const plan = (factor: number) =>
					planFirst({
						lines: arrs.map((arr, index) => line({ lineId: `L-${index}`, arrMinor: arr * factor })),
						accounts: new Map([
							[
								'techcorp',
								account({
									facts: facts({ nps: 9, approvedBudgetMinor: budget === null ? null : budget * factor }),
									expansions: expansions.map((amount, index) => ({
										opportunityId: `O-${index}`,
										label: 'More',
										amountMinor: amount * factor,
										currency: 'USD',
										probability: 0.5,
										productId: null,
										quantity: null,
									})),
								}),
							],
						]),
					});
				const [one, many] = [plan(1), plan(k)];
				expect(many.amount.arrMinor).toBe((one.amount.arrMinor as number) * k);
				expect(many.structure?.proposedMinor).toBe((one.structure?.proposedMinor as number) * k);
				expect(many.structure?.changeRate).toBe(one.structure?.changeRate);
				expect(many.estimate.probability).toBe(one.estimate.probability);
				expect(many.price.budgetChangeRate).toBe(one.price.budgetChangeRate);
				expect(many.assessment).toEqual(one.assessment);
				expect([many.daysToEnd, many.state, many.crossings]).toEqual([
					one.daysToEnd,
					one.state,
					one.crossings,
				]);
				// Rounded once to a minor unit on either side.
				const [small, large] = [
					one.structure?.expected?.minor as number,
					many.structure?.expected?.minor as number,
				];
				expect(Math.abs(large - small * k)).toBeLessThanOrEqual(k / 2 + 1);
			},
		),
	);
});
