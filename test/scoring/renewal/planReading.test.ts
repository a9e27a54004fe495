import { indexScores } from '../../../scoring/renewal/indexScores';
import { measurePortfolioRate } from '../../../scoring/renewal/measurePortfolioRate';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import { readEmittedStage } from '../../../scoring/renewal/readEmittedStage';
import { readPortfolio } from '../../../scoring/renewal/readPortfolio';
import { sortRenewalRecords } from '../../../scoring/renewal/sortRenewalRecords';
import type { Row } from '../../../scoring/measures/Records';
import { contract, settings } from './planFixtures';

const TODAY = '2024-11-24';
const read = (rows: Row[], asOf = TODAY) =>
	readPortfolio([contract()], { records: sortRenewalRecords(rows), scores: [], stages: [] }, asOf);
const factsOf = (rows: Row[], asOf = TODAY) => read(rows, asOf).accounts.get('techcorp')?.facts;

describe('what is observed', () => {
	test('judgements of custom_json count from the day they were made', () => {
		const custom_json = JSON.stringify({
			roi_demonstration: 187,
			competitive_evaluation: 'no',
			competitive_evaluation_on: '2024-12-01',
			executive_advocacy: true,
		});
		const rows = [{ account_id: 'techcorp', custom_json }];
		expect(factsOf(rows)).toMatchObject({
			roiRate: 1.87,
			executiveAdvocacy: true,
			competitiveEvaluation: null,
		});
		expect(factsOf(rows, '2024-12-01')?.competitiveEvaluation).toBe(false);
	});

	test('an answer that is none is not observed', () => {
		const rows = [
			{ account_id: 'techcorp', custom_json: '{"executive_advocacy":"unknown","competitive_evaluation":""}' },
		];
		expect(factsOf(rows)).toMatchObject({ executiveAdvocacy: null, competitiveEvaluation: null });
	});

	test('an advocate who can decide is advocacy, one who cannot or has left is not', () => {
		const contact = (columns: Row) =>
			factsOf([{ contact_id: 1, account_id: 'techcorp', role: 'champion', title: 'CFO', ...columns }])
				?.executiveAdvocacy;
		expect([
			contact({}),
			contact({ title: 'Analyst' }),
			contact({ left_on: '2024-01-01' }),
			contact({ role: 'user' }),
		]).toEqual([true, null, null, null]);
	});

	test('lines recorded after the day, or replaced before it, are not seen', () => {
		const line = { line_id: 'L', contract_id: 'C-1', account_id: 'techcorp', arr_minor: 5, currency: 'USD' };
		expect(read([{ ...line, recorded_at: '2024-12-01T00:00:00Z' }]).lines).toEqual([]);
		expect(read([{ ...line, superseded_at: '2024-11-01T00:00:00Z' }]).lines).toEqual([]);
		expect(read([{ ...line, superseded_at: '2024-12-01T00:00:00Z' }]).lines).toHaveLength(1);
	});

	test('rows are told apart by their columns; what belongs to no table is counted', () => {
		const sorted = sortRenewalRecords([
			{ entry_id: 'E', account_id: 'a' },
			{ from_currency: 'EUR', to_currency: 'USD', rate: 1.1, day_on: '2024-01-01' },
			{ product_id: 'p', unit_price_minor: 1, currency: 'USD' },
			{ account_id: 'a', kind: 'renewed', occurred_on: '2024-01-01' },
			{ task_id: 't', account_id: 'a' },
			{ color: 'red' },
		]);
		expect([
			sorted.ledger.size,
			sorted.rates.length,
			sorted.prices.length,
			sorted.outcomes.length,
			sorted.accounts.size,
			sorted.unknown,
		]).toEqual([1, 1, 1, 1, 0, 1]);
	});
});

describe('value ledger', () => {
	let number = 0;
	const entry = (kind: string, base_minor: number, columns: Row = {}): Row => ({
		entry_id: `E${++number}`,
		account_id: 'techcorp',
		kind,
		base_minor,
		currency: 'USD',
		period: '2024-Q3',
		formula: 'saved',
		evidence_json: JSON.stringify({ source: 'audit', inputs: { saved: base_minor / 100 } }),
		acknowledged_at: '2024-11-01',
		...columns,
	});
	const account = { account_id: 'techcorp', name: 'TechCorp', currency: 'USD', arr_minor: 875 };
	const facts = (entries: Row[], columns: Row = {}) => factsOf([{ ...account, ...columns }, ...entries]);
	const roi = (entries: Row[], columns: Row = {}) => facts(entries, columns)?.roiRate ?? null;

	test('1,635 of the last four quarters on an ARR of 875 is 186.9 % gross', () => {
		expect(roi([entry('direct', 560), entry('operational', 435), entry('strategic', 640)])).toBeCloseTo(
			1.8686,
			4,
		);
	});

	test('what is not evidenced stays out; evidenced value counts, and the case is unproven while nobody acknowledged any', () => {
		const bare = entry('strategic', 640, { evidence_json: '{}' });
		expect(roi([entry('direct', 560), bare])).toBeCloseTo(560 / 875, 9);
		expect(roi([entry('direct', 560), entry('strategic', 640, { formula: null })])).toBeCloseTo(560 / 875, 9);
		expect(facts([bare])).toMatchObject({ roiRate: null, valueAcknowledged: null });
		expect(facts([entry('direct', 875, { acknowledged_at: null })])).toMatchObject({
			roiRate: 1,
			valueAcknowledged: false,
		});
		expect(facts([entry('direct', 560), entry('direct', 5, { acknowledged_at: null })])).toMatchObject({
			valueAcknowledged: true,
		});
	});

	test("the cost is the price of the same days and the customer's own effort; who came in July pays a quarter", () => {
		const value = entry('direct', 1000);
		expect(roi([value, entry('cost', 125)])).toBe(1);
		expect(roi([value], { started_on: '2024-07-01' })).toBeCloseTo(1000 / Math.round((875 * 92) / 365), 9);
		expect(roi([value], { arr_minor: 0 })).toBeNull();
		expect(roi([value], { arr_minor: null })).toBeNull();
	});

	test('periods that are not over, old ones and targets stay out; currencies without a rate leave no ROI', () => {
		const value = entry('direct', 500);
		const others = [
			entry('direct', 900, { period: '2022-Q3' }),
			entry('direct', 900, { period: '2024-Q4' }),
			entry('target', 999),
		];
		expect(roi([value, ...others])).toBeCloseTo(500 / 875, 9);
		expect(roi([value, entry('direct', 70, { currency: 'EUR' })])).toBeNull();
		const rate = { day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 2 };
		expect(roi([value, entry('direct', 70, { currency: 'EUR' }), rate])).toBeCloseTo(640 / 875, 9);
	});
});

test('the portfolio tells its own renewal rate when there are enough outcomes, and it serves accounts of which nothing was observed', () => {
	const outcomes = (renewed: number, churned: number) => [
		...Array.from({ length: renewed }, (_, index) => ({
			account_id: `r${index}`,
			kind: 'renewed',
			occurred_on: '2024-06-01',
		})),
		...Array.from({ length: churned }, (_, index) => ({
			account_id: `c${index}`,
			kind: 'churned',
			occurred_on: '2024-06-01',
		})),
	];
	expect(measurePortfolioRate(outcomes(17, 2), TODAY)).toBeNull();
	expect(measurePortfolioRate(outcomes(17, 3), TODAY)).toBeCloseTo(18 / 22, 9);
	expect(
		measurePortfolioRate([...outcomes(17, 3), { kind: 'churned', occurred_on: '2025-01-01' }], TODAY),
	).toBeCloseTo(18 / 22, 9);
	const [plan] = planRenewals(
		read([]),
		settings({ estimate: { ...settings().estimate, portfolioRate: 0.8 } }),
	);
	expect(plan?.estimate).toMatchObject({ probability: 0.8, source: 'portfolio_rate', coverage: 0 });
});

test('the newest score of the day or before counts, and rates never leave 0 to 1', () => {
	const churn = (as_of_on: string, value: number) => ({
		score: 'churn',
		account_id: 'a',
		value,
		as_of_on,
		model_version: 'm',
	});
	const scores = indexScores(
		[churn('2024-11-20', 30), churn('2024-11-10', 20), churn('2024-12-01', 90)],
		TODAY,
	);
	expect(scores.get('a')?.churn).toMatchObject({ probability: 0.3, asOfOn: '2024-11-20' });
	expect(indexScores([churn('2024-11-20', 140)], TODAY).get('a')?.churn?.probability).toBe(1);
});

test('the value score brings its ROI and its band', () => {
	const score = { score: 'value', account_id: 'techcorp', value: null, band: 'strong', as_of_on: TODAY };
	const scores = [{ ...score, detail_json: '{"roi_gross_rate":1.87}' }];
	const rows = { records: sortRenewalRecords([]), scores, stages: [] };
	const known = readPortfolio([contract()], rows, TODAY).accounts.get('techcorp')?.facts;
	expect([known?.roiRate, known?.judged.businessCaseStrength]).toEqual([1.87, 'strong']);
});

test('stages said before are read with and without the end in their name', () => {
	expect(readEmittedStage({ contract_id: 'C', stage: 90, ends_on: '2025-03-31' })).toEqual({
		contractId: 'C',
		stage: '90',
		endsOn: '2025-03-31',
	});
	expect(readEmittedStage({ contract_id: 'C', stage: 'notice:2025-03-31', ends_on: null })?.endsOn).toBe(
		'2025-03-31',
	);
	expect(readEmittedStage({ stage: '90' })).toBeNull();
});
