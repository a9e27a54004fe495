import fc from 'fast-check';

import { indexScores } from '../../../scoring/renewal/indexScores';
import type { ChurnFact } from '../../../scoring/renewal/RenewalFacts';
import { renewalFromChurn } from '../../../scoring/renewal/renewalFromChurn';
import { account, facts, planFirst } from './planFixtures';

const churn = (columns: Partial<ChurnFact> = {}): ChurnFact => ({
	probability: 0.1,
	low: 0.05,
	high: 0.2,
	modelVersion: 'm-7',
	asOfOn: '2025-01-01',
	horizonDays: 90,
	reasons: [],
	...columns,
});

test('an end inside the horizon: one less the churn; the last day of the horizon is inside', () => {
	for (const endsOn of ['2025-01-31', '2025-04-01', null]) {
		expect(renewalFromChurn(churn(), endsOn)).toMatchObject({ probability: 0.9, low: 0.8, high: 0.95 });
	}
	expect(renewalFromChurn(churn({ horizonDays: null }), '2025-12-31').probability).toBe(0.9);
	expect(renewalFromChurn(churn({ asOfOn: null }), '2025-12-31').probability).toBe(0.9);
});

test('an end beyond the horizon leaves more time to go, and the words say how that was counted', () => {
	const twice = renewalFromChurn(
		churn({ reasons: ['logins fell by half', 'two late payments', 'x'] }),
		'2025-06-30',
	);
	expect([twice.probability, twice.low, twice.high]).toEqual([0.81, 0.64, 0.9025]);
	expect(twice.words).toBe(
		'81 %: the churn model gives 10 % churn within 90 days, carried on at the same rate to the end in 180 days. Why: logins fell by half; two late payments',
	);
	expect(renewalFromChurn(churn({ probability: 1 }), '2025-06-30').probability).toBe(0);
});

test('more churn is never more renewal, a later end never either, and the interval holds the number', () => {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const day = fc.constantFrom('2025-01-02', '2025-03-31', '2025-07-01', '2026-12-31');
	fc.assert(
		fc.property(share, share, day, day, (one, other, soon, late) => {
			const [low, high] = one < other ? [one, other] : [other, one];
			const of = (probability: number, endsOn: string) =>
				renewalFromChurn(churn({ probability, low, high }), endsOn);
			const [safe, risky] = [of(low, late), of(high, late)];
			expect(safe.probability).toBeGreaterThanOrEqual(risky.probability as number);
			expect(safe.low).toBeLessThanOrEqual(safe.probability as number);
			expect(safe.high).toBeGreaterThanOrEqual(safe.probability as number);
			const [first, last] = soon < late ? [soon, late] : [late, soon];
			expect(of(one, last).probability).toBeLessThanOrEqual(of(one, first).probability as number);
		}),
	);
});

test('horizon and reasons come with the row, from its columns or from detail_json', () => {
	const row = { score: 'churn', account_id: 'a', value: 10, as_of_on: '2025-01-01', model_version: 'm-7' };
	const detail_json = JSON.stringify({ horizon_days: 90, reasons: ['logins fell', 4, ''] });
	const of = (columns: object) => indexScores([{ ...row, ...columns }], '2025-01-02').get('a');
	expect(of({ detail_json })?.churn).toMatchObject({ horizonDays: 90, reasons: ['logins fell'] });
	expect(of({ horizon_days: 30, detail_json })?.churn?.horizonDays).toBe(30);
	expect(of({})?.churn).toMatchObject({ horizonDays: null, reasons: [] });
	expect(of({ detail_json: '{"basis":"rule-based"}' })).toMatchObject({ churn: null, churnByRule: true });
});

test('the plan uses it with the end of its own term', () => {
	const accounts = new Map([['techcorp', account({ facts: facts({ churn: churn() }) })]]);
	const { estimate } = planFirst({ accounts }, { asOf: '2025-01-01' });
	expect(estimate).toMatchObject({ source: 'model', probability: 0.9 });
	expect(planFirst({ accounts }, { asOf: '2025-04-02' }).estimate.probability).toBe(0.9);
});
