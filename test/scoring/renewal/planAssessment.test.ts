import { assessRenewal } from '../../../scoring/renewal/assessRenewal';
import { checkPrice } from '../../../scoring/renewal/checkPrice';
import { estimateRenewal } from '../../../scoring/renewal/estimateRenewal';
import type { RenewalFacts } from '../../../scoring/renewal/RenewalFacts';
import { writeDocument } from '../../../scoring/renewal/writeDocument';
import { account, contract, facts, planFirst, settings } from './planFixtures';

describe('assessment', () => {
	const assess = (
		known: Partial<RenewalFacts>,
		expansion: number | null = null,
		approvedMinor: number | null = null,
	) => {
		const seen = facts(known);
		const price = checkPrice({
			currentMinor: 100,
			proposedMinor: 100,
			competitorMinor: null,
			approvedMinor,
			approvedExpansionMinor: null,
		});
		return assessRenewal(seen, estimateRenewal(seen, settings().estimate, null), price, expansion);
	};

	test('nothing observed, nothing judged', () => {
		expect(assess({})).toEqual({
			confidence: null,
			priceSensitivity: null,
			competitiveRisk: null,
			businessCaseStrength: null,
			strategy: null,
		});
	});

	test.each([
		[{ health: 40 }, 'recover'],
		[{ competitiveEvaluation: true }, 'defend'],
		[{ roiRate: 0.9, nps: 9 }, 'prove_value'],
		[{ valueAcknowledged: false, nps: 9 }, 'prove_value'],
		[{ nps: 9, paymentScore: 40 }, 'hold_price'],
		[{ nps: 9 }, 'renew'],
	])('%o: %s', (known, strategy) => {
		expect(assess(known).strategy?.id).toBe(strategy);
	});

	test('a competitive risk follows health, value and advocacy', () => {
		const risk = (known: Partial<RenewalFacts>) =>
			assess({ competitiveEvaluation: true, ...known }).competitiveRisk;
		expect([risk({}), risk({ health: 60 }), risk({ roiRate: 1 }), risk({ executiveAdvocacy: true })]).toEqual(
			['medium', 'high', 'high', 'low'],
		);
		expect(assess({ competitiveEvaluation: false }).competitiveRisk).toBe('none');
	});

	test('price sensitivity follows budget, payment and value', () => {
		expect(assess({}, null, 90).priceSensitivity).toBe('high');
		expect(assess({}, null, 110).priceSensitivity).toBe('medium');
		expect(assess({ roiRate: 2 }, null, 110).priceSensitivity).toBe('low');
		expect(assess({ roiRate: 2, paymentScore: 60 }, null, 110).priceSensitivity).toBe('medium');
	});

	test('a high probability is of high confidence only with evidence', () => {
		expect(assess({ nps: 9 }).confidence).toBe('medium');
		expect(assess({ nps: 9, roiRate: 1.2 }).confidence).toBe('high');
		const churn = {
			probability: 0.25,
			low: null,
			high: null,
			modelVersion: null,
			asOfOn: null,
			horizonDays: null,
			reasons: [],
		};
		expect(assess({ churn }).confidence).toBe('low');
		expect(assess({ churn: { ...churn, probability: 0.35 } }).confidence).toBe('at_risk');
	});

	test('what a person judged goes before the rules, if it is one of the values', () => {
		const judged = { priceSensitivity: 'high', competitiveRisk: 'huge', businessCaseStrength: 'moderate' };
		expect(assess({ judged, competitiveEvaluation: false, roiRate: 3 })).toMatchObject({
			priceSensitivity: 'high',
			competitiveRisk: 'none',
			businessCaseStrength: 'moderate',
		});
	});
});

describe('document', () => {
	const known = facts({
		roiRate: 1.87,
		nps: 9.2,
		budgetCurrency: 'USD',
		otherOffers: [{ name: 'In-house', yearlyMinor: 34_000_000, oneTimeMinor: 230_000_000 }],
	});
	const accounts = new Map([['techcorp', account({ facts: known })]]);

	test('tells four slides, terms, risks with what is done about them, and alternatives', () => {
		const document = writeDocument(planFirst({ accounts, contracts: [contract({ upliftRate: 0.1 })] }), {
			termMonths: 24,
		});
		expect(document?.slides.map(({ title }) => title)).toEqual([
			'Executive Summary',
			'Quantified Success Metrics',
			'Strategic Enhancement Opportunities',
			'Partnership Value and Investment',
		]);
		expect(document?.slides[1]?.points).toEqual(['Value over cost (gross ROI): 187 %.', 'NPS: 9.2 of 10.']);
		expect(document?.slides[3]?.points.at(-1)).toBe('In all: 962,500.00 USD, +10 %');
		// What the team thinks of the renewal is not for the customer's eyes.
		expect(JSON.stringify(document?.slides)).not.toMatch(/probab|churn|sensitiv|risk/i);
		expect(document?.terms).toMatchObject({
			startsOn: '2025-04-01',
			endsOn: '2027-03-31',
			months: 24,
			upliftRate: 0.1,
		});
		expect(document?.risks.map(({ risk }) => risk)).toEqual([
			'Budget scrutiny',
			'Technology changes',
			'Competitive evaluation',
		]);
		expect(document?.alternatives.map(({ name, differenceMinor }) => [name, differenceMinor])).toEqual([
			['As proposed', 0],
			['As it runs today', -8_750_000],
			['In-house', 167_750_000],
		]);
	});

	test('says nothing of what nobody observed', () => {
		const document = writeDocument(planFirst({ accounts: new Map() }), { termMonths: null });
		expect(document?.slides[1]?.points).toEqual([]);
		expect(document?.risks.map(({ level }) => level)).toEqual([null, null, null]);
		expect(
			writeDocument(planFirst({ contracts: [contract({ status: 'ended' })] }), { termMonths: null }),
		).toBeNull();
	});
});

test('a renewal of low confidence is not let run by itself: the value has to be shown', () => {
	const churn = { probability: 0.25, low: null, high: null, modelVersion: null, asOfOn: null };
	const known = facts({ churn: { ...churn, horizonDays: null, reasons: [] } });
	const { assessment } = planFirst({ accounts: new Map([['techcorp', account({ facts: known })]]) });
	expect(assessment.confidence).toBe('low');
	expect(assessment.strategy).toMatchObject({ id: 'prove_value', because: expect.stringContaining('80 %') });
});
