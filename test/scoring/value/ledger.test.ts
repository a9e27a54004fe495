import { compareOutcomes } from '../../../scoring/value/compareOutcomes';
import { checkEntry } from '../../../scoring/measures/ledger/checkEntry';
import type { LedgerEntry } from '../../../scoring/measures/ledger/Ledger';
import { periodRange } from '../../../scoring/measures/ledger/periodRange';
import { sumLedger, type LedgerOptions } from '../../../scoring/measures/ledger/sumLedger';

const entry = (over: Partial<LedgerEntry> = {}): LedgerEntry => ({
	entryId: 'e1',
	accountId: 'a',
	kind: 'direct',
	period: '2025-Q1',
	lowMinor: 8_000_000,
	baseMinor: 9_500_000,
	highMinor: 10_000_000,
	currency: 'USD',
	formula: 'hours * rate',
	evidence: { source: 'audit report', outcome: 'savings', inputs: { hours: 950, rate: 100 } },
	acknowledgedOn: null,
	acknowledgedBy: null,
	...over,
});
const options: LedgerOptions = {
	asOfOn: '2025-12-31',
	window: null,
	reportCurrency: null,
	rates: [],
	acknowledgedOnly: false,
};
const codes = (over: Partial<LedgerEntry>): string[] =>
	checkEntry(entry(over), '2025-12-31').issues.map(({ code }) => code);

test('an evidenced entry counts', () => {
	expect(checkEntry(entry(), '2025-12-31')).toMatchObject({
		state: 'counted',
		computedMinor: 9_500_000,
		issues: [],
	});
});

test.each<[string, Partial<LedgerEntry>]>([
	['entry-id', { entryId: '' }],
	['entry-kind', { kind: 'rumour' }],
	['entry-kind', { kind: null }],
	['entry-period', { period: 'last year' }],
	['entry-period', { period: 'once' }],
	['entry-currency', { currency: null }],
	['entry-source', { evidence: { source: null, outcome: null, inputs: { hours: 950, rate: 100 } } }],
	['entry-formula', { formula: null }],
	['formula-input-missing', { evidence: { source: 's', outcome: null, inputs: { hours: 950 } } }],
	['entry-differs', { baseMinor: 9_500_001 }],
	['entry-range', { lowMinor: 9_600_000 }],
	['entry-range', { highMinor: 9_400_000 }],
])('%s keeps an entry out of the totals: %j', (code, over) => {
	expect(codes(over)).toEqual([code]);
	const { totals, unevidenced, entries } = sumLedger([entry(over)], options);
	expect(totals.value?.perCurrency).toEqual([]);
	expect(entries[0]?.state).toBe('excluded');
	if (over.kind === undefined && over.currency === undefined) expect(unevidenced.perCurrency).toHaveLength(1);
});

test('an amount may come from its formula alone; without either there is none', () => {
	expect(checkEntry(entry({ baseMinor: null, lowMinor: null, highMinor: null }), '2025-12-31')).toMatchObject(
		{
			state: 'counted',
			baseMinor: 9_500_000,
		},
	);
	expect(codes({ baseMinor: null, formula: null })).toEqual(['entry-formula', 'entry-amount']);
});

test('minor units follow the currency', () => {
	const yen = { currency: 'JPY', baseMinor: 95_000, lowMinor: null, highMinor: null };
	expect(codes(yen)).toEqual([]);
	const dinar = { currency: 'KWD', baseMinor: 95_000_000, lowMinor: null, highMinor: null };
	expect(codes(dinar)).toEqual([]);
});

test('a baseline or a cost needs no formula and may fall once; value whose period is not over is expected', () => {
	expect(codes({ kind: 'cost', period: 'once', formula: null })).toEqual([]);
	expect(checkEntry(entry({ period: '2026' }), '2025-12-31').state).toBe('expected');
	expect(checkEntry(entry({ period: '2025' }), '2025-12-30').state).toBe('expected');
	expect(checkEntry(entry({ period: '2025' }), '2025-12-31').state).toBe('counted');
	expect(checkEntry(entry({ kind: 'target', period: '2026', formula: null }), '2025-12-31').state).toBe(
		'counted',
	);
});

test('nothing is counted twice: the acknowledged entry stays, else the narrower period', () => {
	const year = entry({ entryId: 'year', period: '2025', acknowledgedOn: '2025-12-01' });
	const quarter = entry({ entryId: 'quarter' });
	const other = entry({ entryId: 'other', period: '2025-Q2' });
	const states = (rows: LedgerEntry[]) =>
		Object.fromEntries(sumLedger(rows, options).entries.map((each) => [each.entry.entryId, each.state]));
	expect(states([quarter, year, other])).toEqual({ quarter: 'excluded', year: 'counted', other: 'excluded' });
	expect(states([{ ...year, acknowledgedOn: null }, quarter, other])).toEqual({
		year: 'excluded',
		quarter: 'counted',
		other: 'counted',
	});
	const apart = entry({
		entryId: 'apart',
		evidence: { source: 's', outcome: 'audit', inputs: { hours: 950, rate: 100 } },
	});
	expect(states([quarter, apart])).toEqual({ quarter: 'counted', apart: 'counted' });
	expect(sumLedger([quarter, quarter], options).entries.map(({ state }) => state)).toEqual([
		'counted',
		'excluded',
	]);
});

test('currencies are added only with rates', () => {
	const rows = [entry(), entry({ entryId: 'e2', currency: 'EUR', period: '2025-Q2' })];
	const without = sumLedger(rows, { ...options, reportCurrency: 'USD' }).totals.value;
	expect(without?.perCurrency.map(({ currency, baseMinor }) => [currency, baseMinor])).toEqual([
		['EUR', 9_500_000],
		['USD', 9_500_000],
	]);
	expect(without?.inReport).toBeNull();
	expect(without?.reason).toBe('No total in USD: no rate from EUR.');
	const rates = [{ day_on: '2025-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.1 }];
	const total = sumLedger(rows, { ...options, reportCurrency: 'USD', rates }).totals.value;
	expect(total?.inReport).toEqual({
		currency: 'USD',
		lowMinor: 8_000_000 * 2.1,
		baseMinor: 9_500_000 * 2.1,
		highMinor: 10_000_000 * 2.1,
		acknowledgedMinor: 0,
	});
});

test('a window takes whole periods, and only what was acknowledged where that is asked', () => {
	const rows = [
		entry(),
		entry({ entryId: 'e2', period: '2025-Q2', acknowledgedOn: '2025-07-02' }),
		entry({
			entryId: 'e3',
			period: '2024',
			kind: 'strategic',
			evidence: { source: 's', outcome: 'x', inputs: { hours: 950, rate: 100 } },
		}),
	];
	const window = { fromOn: '2025-01-01', toOn: '2025-12-31' };
	expect(sumLedger(rows, { ...options, window }).totals.value?.perCurrency).toMatchObject([
		{ baseMinor: 19_000_000, acknowledgedMinor: 9_500_000, entries: 2, withoutRange: 0 },
	]);
	const short = { fromOn: '2025-01-01', toOn: '2025-06-29' };
	expect(sumLedger(rows, { ...options, window: short }).totals.value?.perCurrency).toMatchObject([
		{ entries: 1 },
	]);
	expect(sumLedger(rows, { ...options, acknowledgedOnly: true }).totals.value?.perCurrency).toMatchObject([
		{ baseMinor: 9_500_000, entries: 1 },
	]);
});

test('promised against realised: inside the target, per outcome, null where nobody measured', () => {
	const target = entry({
		entryId: 't',
		kind: 'target',
		period: '2025',
		baseMinor: 34_000_000,
		lowMinor: null,
		highMinor: null,
		formula: null,
	});
	const beyond = entry({ entryId: 'beyond', period: '2025-12-01/2026-01-31' });
	const quarters = [1, 2].map((quarter) => entry({ entryId: `q${quarter}`, period: `2025-Q${quarter}` }));
	const open = entry({ ...target, entryId: 'u', evidence: { source: 's', outcome: 'reach', inputs: {} } });
	const { entries } = sumLedger([target, open, beyond, ...quarters], { ...options, asOfOn: '2026-03-01' });
	const [savings, reach] = compareOutcomes(entries, '2025-06-30');
	expect(savings).toMatchObject({
		outcome: 'savings',
		realisedMinor: 19_000_000,
		entryIds: ['t', 'q1', 'q2'],
	});
	expect(savings?.achievement.rate).toBeCloseTo(190 / 340, 9);
	expect(savings?.elapsedShare).toBeCloseTo(181 / 365, 9);
	expect(savings?.paceRate).toBeCloseTo(190 / 340 / (181 / 365), 9);
	expect(reach).toMatchObject({ outcome: 'reach', realisedMinor: null, paceRate: null });
});

test.each([
	['2024', '2024-01-01', '2024-12-31'],
	['2024-Q1', '2024-01-01', '2024-03-31'],
	['2024-Q4', '2024-10-01', '2024-12-31'],
	['2024-02', '2024-02-01', '2024-02-29'],
	['2023-02', '2023-02-01', '2023-02-28'],
	['2024-12', '2024-12-01', '2024-12-31'],
	['2024-02-29', '2024-02-29', '2024-02-29'],
	['2024-01-15/2024-04-14', '2024-01-15', '2024-04-14'],
])('%s runs from %s to %s', (period, fromOn, toOn) => {
	expect(periodRange(period)).toEqual({ fromOn, toOn });
});

test.each(['', 'once', '2024-13', '2024-00', '2024-Q5', '2023-02-29', '2024-02-02/2024-02-01', '2024/2025'])(
	'"%s" is no period',
	(period) => {
		expect(periodRange(period)).toBeNull();
	},
);
