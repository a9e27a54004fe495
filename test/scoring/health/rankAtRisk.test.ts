import { rankAtRisk, type AtRiskRow } from '../../../scoring/health/rankAtRisk';

const RATES = [
	{ day_on: '2024-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.5 },
	{ day_on: '2024-02-01', from_currency: 'EUR', to_currency: 'USD', rate: 0.1 },
	{ day_on: '2024-01-10', from_currency: 'EUR', to_currency: 'USD', rate: -3 },
];
const OPTIONS = { reportCurrency: 'USD', rates: RATES, asOfOn: '2024-01-15' };

function row(
	accountId: string,
	value: number | null,
	arrMinor: number | null,
	currency: string | null,
	more: Partial<AtRiskRow> = {},
): AtRiskRow {
	return { accountId, name: null, value, rounded: null, band: null, arrMinor, currency, causes: [], ...more };
}

const ROWS = [
	row('healthy', 69.5, 9_000_000, 'USD'),
	row('unknown', 20, null, null),
	row('usd', 60, 120_000, 'USD'),
	row('eur', 65, 100_000, 'EUR'),
	row('peso', 10, 100_000, 'MXN'),
	row('tie', 40, 120_000, 'USD'),
	row('blind', null, 9_000_000, 'USD'),
];

test('the most ARR first, in one currency, with the rate of the day; the incomparable last and named', () => {
	const { accounts, atRisk, unknownArr } = rankAtRisk(ROWS, OPTIONS);
	expect(accounts.map(({ rank, accountId, arrAtRiskMinor }) => [rank, accountId, arrAtRiskMinor])).toEqual([
		[1, 'eur', 150_000],
		[2, 'tie', 120_000],
		[3, 'usd', 120_000],
		[4, 'peso', null],
		[5, 'unknown', null],
	]);
	expect([atRisk, unknownArr]).toEqual([5, ['peso', 'unknown']]);
	expect(accounts[3]?.words).toContain('MXN 1,000 at risk (no rate to USD)');
	expect(accounts[4]?.words).toContain('ARR unknown');
});

test('the list is limited, the count is not, the order given does not matter', () => {
	const limited = rankAtRisk([...ROWS].reverse(), { ...OPTIONS, limit: 2 });
	expect(limited.accounts.map(({ accountId }) => accountId)).toEqual(['eur', 'tie']);
	expect([limited.atRisk, limited.unknownArr.length]).toEqual([5, 2]);
});

test('one currency needs no rates, several without report currency cannot be compared', () => {
	const usd = ROWS.filter(({ currency }) => currency === 'USD');
	expect(rankAtRisk(usd).accounts.map(({ arrAtRiskMinor }) => arrAtRiskMinor)).toEqual([120_000, 120_000]);
	const mixed = rankAtRisk(ROWS);
	expect(mixed.unknownArr).toHaveLength(5);
	expect(mixed.accounts[0]?.words).toContain('no report currency');
});

test('the sentence says why', () => {
	const why = row('a', 41, 12_000_000, 'USD', {
		band: 'poor',
		trend: 'declining',
		delta: -6.24,
		causes: ['one', 'two', 'three', 'four'],
	});
	expect(rankAtRisk([why]).accounts[0]?.words).toBe(
		'Score 41 (poor), USD 120,000 at risk, trend declining, down 6.2 since the last run. one. two. three',
	);
	expect(rankAtRisk([{ ...why, trend: 'stable', delta: 4 }]).accounts[0]?.words).not.toMatch(/trend|down/);
});
