import { generateAccount } from '../../../demo/portfolio/generateAccount';
import { generateWorld } from '../../../demo/portfolio/generateWorld';
import type { PortfolioRow } from '../../../demo/portfolio/PortfolioRows';
import { convertMoney } from '../../../scoring/core/convertMoney';
import type { Bridge, CurrencyBridge } from '../../../scoring/renewal/Bridge';
import { buildBridge } from '../../../scoring/renewal/buildBridge';
import { readBridgeLine } from '../../../scoring/renewal/readBridgeLine';
import { readContract } from '../../../scoring/renewal/readContract';
import { rollLines } from '../../../scoring/renewal/rollLines';
import { knowledgeCut } from '../../../scoring/measures/knowledgeCut';

const asOfOn = '2026-11-20';
// Among them two that left between signing a renewal and its start.
const accounts = Array.from({ length: 600 }, (_, index) => generateAccount(42, index, { asOfOn }).rows);
const all = (table: 'cs_accounts' | 'cs_contracts' | 'cs_contract_lines' | 'cs_outcomes'): PortfolioRow[] =>
	accounts.flatMap((rows) => rows[table]);

const lines = all('cs_contract_lines').map((row) => {
	const read = readBridgeLine(row);
	if (!read.ok) throw new Error(read.issues[0]?.message);
	return read.value;
});
const contracts = all('cs_contracts').map((row) => {
	const read = readContract(row);
	if (!read.ok) throw new Error(read.issues[0]?.message);
	return read.value;
});

const rates = generateWorld(42, { asOfOn }).cs_rates.map(({ day_on, from_currency, to_currency, rate }) => ({
	day_on: String(day_on),
	from_currency: String(from_currency),
	to_currency: String(to_currency),
	rate: Number(rate),
}));

function bridge(openingOn: string, closingOn: string, reportCurrency: string | null = null): Bridge {
	const cut = knowledgeCut(asOfOn);
	const options = { openingOn, closingOn, openingCut: cut, closingCut: cut, reportCurrency, rates };
	return buildBridge(rollLines(lines, contracts), { ...options, graceDays: 30 });
}

const amount = ({ steps }: CurrencyBridge, kind: string): number =>
	steps.find((step) => step.kind === kind)?.amountMinor ?? NaN;
const addedUp = ({ steps }: CurrencyBridge): number =>
	steps.filter(({ kind }) => kind !== 'closing').reduce((sum, step) => sum + step.amountMinor, 0);

/** What the accounts of the CRM say, summed without any line. */
function crmArr(): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { currency, arr_minor, name } of all('cs_accounts')) {
		if (arr_minor === null || String(name).endsWith('(copy)')) continue;
		sums.set(String(currency), (sums.get(String(currency)) ?? 0) + Number(arr_minor));
	}
	return sums;
}

describe('the bridge of the demo portfolio over twelve months', () => {
	const year = bridge('2025-11-20', asOfOn);

	test('opening and all movements add up to the closing ARR of the accounts, in every currency, to the cent', () => {
		const arr = crmArr();
		expect(year.currencies.length).toBeGreaterThan(8);
		for (const one of year.currencies) {
			expect(addedUp(one)).toBe(amount(one, 'closing'));
			expect([one.currency, amount(one, 'closing')]).toEqual([one.currency, arr.get(one.currency)]);
		}
		expect(year.leftOut).toEqual({ withoutAmount: 0, withoutCurrency: 0, withoutStart: 0, duplicate: 0 });
	});

	test('there is no row beside the causes, and those that matter occur', () => {
		const [dollars] = year.currencies.filter(({ currency }) => currency === 'USD');
		expect(dollars?.steps.map(({ kind }) => kind)).toEqual(
			'opening restated currency new reactivation expansion price swap contraction churn closing'.split(' '),
		);
		for (const kind of ['new', 'expansion', 'price', 'contraction', 'churn'])
			expect(amount(dollars as CurrencyBridge, kind)).not.toBe(0);
	});

	test('two half years meet: the first closes with what the second opens with', () => {
		const [first, second] = [bridge('2025-11-20', '2026-05-20'), bridge('2026-05-20', asOfOn)];
		for (const one of year.currencies) {
			const [a, b] = [first, second].map(({ currencies }) =>
				currencies.find(({ currency }) => currency === one.currency),
			) as [CurrencyBridge, CurrencyBridge];
			expect([amount(a, 'opening'), amount(a, 'closing'), amount(b, 'closing')]).toEqual([
				amount(one, 'opening'),
				amount(b, 'opening'),
				amount(one, 'closing'),
			]);
		}
	});

	test('in one currency it adds up as well, and closes within the rounding of its lines', () => {
		const inDollars = bridge('2025-11-20', asOfOn, 'USD');
		expect(inDollars.notConverted).toEqual([]);
		const [one] = inDollars.currencies as [CurrencyBridge];
		expect(inDollars.currencies).toHaveLength(1);
		expect(addedUp(one)).toBe(amount(one, 'closing'));
		expect(amount(one, 'currency')).not.toBe(0);
		let fromAccounts = 0;
		for (const [currency, amountMinor] of crmArr()) {
			const converted = convertMoney({ amountMinor, currency }, 'USD', asOfOn, rates);
			if (converted === null) throw new Error(`no rate from ${currency}`);
			fromAccounts += converted;
		}
		// Each line is rounded once, each currency here as well.
		expect(Math.abs(amount(one, 'closing') - fromAccounts)).toBeLessThanOrEqual((lines.length + 20) / 2);
	});
});

test('who left has no line after that day, also where a renewal was signed before; it was terminated as well', () => {
	const left = new Map(
		all('cs_outcomes')
			.filter(({ kind }) => kind === 'churned')
			.map(({ account_id, occurred_on }) => [account_id, String(occurred_on)]),
	);
	const terminated = all('cs_contracts').filter(({ status }) => status === 'terminated');
	expect(terminated.length).toBeGreaterThan(3);
	expect(
		terminated.some(({ account_id, starts_on }) => String(starts_on) > String(left.get(account_id))),
	).toBe(true);
	for (const line of all('cs_contract_lines')) {
		const day = left.get(line.account_id);
		if (day !== undefined) expect(String(line.ends_on) <= day).toBe(true);
	}
});
