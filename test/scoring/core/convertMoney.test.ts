import { convertMoney, type RateRow } from '../../../scoring/core/convertMoney';

const rate = (day_on: string, from_currency: string, to_currency: string, value: number): RateRow => ({
	day_on,
	from_currency,
	to_currency,
	rate: value,
});
const RATES = [
	rate('2024-01-01', 'EUR', 'USD', 1.1),
	rate('2024-02-01', 'EUR', 'USD', 1.2),
	rate('2024-01-01', 'USD', 'JPY', 150),
	rate('2024-01-01', 'KWD', 'USD', 3.25),
	rate('2024-01-01', 'USD', 'GBP', 0),
];
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

test('the latest rate of or before the day counts, whatever the order of the rows', () => {
	expect(convertMoney(eur(1000), 'USD', '2024-01-31', RATES)).toBe(1100);
	expect(convertMoney(eur(1000), 'USD', '2024-02-01', RATES)).toBe(1200);
	expect(convertMoney(eur(1000), 'USD', '2024-02-01', [...RATES].reverse())).toBe(1200);
});

test('minor units follow ISO 4217', () => {
	expect(convertMoney({ amountMinor: 1050, currency: 'USD' }, 'JPY', '2024-01-15', RATES)).toBe(1575);
	expect(convertMoney({ amountMinor: 1000, currency: 'KWD' }, 'USD', '2024-01-15', RATES)).toBe(325);
});

test('a rate of the other direction is inverted, and the result is rounded once', () => {
	expect(convertMoney({ amountMinor: 1575, currency: 'JPY' }, 'USD', '2024-01-15', RATES)).toBe(1050);
	expect(convertMoney({ amountMinor: 100, currency: 'USD' }, 'EUR', '2024-01-15', RATES)).toBe(91);
});

test('without a usable rate there is no amount', () => {
	expect(convertMoney(eur(1000), 'USD', '2023-12-31', RATES)).toBeNull();
	expect(convertMoney(eur(1000), 'JPY', '2024-01-15', RATES)).toBeNull();
	expect(convertMoney({ amountMinor: 100, currency: 'USD' }, 'GBP', '2024-01-15', RATES)).toBeNull();
});

test('the same currency needs no rate', () => {
	expect(convertMoney(eur(1234), 'EUR', '2024-01-15', [])).toBe(1234);
});
