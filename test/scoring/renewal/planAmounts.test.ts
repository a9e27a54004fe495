import type { OpenExpansion } from '../../../scoring/renewal/buildStructure';
import { readExpansions } from '../../../scoring/renewal/readExpansions';
import { account, contract, facts, line, planFirst } from './planFixtures';
import type { ExpectedValue } from '../../../scoring/renewal/RenewalStructure';
import { wordExpectedValue } from '../../../scoring/renewal/wordExpectedValue';
import type { ContractLine } from '../../../scoring/renewal/Contract';

const amountOf = (lines: ContractLine[], more: Parameters<typeof planFirst>[0] = {}) =>
	planFirst({ lines, ...more }).amount;
const rate = { day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 };

describe('what falls due', () => {
	test('co-termed lines add up; lines with an end of their own are kept apart and said', () => {
		const lines = [
			line({ arrMinor: 100 }),
			line({ lineId: 'L-2', arrMinor: 50, startsOn: '2024-09-01', endsOn: '2025-03-31' }),
			line({ lineId: 'L-3', arrMinor: 30, endsOn: '2024-12-31' }),
			line({ lineId: 'L-4', arrMinor: 20, endsOn: '2026-03-31' }),
		];
		const plan = planFirst({ lines });
		expect([plan.amount.arrMinor, plan.amount.source]).toEqual([150, 'lines']);
		expect(plan.amount.apart.map(({ lineId }) => lineId)).toEqual(['L-3', 'L-4']);
		expect(plan.issues.map(({ code }) => code)).toEqual(['lines-apart']);
	});

	test('a replaced line, an ended, a superseded and a future one do not count', () => {
		const lines = [
			line({ arrMinor: 100 }),
			line({ lineId: 'L-2', arrMinor: 120, replacesLineId: 'L-1' }),
			line({ lineId: 'L-3', arrMinor: 7, status: 'ended' }),
			line({ lineId: 'L-4', arrMinor: 7, status: 'superseded' }),
			line({ lineId: 'L-5', arrMinor: 7, startsOn: '2025-01-01' }),
		];
		expect(amountOf(lines).arrMinor).toBe(120);
	});

	test('zero is an amount, a credit lowers it, and below zero nothing is divided', () => {
		expect(amountOf([line({ arrMinor: 0 })]).arrMinor).toBe(0);
		const plan = planFirst({ lines: [line({ arrMinor: 100 }), line({ lineId: 'L-2', arrMinor: -150 })] });
		expect([plan.amount.arrMinor, plan.structure?.changeRate, plan.structure?.proposedMinor]).toEqual([
			-50,
			null,
			-50,
		]);
	});

	test('currencies meet only by a rate', () => {
		const lines = [line({ arrMinor: 1000 }), line({ lineId: 'L-2', arrMinor: 1000, currency: 'EUR' })];
		expect(amountOf(lines, { rates: [rate] })).toMatchObject({ arrMinor: 2100, currency: 'USD' });
		const plan = planFirst({ lines });
		expect([plan.amount.arrMinor, plan.amount.notConverted, plan.structure]).toEqual([null, ['EUR'], null]);
		expect(plan.issues[0]?.message).toContain('no rate from EUR to USD');
	});

	test('yen have no minor unit', () => {
		const plan = planFirst({
			lines: [line({ arrMinor: 1_000_000, currency: 'JPY' })],
			accounts: new Map([['techcorp', account({ currency: 'JPY', facts: facts({ nps: 9 }) })]]),
		});
		const expected = plan.structure?.expected as ExpectedValue;
		expect(wordExpectedValue(expected, 'JPY')).toBe('0.94 x 1,000,000 = 940,000 JPY');
	});

	test('a line without an amount makes the sum too low, and that is said; without any there is no sum', () => {
		const plan = planFirst({ lines: [line(), line({ lineId: 'L-2', arrMinor: null })] });
		expect(plan.amount).toMatchObject({ arrMinor: 87_500_000, withoutAmount: 1 });
		expect(plan.issues.map(({ code }) => code)).toEqual(['partial-amount']);
		expect(planFirst({ lines: [line({ arrMinor: null })] }).amount.arrMinor).toBeNull();
	});

	test('the figure of the account serves a contract without lines, when it is its only one', () => {
		const accounts = new Map([['techcorp', account({ arrMinor: 500 })]]);
		expect(amountOf([], { accounts })).toMatchObject({ arrMinor: 500, currency: 'USD', source: 'account' });
		const contracts = [contract(), contract({ contractId: 'C-2', endsOn: '2025-12-31' })];
		expect(amountOf([], { accounts, contracts }).arrMinor).toBeNull();
	});

	test('the lines of a contract that renewed itself still count', () => {
		const contracts = [contract({ startsOn: '2023-04-01', endsOn: '2024-03-31', autoRenew: true })];
		const lines = [line({ startsOn: '2023-04-01', endsOn: '2024-03-31' })];
		expect(amountOf(lines, { contracts }).arrMinor).toBe(87_500_000);
	});
});

describe('proposal', () => {
	const more = {
		opportunityId: 'O',
		label: 'Seats',
		amountMinor: null,
		currency: null,
		probability: 0.5,
		productId: 'seat',
		quantity: 10,
	};
	const price = {
		productId: 'seat',
		tier: null,
		metric: 'seats',
		currency: 'USD',
		unitPriceMinor: 1200,
		validFromOn: '2025-01-01',
		validToOn: null,
	};

	test('an expansion without an amount takes the price book of the day the next term begins', () => {
		const accounts = new Map([['techcorp', account({ expansions: [more] })]]);
		expect(planFirst({ accounts, prices: [price] }).structure?.incrementMinor).toBe(12_000);
		const late = { ...price, validFromOn: '2025-05-01' };
		expect(planFirst({ accounts, prices: [late] }).structure?.leftOut).toEqual([
			{ opportunityId: 'O', reason: 'it has no amount, and the price book has none for it' },
		]);
	});

	test('current lines are priced by the price book only on request', () => {
		const lines = [line({ productId: 'seat', quantity: 10, unitPriceMinor: 1000, arrMinor: 10_000 })];
		expect(planFirst({ lines, prices: [price] }).structure?.proposedMinor).toBe(10_000);
		expect(planFirst({ lines, prices: [price] }, { reprice: true }).structure?.proposedMinor).toBe(12_000);
	});

	test('of two alternatives the one that counts is proposed and expected, the other named; without it the other counts', () => {
		const upgrade = { ...more, opportunityId: 'upgrade', amountMinor: 300, currency: 'USD' };
		const upsell = {
			...more,
			opportunityId: 'upsell',
			amountMinor: 200,
			currency: 'USD',
			alternativeTo: 'upgrade',
		};
		const planned = (expansions: readonly OpenExpansion[]) => {
			const known = account({ expansions, facts: facts({ nps: 9 }) });
			const accounts = new Map([['techcorp', known]]);
			return planFirst({ accounts, lines: [line({ arrMinor: 1000 })] }).structure;
		};
		expect(planned([upgrade, upsell])).toMatchObject({
			proposedMinor: 1300,
			leftOut: [{ opportunityId: 'upsell', reason: 'it is an alternative to upgrade, which is proposed' }],
		});
		expect(planned([upgrade, upsell])?.expected?.minor).toBe(planned([upgrade])?.expected?.minor);
		expect(planned([upsell])).toMatchObject({ proposedMinor: 1200, leftOut: [] });
		// The one that counts cannot be priced: the other one is still an offer.
		const unknown = { ...upgrade, amountMinor: null, currency: null, productId: null };
		expect(planned([unknown, upsell])?.proposedMinor).toBe(1200);
		// Rows of two days that name each other: never both left out.
		const stale = { ...upgrade, alternativeTo: 'upsell' };
		expect(planned([stale, upsell])?.proposedMinor).toBe(1300);
		expect(planned([{ ...stale, amountMinor: 200 }, upsell])?.proposedMinor).toBe(1200);
		expect(planned([{ ...upsell, alternativeTo: 'upsell' }])?.proposedMinor).toBe(1200);
	});

	test('which one counts is read from the evidence of the row', () => {
		const row = { opportunity_id: 'O', kind: 'upsell', status: 'open' };
		const of = (evidence: object) => readExpansions([{ ...row, evidence_json: JSON.stringify(evidence) }])[0];
		expect(of({ alternative_to: 'U' })?.alternativeTo).toBe('U');
		expect(of({ alternative_to: null })?.alternativeTo).toBeNull();
		expect(of({})?.alternativeTo).toBeNull();
	});

	test('a deal that the CRM holds as well is one expansion, and none once it is closed there', () => {
		const ours = {
			opportunity_id: 'ours',
			kind: 'upsell',
			status: 'open',
			effect_key: 'k',
			external_id: '7',
		};
		const copy = { opportunity_id: 'crm:7', kind: 'expansion', status: 'open', external_id: '7' };
		const byHand = { opportunity_id: 'crm:8', kind: 'expansion', status: 'open', external_id: '8' };
		const ids = (...rows: object[]) =>
			readExpansions(rows as Parameters<typeof readExpansions>[0]).map(({ opportunityId }) => opportunityId);
		expect(ids(ours, copy, byHand)).toEqual(['crm:8', 'ours']);
		expect(ids(copy)).toEqual(['crm:7']);
		expect(ids(ours, { ...copy, status: 'won' })).toEqual([]);
		expect(ids(ours, { ...copy, status: 'lost', external_id: '9', effect_key: 'k' })).toEqual([]);
		expect(ids(ours, copy, { ...copy, opportunity_id: 'crm:old', status: 'lost' })).toEqual(['ours']);
		expect(ids({ ...ours, external_id: '', effect_key: null }, { ...copy, external_id: '' })).toEqual([
			'crm:7',
			'ours',
		]);
	});

	test('an expansion is no likelier than the renewal it hangs on, and one without probability is left out by count', () => {
		const expansions = [
			{ ...more, amountMinor: 100, currency: 'USD', probability: 1 },
			{ ...more, opportunityId: 'P', amountMinor: 100, currency: 'USD', probability: null },
		];
		const accounts = new Map([
			['techcorp', account({ expansions, facts: facts({ competitiveEvaluation: true }) })],
		]);
		const plan = planFirst({ accounts, lines: [line({ arrMinor: 1000 })] });
		expect(plan.structure?.expected).toMatchObject({ minor: 858, withoutProbability: 1 });
	});
});
