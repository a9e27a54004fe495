import { compareOutcomes } from '../../../scoring/value/compareOutcomes';
import type { LedgerEntry } from '../../../scoring/measures/ledger/Ledger';
import { scoreValue } from '../../../scoring/value/scoreValue';
import { sumLedger } from '../../../scoring/measures/ledger/sumLedger';
import { lastQuarters } from '../../../scoring/measures/ledger/lastQuarters';
import { lastYear } from '../../../scoring/value/lastYear';
import { yearsIn } from '../../../scoring/measures/ledger/yearsIn';

const entry = (
	entryId: string,
	kind: string,
	amount: number,
	over: Partial<LedgerEntry> = {},
): LedgerEntry => ({
	entryId,
	accountId: 'a',
	kind,
	period: '2024',
	lowMinor: amount * 80,
	baseMinor: amount * 100,
	highMinor: amount * 120,
	currency: 'USD',
	formula: 'amount',
	evidence: { source: 'report', outcome: entryId, inputs: { amount } },
	acknowledgedOn: null,
	acknowledgedBy: null,
	...over,
});
const options = {
	asOfOn: '2024-12-31',
	window: null,
	reportCurrency: 'USD',
	rates: [],
	acknowledgedOnly: false,
};
const VALUE = [entry('d', 'direct', 560), entry('o', 'operational', 435), entry('s', 'strategic', 640)];
const score = (rows: readonly LedgerEntry[], costMinor: number | null, asOfOn = '2024-12-31') => {
	const ledger = sumLedger(rows, options);
	return scoreValue({
		ledger,
		outcomes: compareOutcomes(ledger.entries, asOfOn),
		costMinor,
		currency: 'USD',
	});
};

test('1,635 over 875: the case is strong, and says both rates', () => {
	const result = score(VALUE, 87_500);
	expect(result).toMatchObject({ band: 'strong', coverage: 1, valueMinor: 163_500, value: null });
	expect(result.reason).toBe(
		'no target to compare with; ROI 186.9 % gross (value / cost), 86.9 % net ((value - cost) / cost).',
	);
	expect(result.paybackMonths).toBeCloseTo(6.42, 2);
});

test('the band follows evidence, then what the low end pays', () => {
	const claim = entry('c', 'strategic', 2000, { formula: null });
	expect(score([...VALUE, claim], 87_500)).toMatchObject({ band: 'unproven', coverage: 1635 / 3635 });
	expect(score(VALUE, 140_000).band).toBe('moderate');
	expect(score(VALUE, 200_000).band).toBe('weak');
	expect(score(VALUE, null).band).toBe('unproven');
	expect(score([claim], 1)).toMatchObject({ band: 'unproven', coverage: 0, valueMinor: null });
});

test('the score is what was achieved of what is due by now, at most 100', () => {
	const target = entry('t', 'target', 3270, {
		lowMinor: null,
		highMinor: null,
		evidence: { source: 'plan', outcome: null, inputs: { amount: 3270 } },
	});
	expect(score([...VALUE, target], 87_500)).toMatchObject({ value: 50, low: 40, high: 60 });
	const half = score([...VALUE, target], 87_500, '2024-07-01');
	expect(half.value).toBeCloseTo(100, 9);
	expect(score([...VALUE, target], 87_500, '2024-03-01').value).toBe(100);
	expect(score([target], 87_500).value).toBeNull();
});

test.each([
	['2023-01-01', '2023-12-31', 1],
	['2024-01-01', '2024-12-31', 1],
	['2023-07-01', '2025-06-30', 2],
	['2024-02-29', '2024-02-29', 1 / 365],
	['2024-01-01', '2024-03-31', 91 / 365],
])('from %s to %s are %d years', (fromOn, toOn, years) => {
	expect(yearsIn({ fromOn, toOn })).toBe(years);
});

test('no range has no length', () => {
	expect(yearsIn({ fromOn: '2024-01-02', toOn: '2024-01-01' })).toBeNull();
	expect(yearsIn({ fromOn: 'soon', toOn: '2024-01-01' })).toBeNull();
});

test('the last twelve months of any day are a year', () => {
	for (const day of ['2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2025-03-01', '2024-12-31'])
		expect(yearsIn(lastYear(day))).toBeCloseTo(1, 2);
	expect(lastYear('2025-02-28').fromOn).toBe('2024-02-29');
	expect(lastYear('2024-02-29').fromOn).toBe('2023-03-01');
});

test.each([
	['2024-12-31', '2024-01-01', '2024-12-31'],
	['2025-01-01', '2024-01-01', '2024-12-31'],
	['2024-03-31', '2023-04-01', '2024-03-31'],
	['2024-03-30', '2023-01-01', '2023-12-31'],
	['2024-09-30', '2023-10-01', '2024-09-30'],
	['2024-08-15', '2023-07-01', '2024-06-30'],
])('the last four quarters seen from %s run from %s to %s', (day, fromOn, toOn) => {
	expect(lastQuarters(day)).toEqual({ fromOn, toOn });
});
