import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import { closeDeal } from '../../../scoring/expansion/closeDeal';
import { detectExpansion } from '../../../scoring/expansion/detectExpansion';
import { joinDeals } from '../../../scoring/expansion/joinDeals';
import { measureConversion } from '../../../scoring/expansion/measureConversion';
import type { FoundOpportunity } from '../../../scoring/expansion/Opportunity';
import { rateClosed } from '../../../scoring/expansion/rateClosed';
import { reconcileOpportunity } from '../../../scoring/expansion/reconcileOpportunity';
import type { Row } from '../../../scoring/measures/Records';
import { AS_OF, caseOf, CONTEXT } from './techCorp';

const found = detectExpansion(caseOf(), CONTEXT).opportunities.find(
	({ type }) => type === 'geographic',
) as FoundOpportunity;
const OPTIONS = { day: AS_OF, ownerId: 'ae-1', cycleDays: 90, restDays: 90 };
const reconcile = (rows: Row[], of = found, day = AS_OF) =>
	reconcileOpportunity(of, joinDeals(rows).deals, { ...OPTIONS, day });
const rowOf = (result: ReturnType<typeof reconcile>): Row => ('row' in result ? { ...result.row } : {});

describe('one open opportunity per account and type', () => {
	test('new: a row with all columns, found today, decided in 90 days', () => {
		const result = reconcile([]);
		expect(result.change).toBe('new');
		expect(rowOf(result)).toMatchObject({
			opportunity_id: 'expansion:techcorp:geographic:1',
			effect_key: 'expansion:techcorp:geographic:1',
			kind: 'geographic',
			source: 'new_region',
			stage: 'qualified',
			amount_minor: 28_000_000,
			currency: 'USD',
			close_on: '2025-02-22',
			owner_id: 'ae-1',
			status: 'open',
		});
		const evidence = JSON.parse(String(rowOf(result).evidence_json)) as Record<string, unknown>;
		expect(evidence).toMatchObject({ discovered_on: AS_OF, confidence: 89 });
		expect(rowOf(reconcile([]))).toEqual(rowOf(result));
	});

	test('again: the same row, unchanged, with its day of discovery', () => {
		const first = rowOf(reconcile([]));
		const again = reconcile([first], found, '2024-12-10');
		expect(again.change).toBe('unchanged');
		expect(rowOf(again)).toMatchObject({ opportunity_id: first.opportunity_id, close_on: '2025-02-22' });
	});

	test('changed: amount, stage or signals', () => {
		const first = rowOf(reconcile([]));
		const more = { ...found, sizing: { ...found.sizing, amountMinor: 30_000_000 } };
		expect(reconcile([first], more).change).toBe('changed');
		expect(reconcile([first], { ...found, stage: 'identified' }).change).toBe('changed');
		expect(reconcile([first], { ...found, signals: found.signals.slice(1) }).change).toBe('changed');
		const little = { ...found, sizing: { ...found.sizing, amountMinor: 28_000_001 } };
		expect(reconcile([first], little).change).toBe('unchanged');
	});

	test('what a seller set stays: stage after qualified, or the copy in the CRM', () => {
		const first = rowOf(reconcile([]));
		const sold = { ...first, stage: 'negotiating', amount_minor: 25_000_000, probability: 0.7 };
		expect(rowOf(reconcile([sold]))).toMatchObject({
			stage: 'negotiating',
			amount_minor: 25_000_000,
			probability: 0.7,
		});
		const copy = {
			opportunity_id: 'hubspot:7',
			account_id: 'techcorp',
			kind: 'expansion',
			effect_key: first.effect_key,
			external_id: '7',
			stage: 'Proposal',
			amount_minor: 26_000_000,
			currency: 'USD',
			probability: 0.5,
			close_on: '2025-01-31',
			owner_id: 'hubspot:9',
			status: 'open',
		};
		expect(rowOf(reconcile([copy, first]))).toMatchObject({
			opportunity_id: first.opportunity_id,
			external_id: '7',
			stage: 'Proposal',
			amount_minor: 26_000_000,
			close_on: '2025-01-31',
			owner_id: 'hubspot:9',
		});
		// Our row got lost: the CRM's copy is still the one deal of the type.
		expect(rowOf(reconcile([copy]))).toMatchObject({ opportunity_id: 'hubspot:7', kind: 'geographic' });
	});

	test('after winning or losing it rests, then a second episode has a key of its own', () => {
		const first = { ...rowOf(reconcile([])), status: 'lost', close_on: '2024-11-01' };
		expect(reconcile([first])).toEqual({ change: 'resting', until: '2025-01-30' });
		expect(rowOf(reconcile([first], found, '2025-01-30'))).toMatchObject({
			opportunity_id: 'expansion:techcorp:geographic:2',
		});
	});

	test('never two open rows of a type, whatever the table holds', () => {
		const status = fc.constantFrom('open', 'won', 'lost', 'unknown');
		const kind = fc.constantFrom('geographic', 'upsell', 'expansion', 'renewal', null);
		const row = fc.record({
			status,
			kind,
			effect_key: fc.constantFrom(null, 'k1', 'expansion:techcorp:geographic:1'),
			close_on: fc.constantFrom('2024-10-01', '2023-01-01', null),
		});
		fc.assert(
			fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
				// A CRM has one copy of a deal.
				const copies = rows.filter(({ kind: of, effect_key }) => of === 'expansion' && effect_key !== null);
				fc.pre(new Set(copies.map(({ effect_key }) => effect_key)).size === copies.length);
				const given: Row[] = rows.map((one, index) => ({
					...one,
					opportunity_id: `o${index}`,
					account_id: 'techcorp',
				}));
				const result = reconcile(given);
				if (!('row' in result)) return;
				const open = joinDeals(given).deals.filter(
					(deal) => deal.type === 'geographic' && deal.status === 'open',
				);
				const ids = open.map((deal) => deal.row.opportunity_id);
				if (ids.length > 0) expect(ids).toContain(result.row.opportunity_id);
				else expect(result.change).toBe('new');
				// The next run finds this run's row again.
				const next = reconcile([
					...given.filter((one) => one.opportunity_id !== result.row.opportunity_id),
					{ ...result.row },
				]);
				expect(next.change).not.toBe('new');
			}),
			{ numRuns: 500 },
		);
	});
});

test('the CRM says it was won: so does our row', () => {
	const first = rowOf(reconcile([]));
	const copy = {
		opportunity_id: 'hubspot:7',
		account_id: 'techcorp',
		kind: 'expansion',
		effect_key: first.effect_key,
		external_id: '7',
		status: 'won',
		amount_minor: 27_000_000,
		currency: 'USD',
		close_on: '2025-01-20',
	};
	const [deal] = joinDeals([first, copy]).deals;
	expect(deal && closeDeal(deal)).toMatchObject({
		opportunity_id: first.opportunity_id,
		status: 'won',
		stage: 'closed_won',
		amount_minor: 27_000_000,
		probability: 1,
		close_on: '2025-01-20',
		external_id: '7',
	});
	expect(joinDeals([first]).deals.map(closeDeal)).toEqual([null]);
});

test('a deal made by hand has no type: it is named, not counted', () => {
	const deal = { opportunity_id: 'crm:1', account_id: 'a', kind: 'expansion', status: 'open' };
	expect(joinDeals([deal])).toEqual({ deals: [], untyped: [deal] });
	expect(rateClosed([{ ...deal, status: 'won', close_on: '2026-01-01' }], '2026-02-01').size).toBe(0);
});

describe('sold within the cycle', () => {
	const deal = (discovered: string | null, status: string, closed: string | null): Row => ({
		opportunity_id: `${discovered}${status}${closed}`,
		kind: 'upsell',
		status,
		close_on: closed ?? '2030-01-01',
		evidence_json: discovered === null ? null : JSON.stringify({ discovered_on: discovered }),
	});
	const measure = (rows: Row[]) => measureConversion(joinDeals(rows).deals, '2026-06-30', 90);

	test('counts what was won in time against all whose time is over', () => {
		const rows = [
			deal('2026-01-01', 'won', '2026-04-01'),
			deal('2026-01-02', 'won', '2026-04-03'),
			deal('2026-01-03', 'lost', '2026-01-10'),
			deal('2026-01-04', 'open', null),
			deal('2026-06-01', 'open', null),
			deal('2026-06-02', 'won', '2026-06-20'),
			deal(null, 'won', '2026-05-01'),
		];
		const conversion = measure(rows);
		expect(conversion).toMatchObject({ n: 4, wonInCycle: 1, rate: 0.25, running: 2, undated: 1 });
		expect(conversion.low).toBeCloseTo(0.0456, 3);
		expect(conversion.high).toBeCloseTo(0.6994, 3);
	});

	test('nothing closed: not known, not 0', () => {
		expect(measure([])).toMatchObject({ n: 0, rate: null, low: 0, high: 1, meanDaysToWin: null });
	});

	test('the interval always holds the rate', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 }), (lengths) => {
				const rows = lengths.map((length, index) => ({
					...deal('2025-01-01', 'won', addDays('2025-01-01', length)),
					opportunity_id: `o${index}`,
				}));
				const { rate, low, high, n, wonInCycle } = measure(rows);
				expect(n).toBe(lengths.length);
				expect(wonInCycle).toBe(lengths.filter((length) => length <= 90).length);
				if (rate !== null) expect(low <= rate && rate <= high).toBe(true);
			}),
		);
	});
});
