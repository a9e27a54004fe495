import type { Bridge, BridgeLine, BridgeOptions } from '../../../scoring/renewal/Bridge';
import { buildBridge } from '../../../scoring/renewal/buildBridge';
import { asKnownThen, line, quarter } from './bridgeLines';

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

const rates = [
	{ day_on: '2025-12-31', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 },
	{ day_on: '2026-03-31', from_currency: 'EUR', to_currency: 'USD', rate: 1.2 },
];

test('another rate is a row of its own: everything else is at the rates of the closing', () => {
	const bridge = build(
		[
			line({ lineId: '1', currency: 'EUR', endsOn: null }),
			line({ lineId: '2', accountId: 'b', currency: 'EUR' }),
			line({ lineId: '3', accountId: 'c', arrMinor: 50_000, endsOn: null }),
		],
		{ reportCurrency: 'USD', rates },
	);
	expect(rows(bridge)).toEqual({ opening: 270_000, currency: 20_000, churn: -120_000, closing: 170_000 });
	expect(bridge.currencies[0]?.retention).toMatchObject({
		startMinor: 290_000,
		grr: 170 / 290,
		nrrAsReported: 170 / 270,
	});
});

test('without a rate there is one bridge per currency, and a customer billed in another one neither left nor came', () => {
	const bridge = build(
		[
			line({ lineId: '1' }),
			line({ lineId: '2', ...next, currency: 'EUR', arrMinor: 90_000, replacesLineId: '1' }),
		],
		{ reportCurrency: 'USD' },
	);
	expect(bridge.notConverted).toEqual(['EUR']);
	expect([rows(bridge), rows(bridge, 1)]).toEqual([
		{ currency: 90_000, closing: 90_000 },
		{ opening: 100_000, currency: -100_000 },
	]);
	expect(bridge.currencies.map(({ retention }) => retention.grr)).toEqual([null, null]);
});

test('as known then: a line recorded late restates the opening instead of looking like growth', () => {
	const late = [line({ lineId: '1', endsOn: null, recordedAt: Date.parse('2026-02-01T09:00:00Z') })];
	expect(rows(build(late))).toEqual({ opening: 100_000, closing: 100_000 });
	expect(rows(buildBridge(late, asKnownThen))).toEqual({ restated: 100_000, closing: 100_000 });
	const corrected = [
		line({
			lineId: '1',
			endsOn: null,
			arrMinor: 90_000,
			recordedAt: 0,
			supersededAt: Date.parse('2026-01-15T09:00:00Z'),
		}),
		line({ lineId: '1b', endsOn: null, replacesLineId: '1', recordedAt: Date.parse('2026-01-15T09:00:00Z') }),
	];
	expect(rows(buildBridge(corrected, asKnownThen))).toEqual({
		opening: 90_000,
		restated: 10_000,
		closing: 100_000,
	});
	expect(rows(build(corrected))).toEqual({ opening: 100_000, closing: 100_000 });
});
