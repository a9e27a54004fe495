import fc from 'fast-check';

import { detectExpansion } from '../../../scoring/expansion/detectExpansion';
import { findAlternatives, type AlternativeCandidate } from '../../../scoring/expansion/findAlternatives';
import { joinDeals } from '../../../scoring/expansion/joinDeals';
import { reconcileAccount } from '../../../scoring/expansion/reconcileAccount';
import { sumGrowth } from '../../../scoring/expansion/sumGrowth';
import type { Row } from '../../../scoring/measures/Records';
import { AS_OF, caseOf, CONTEXT } from './techCorp';
import { GROWING, GROWTH_PRICES } from './growing';

const DAY = '2026-01-15';
const candidate = (
	type: AlternativeCandidate['type'],
	columns: Partial<AlternativeCandidate> = {},
): AlternativeCandidate => ({
	opportunityId: type,
	type,
	restsOnLimit: type === 'upsell',
	blocked: false,
	amountMinor: 500,
	currency: 'USD',
	...columns,
});
const out = (...candidates: AlternativeCandidate[]): string[][] => {
	const rates = [{ day_on: '2026-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 }];
	const found = [...findAlternatives(candidates, DAY, rates)];
	expect(findAlternatives([...candidates].reverse(), DAY, rates)).toEqual(new Map(found));
	return found.map((pair) => [...pair]);
};

describe('which opportunities are alternatives', () => {
	test('an upgrade and an upsell that rests on a limit; nothing else', () => {
		expect(out(candidate('upgrade', { amountMinor: 900 }), candidate('upsell'))).toEqual([
			['upsell', 'upgrade'],
		]);
		expect(out(candidate('upgrade', { amountMinor: 100 }), candidate('upsell'))).toEqual([
			['upgrade', 'upsell'],
		]);
		expect(out(candidate('upgrade'), candidate('upsell', { restsOnLimit: false }))).toEqual([]);
		expect(out(candidate('upsell'))).toEqual([]);
		const others = (['cross_sell', 'add_on', 'new_use_case', 'geographic'] as const).map((type) =>
			candidate(type, { restsOnLimit: true }),
		);
		expect(out(...others, candidate('upgrade'))).toEqual([]);
		expect(out(...others, candidate('upsell'))).toEqual([]);
	});

	test('amounts are compared in one currency; equal or without a rate the upsell counts', () => {
		const euros = (currency: string) => out(candidate('upgrade', { currency }), candidate('upsell'));
		expect(euros('EUR')).toEqual([['upsell', 'upgrade']]);
		expect(euros('USD')).toEqual([['upgrade', 'upsell']]);
		expect(euros('JPY')).toEqual([['upgrade', 'upsell']]);
	});

	test('an amount counts before none, what nothing blocks before what is blocked', () => {
		const none = { amountMinor: null, currency: null };
		const large = { amountMinor: 9_000 };
		expect(out(candidate('upgrade'), candidate('upsell', none))).toEqual([['upsell', 'upgrade']]);
		expect(out(candidate('upgrade', none), candidate('upsell'))).toEqual([['upgrade', 'upsell']]);
		expect(out(candidate('upgrade', none), candidate('upsell', none))).toEqual([['upgrade', 'upsell']]);
		expect(out(candidate('upgrade', { ...large, blocked: true }), candidate('upsell'))).toEqual([
			['upgrade', 'upsell'],
		]);
		expect(out(candidate('upgrade'), candidate('upsell', { ...large, blocked: true }))).toEqual([
			['upsell', 'upgrade'],
		]);
	});

	test('whatever stands there: one at most is left out, and the one that counts is no smaller', () => {
		const amount = fc.integer({ min: 1, max: 1_000 });
		fc.assert(
			fc.property(amount, amount, (more, next) => {
				const pairs = out(
					candidate('upsell', { amountMinor: more }),
					candidate('upgrade', { amountMinor: next }),
					candidate('geographic'),
				);
				expect(pairs).toEqual([next > more ? ['upsell', 'upgrade'] : ['upgrade', 'upsell']]);
			}),
		);
	});
});

describe('at an account that meets a limit and plans to move up', () => {
	const found = detectExpansion(caseOf({ account: GROWING }), { ...CONTEXT, prices: GROWTH_PRICES });
	const options = { day: AS_OF, ownerId: 'ae-1', cycleDays: 90, restDays: 90 };
	const reconcile = (rows: Row[] = []) =>
		reconcileAccount(found.opportunities, joinDeals(rows).deals, options, []);
	const rowsOf = (all: ReturnType<typeof reconcile>): Row[] =>
		all.flatMap(({ reconciled }) => ('row' in reconciled ? [{ ...reconciled.row }] : []));
	const evidence = (rows: Row[], kind: string): Row =>
		JSON.parse(String(rows.find((row) => row.kind === kind)?.evidence_json)) as Row;
	const UPGRADE = 'expansion:techcorp:upgrade:1';
	const UPSELL = 'expansion:techcorp:upsell:1';

	test('both are found, the smaller one is marked', () => {
		const all = reconcile();
		expect(
			all.flatMap(({ found: { type }, alternativeTo }) =>
				alternativeTo === null ? [] : [[type, alternativeTo]],
			),
		).toEqual([['upsell', UPGRADE]]);
		const rows = rowsOf(all);
		expect(evidence(rows, 'upsell').alternative_to).toBe(UPGRADE);
		expect(evidence(rows, 'upgrade').alternative_to).toBeNull();
		expect(rowsOf(reconcile())).toEqual(rows);
	});

	test('run again it is unchanged; an amount that a seller raised turns them round and is told', () => {
		const rows = rowsOf(reconcile());
		expect(reconcile(rows).map(({ reconciled }) => reconciled.change)).toEqual(rows.map(() => 'unchanged'));
		const raised = rows.map((row) =>
			row.kind === 'upsell' ? { ...row, stage: 'proposing', amount_minor: 99_000_000 } : row,
		);
		const later = reconcile(raised);
		expect(later.find(({ alternativeTo }) => alternativeTo !== null)).toMatchObject({
			found: { type: 'upgrade' },
			alternativeTo: UPSELL,
			reconciled: { change: 'changed' },
		});
	});

	test('while one of them rests after a deal the other one counts', () => {
		const [won] = rowsOf(reconcile()).filter((row) => row.kind === 'upgrade');
		const all = reconcile([{ ...won, status: 'won', close_on: AS_OF }]);
		expect(all.every(({ alternativeTo }) => alternativeTo === null)).toBe(true);
		expect(evidence(rowsOf(all), 'upsell').alternative_to).toBeNull();
	});

	test('a total adds the larger one only and counts the other', () => {
		const amounts = reconcile().flatMap(({ reconciled, alternativeTo }) =>
			'row' in reconciled
				? [{ amountMinor: reconciled.row.amount_minor, currency: 'USD', alternativeTo }]
				: [],
		);
		const whole = amounts.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
		const upsell = amounts.find(({ alternativeTo }) => alternativeTo !== null)?.amountMinor ?? 0;
		expect(upsell).toBeGreaterThan(0);
		expect(sumGrowth(amounts, 87_500_000, 'USD', AS_OF, [])).toMatchObject({
			totalMinor: whole - upsell,
			alternatives: 1,
		});
	});
});
