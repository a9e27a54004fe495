import { estimateRenewal } from '../../../scoring/renewal/estimateRenewal';
import { checkPrice } from '../../../scoring/renewal/checkPrice';
import { defaultRenewalRates } from '../../../scoring/renewal/defaultRenewalRates';
import type { ExpectedValue } from '../../../scoring/renewal/RenewalStructure';
import { wordExpectedValue } from '../../../scoring/renewal/wordExpectedValue';
import { account, contract, facts, line, planFirst, settings } from './planFixtures';

const K = 100_000;
const techCorp = facts({ roiRate: 1635 / 875, nps: 9.2, executiveAdvocacy: true });
const expansion = (opportunityId: string, label: string, thousands: number) => ({
	opportunityId,
	label,
	amountMinor: thousands * K,
	currency: 'USD',
	probability: 0.87,
	productId: null,
	quantity: null,
});
const expansions = [
	expansion('O-1', 'Multi-region', 280),
	expansion('O-2', 'Analytics', 140),
	expansion('O-3', 'Premium support', 45),
];
const planned = () =>
	planFirst({ accounts: new Map([['techcorp', account({ facts: techCorp, expansions })]]) });

test('2025-03-31 seen from 2024-11-24 is 127 days away', () => {
	expect(planFirst().daysToEnd).toBe(127);
	expect(planFirst({}, { asOf: '2024-11-25' }).daysToEnd).toBe(126);
	expect(planFirst({}, { asOf: '2024-11-21' }).daysToEnd).toBe(130);
});

test('the stages of 2025-03-31 fall on the days of the reminder vector', () => {
	const said = planFirst({}, { asOf: '2025-03-31' }).crossings.map(({ id, dueOn }) => `${id} ${dueOn}`);
	expect(said).toEqual([
		'90 2024-12-31',
		'60 2025-01-30',
		'30 2025-03-01',
		'14 2025-03-17',
		'7 2025-03-24',
		'1 2025-03-30',
	]);
});

test('with business days the stage of Saturday 2025-03-01 falls on Friday 02-28', () => {
	const stages = { ...settings().stages, businessDays: true };
	const said = planFirst({}, { asOf: '2025-03-31', stages }).crossings;
	expect(said.map(({ dueOn }) => dueOn)).toEqual([
		'2024-12-31',
		'2025-01-30',
		'2025-02-28',
		'2025-03-17',
		'2025-03-24',
		'2025-03-28',
	]);
});

test('the matched base rates 97, 94, 91 give 94, with the competitive evaluation 90', () => {
	const estimate = (known: typeof techCorp) => estimateRenewal(known, settings().estimate, null).probability;
	expect(estimate(techCorp)).toBe(0.94);
	expect(estimate({ ...techCorp, competitiveEvaluation: true })).toBe(0.9);
	expect(defaultRenewalRates()).toEqual({
		roi: 97,
		nps: 94,
		executiveAdvocacy: 91,
		competitiveEvaluation: 78,
	});
});

test('a rate is matched above its limit, not at it', () => {
	const matched = (known: Parameters<typeof facts>[0]) =>
		estimateRenewal(facts(known), settings().estimate, null).matched.map(({ id }) => id);
	expect(matched({ roiRate: 1.5, nps: 8 })).toEqual([]);
	expect(matched({ roiRate: 1.51, nps: 8.1 })).toEqual(['roi', 'nps']);
});

test('875 + 280 + 140 + 45 is 1,340, +53.1 %', () => {
	const { structure } = planned();
	expect(structure?.parts.map(({ kind, amountMinor }) => [kind, amountMinor / K])).toEqual([
		['base', 875],
		['expansion', 280],
		['expansion', 140],
		['expansion', 45],
	]);
	expect(structure?.proposedMinor).toBe(1340 * K);
	expect(structure?.incrementMinor).toBe(465 * K);
	expect(structure?.changeRate).toBeCloseTo(0.5314, 4);
});

test('the tiered expected value is 1,227.05 with its formula, and the two confidences are both labelled', () => {
	const expected = planned().structure?.expected as ExpectedValue;
	expect(wordExpectedValue(expected, 'USD')).toBe('0.94 x 875,000.00 + 0.87 x 465,000.00 = 1,227,050.00 USD');
	expect(expected).toEqual({
		minor: 122_705_000,
		tiers: [
			{ probability: 0.94, amountMinor: 875 * K },
			{ probability: 0.87, amountMinor: 465 * K },
		],
		meanConfidence: 91,
		weightedConfidence: 92,
		withoutProbability: 0,
	});
});

test('the renewal of the example is of high confidence, and its strategy is to expand', () => {
	const { assessment, estimate } = planned();
	expect(assessment.confidence).toBe('high');
	expect(assessment.businessCaseStrength).toBe('strong');
	expect(assessment.competitiveRisk).toBeNull();
	expect(assessment.strategy?.id).toBe('expand');
	expect(estimate.words).toBe(
		'94 %, the mean of the rates at which accounts renew with an ROI of 187 % gross (97 %), an NPS of 9.2 (94 %), an executive who speaks for us (91 %)',
	);
});

test('an approved 950 is 8.57 % over 875; 1,340 exceeds it by 390 and 450 more cover it', () => {
	const base = { currentMinor: 875 * K, proposedMinor: 1340 * K, competitorMinor: null };
	const price = checkPrice({ ...base, approvedMinor: 950 * K, approvedExpansionMinor: null });
	expect(price.budgetChangeRate).toBeCloseTo(0.0857, 4);
	expect(price.budgetGapMinor).toBe(390 * K);
	expect(price.covered).toBe(false);
	const more = checkPrice({ ...base, approvedMinor: 950 * K, approvedExpansionMinor: 450 * K });
	expect([more.budgetGapMinor, more.covered]).toEqual([-60 * K, true]);
});

test('a price of 770 is 23 % below a competitor at 1,000', () => {
	const input = { proposedMinor: null, approvedMinor: null, approvedExpansionMinor: null };
	const price = checkPrice({ ...input, currentMinor: 770, competitorMinor: 1000 });
	expect(price.againstCompetitorRate).toBeCloseTo(-0.23, 9);
	expect(price.words).toBe('the price is 23 % below the competitor');
});

test('an uplift clause is a part of its own, at the probability of the renewal', () => {
	const plan = planFirst({
		contracts: [contract({ upliftRate: 0.05 })],
		lines: [line()],
		accounts: new Map([['techcorp', account({ facts: techCorp })]]),
	});
	expect(plan.structure?.parts.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
		['base', 87_500_000],
		['uplift', 4_375_000],
	]);
	expect(plan.structure?.expected?.minor).toBe(Math.round(0.94 * 91_875_000));
});
