import type { Bridge, BridgeLine, BridgeOptions } from '../../../scoring/renewal/Bridge';
import { buildBridge } from '../../../scoring/renewal/buildBridge';
import { rollLines } from '../../../scoring/renewal/rollLines';
import type { Contract } from '../../../scoring/renewal/Contract';
import { line, quarter } from './bridgeLines';
import { contract } from './planFixtures';

const next = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const build = (lines: BridgeLine[], options: Partial<BridgeOptions> = {}): Bridge =>
	buildBridge(lines, { ...quarter, ...options });

/** Rows that are not 0, of the first currency. */
function rows(bridge: Bridge, index = 0): Record<string, number> {
	const steps = bridge.currencies[index]?.steps ?? [];
	return Object.fromEntries(
		steps
			.filter(({ amountMinor, gainsMinor }) => amountMinor !== 0 || gainsMinor !== 0)
			.map((step) => [step.kind, step.amountMinor]),
	);
}

test('a renewal with more seats and an uplift: quantity at the old price, price at the new quantity', () => {
	const bridge = build([
		line({ lineId: '1' }),
		line({ lineId: '2', ...next, quantity: 12, arrMinor: 126_000, replacesLineId: '1' }),
	]);
	expect(rows(bridge)).toEqual({ opening: 100_000, expansion: 20_000, price: 6_000, closing: 126_000 });
	expect(bridge.currencies[0]?.retention).toMatchObject({
		grr: 1,
		nrr: 1.26,
		nrrWithoutPrice: 1.2,
		logoRetention: 1,
	});
	expect(bridge.currencies[0]?.due).toMatchObject({
		dueMinor: 100_000,
		renewedMinor: 100_000,
		grossRenewalRate: 1,
		netRenewalRate: 1.26,
	});
});

test('fewer seats at a higher price: contraction and price stand apart, GRR takes the account as a whole', () => {
	const bridge = build([
		line({ lineId: '1' }),
		line({ lineId: '2', ...next, quantity: 8, arrMinor: 88_000 }),
	]);
	expect(rows(bridge)).toEqual({ opening: 100_000, price: 8_000, contraction: -20_000, closing: 88_000 });
	expect(bridge.currencies[0]?.retention).toMatchObject({ grr: 0.88, grrWithoutPrice: 0.8 });
});

test('new, returned, lost: the growth of one account does not hide the loss of another in GRR', () => {
	const bridge = build([
		line({ lineId: '1', accountId: 'grows' }),
		line({ lineId: '2', accountId: 'grows', ...next, quantity: 20, arrMinor: 200_000 }),
		line({ lineId: '3', accountId: 'leaves' }),
		line({ lineId: '4', accountId: 'new', ...next, arrMinor: 30_000 }),
		line({ lineId: '5', accountId: 'returns', startsOn: '2024-01-01', endsOn: '2024-12-31' }),
		line({ lineId: '6', accountId: 'returns', ...next, arrMinor: 40_000 }),
	]);
	expect(rows(bridge)).toEqual({
		opening: 200_000,
		new: 30_000,
		reactivation: 40_000,
		expansion: 100_000,
		churn: -100_000,
		closing: 270_000,
	});
	expect(bridge.currencies[0]?.retention).toMatchObject({
		startMinor: 200_000,
		grr: 0.5,
		nrr: 1,
		logoRetention: 0.5,
	});
	expect(bridge.currencies[0]?.due).toMatchObject({ grossRenewalRate: 0.5, netRenewalRate: 1 });
});

test('one product instead of another is a swap that nets to zero; the rest is growth or loss', () => {
	const swapped = build([
		line({ lineId: '1', productId: 'old', arrMinor: 60_000 }),
		line({ lineId: '2', productId: 'kept', arrMinor: 10_000, endsOn: null }),
		line({ lineId: '3', productId: 'better', arrMinor: 75_000, ...next, replacesLineId: '1' }),
	]);
	expect(rows(swapped)).toEqual({ opening: 70_000, expansion: 15_000, swap: 0, closing: 85_000 });
	const swap = swapped.currencies[0]?.steps.find(({ kind }) => kind === 'swap');
	expect(swap).toEqual({
		kind: 'swap',
		amountMinor: 0,
		gainsMinor: 60_000,
		lossesMinor: -60_000,
		accounts: 1,
	});
	const down = build([
		line({ lineId: '1', productId: 'old', arrMinor: 60_000 }),
		line({ lineId: '3', productId: 'lite', arrMinor: 20_000, ...next }),
	]);
	expect(rows(down)).toEqual({ opening: 60_000, swap: 0, contraction: -40_000, closing: 20_000 });
});

test('a line that ran through is compared with itself, so dropping a cheaper one is no change of price', () => {
	const bridge = build([
		line({ lineId: '1', endsOn: null }),
		line({ lineId: '2', quantity: 5, arrMinor: 40_000 }),
	]);
	expect(rows(bridge)).toEqual({ opening: 140_000, contraction: -40_000, closing: 100_000 });
});

test('a credit that ends is price, quantities nobody knows are not parted', () => {
	const credit = build([
		line({ lineId: '1', endsOn: null }),
		line({ lineId: '2', productId: 'credit', arrMinor: -10_000 }),
	]);
	expect(rows(credit)).toEqual({ opening: 90_000, price: 10_000, closing: 100_000 });
	const unknown = build([
		line({ lineId: '1', quantity: null }),
		line({ lineId: '2', ...next, arrMinor: 70_000 }),
	]);
	expect(rows(unknown)).toEqual({ opening: 100_000, contraction: -30_000, closing: 70_000 });
	expect(unknown.notSplit).toBe(1);
});

test('a contract that renews itself runs on, and counts as due and renewed at each term', () => {
	const contract = {
		contractId: 'C-1',
		accountId: 'a',
		previousContractId: null,
		signedOn: null,
		startsOn: '2024-01-01',
		endsOn: '2024-12-31',
		termMonths: 12,
		autoRenew: true,
		noticeDays: 60,
		upliftRate: null,
		status: 'active',
	} as const;
	const own = line({ lineId: '1', startsOn: '2024-01-01', endsOn: '2024-12-31' });
	const bridge = build(rollLines([own], [contract]));
	expect(rows(bridge)).toEqual({ opening: 100_000, closing: 100_000 });
	expect(bridge.currencies[0]?.due).toMatchObject({ dueMinor: 100_000, grossRenewalRate: 1 });
	expect(rows(build(rollLines([own], [{ ...contract, status: 'terminated' }])))).toEqual({});
});

test('what cannot count is counted: no amount, no currency, no start, a second row of one id', () => {
	const bridge = build([
		line({ lineId: '1', arrMinor: null }),
		line({ lineId: '2', currency: null }),
		line({ lineId: '3', startsOn: null }),
		line({ lineId: '4', endsOn: null }),
		line({ lineId: '4', endsOn: null, arrMinor: 70_000, recordedAt: 5 }),
	]);
	expect(bridge.leftOut).toEqual({ withoutAmount: 1, withoutCurrency: 1, withoutStart: 1, duplicate: 1 });
	expect(rows(bridge)).toEqual({ opening: 70_000, closing: 70_000 });
});

test('a line still runs on its last day: what ends on the closing is neither lost nor due', () => {
	const bridge = build([line({ lineId: '1', endsOn: '2026-03-31' })]);
	expect(rows(bridge)).toEqual({ opening: 100_000, closing: 100_000 });
	expect(bridge.currencies[0]?.due).toMatchObject({ dueMinor: 0, grossRenewalRate: null });
});

test('a renewal that begins early takes over on its first day: no day counts twice', () => {
	const old = line({ lineId: '1', contractId: 'C-1', endsOn: '2026-06-30' });
	const renewed = line({
		lineId: '2',
		contractId: 'C-2',
		...next,
		startsOn: '2026-02-01',
		arrMinor: 130_000,
	});
	const contracts: Contract[] = [
		contract({ startsOn: '2025-07-01', endsOn: '2026-06-30' }),
		contract({ contractId: 'C-2', previousContractId: 'C-1', startsOn: '2026-02-01', endsOn: '2027-01-31' }),
	];
	const closing = (of: BridgeLine[], which = contracts) => rows(build(rollLines(of, which))).closing;
	expect(closing([old, renewed])).toBe(130_000);
	// A renewal without lines ends nothing.
	expect(closing([old])).toBe(100_000);
	const draft = contracts.map(
		(one): Contract => (one.contractId === 'C-2' ? { ...one, status: 'draft' } : one),
	);
	expect(closing([old, renewed], draft)).toBe(230_000);
});
