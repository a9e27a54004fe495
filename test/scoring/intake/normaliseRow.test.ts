import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { normaliseRow } from '../../../scoring/intake/normaliseRow';
import type { NormalisedRow, NormaliseOptions } from '../../../scoring/intake/NormalisedRow';

const VENDOR: NormaliseOptions = { origin: 'vendor', amounts: 'major', currency: null };
const OWN: NormaliseOptions = { origin: 'own', amounts: 'minor', currency: null };

const account = (values: Record<string, unknown>, options: Partial<NormaliseOptions> = {}): NormalisedRow =>
	normaliseRow('accounts', { account_id: 'CUST_0001', ...values }, { ...VENDOR, ...options });
const codes = (result: NormalisedRow): string[] => result.issues.map(({ code }) => code);

test('every field of the model stands in the row, null when absent, never 0 or false', () => {
	const { row, issues, usable } = account({});
	expect(Object.keys(row)).toContain('custom_json');
	expect(Object.values(row).filter((value) => value !== null)).toEqual(['CUST_0001']);
	expect([issues, usable]).toEqual([[], true]);
	expect(account({ seats: '', arr_minor: '  ', deleted: '', started_on: '', tier: '' }).row).toEqual(row);
});

test('values of fields the model does not have are left alone', () => {
	const { row, issues } = account({ Colour: 'red', id: 7 });
	expect(row).not.toHaveProperty('Colour');
	expect(issues).toEqual([]);
});

describe('enumerations', () => {
	test('from a vendor an unknown value is null, kept raw and reported; from us it is an error', () => {
		const vendor = account({ tier: 'Platinum' });
		expect(vendor.row.tier).toBeNull();
		expect(vendor.raw).toEqual({ tier: 'Platinum' });
		expect(vendor.issues[0]).toMatchObject({
			code: 'enum-value',
			severity: 'warning',
			path: 'accounts.tier',
		});
		const own = account({ tier: 'Platinum' }, OWN);
		expect(own.issues[0]?.severity).toBe('error');
		expect(own.issues[0]?.remedy).toContain('community, starter, professional, enterprise');
	});

	test('case and blanks fold; synonyms are a vendor matter', () => {
		const status = (value: string, options: NormaliseOptions): unknown =>
			normaliseRow('tickets', { ticket_id: 1, status: value }, options).row.status;
		expect(status('Closed', OWN)).toBe('closed');
		expect(status('Waiting on contact', VENDOR)).toBe('pending');
		expect(status('Waiting on contact', OWN)).toBeNull();
	});
});

describe('money', () => {
	test.each([
		['1,234.50', 'USD', 123_450],
		['1.234,50', 'EUR', 123_450],
		['1 234,50', 'EUR', 123_450],
		["1'234.50", 'CHF', 123_450],
		['(1,234.50)', 'USD', -123_450],
		['€ 99', 'EUR', 9_900],
		['99 €', 'EUR', 9_900],
		['USD 1,200', 'USD', 120_000],
		['$1,200', 'CAD', 120_000],
		['-$5', 'USD', -500],
		['($5.50)', 'USD', -550],
		['$-5', 'USD', -500],
		[1.005, 'USD', 101],
		[1200, 'JPY', 1200],
		['1.5', 'KWD', 1500],
		['1.234', 'KWD', 1234],
		[1e21, 'USD', null],
		['12k', 'USD', null],
		['45 %', 'USD', null],
		[true, 'USD', null],
	])('%p in major units of %s is %p', (value, currency, minor) => {
		const result = account({ arr_minor: value, currency });
		expect(result.row.arr_minor).toBe(minor);
		expect(codes(result)).toHaveLength(minor === null ? 1 : 0);
		if (minor === null) expect(result.raw.arr_minor).toBe(value);
	});

	test('an amount in a currency that is not the row’s, or in none, is never taken', () => {
		expect(codes(account({ arr_minor: '€ 99', currency: 'USD' }))).toEqual(['currency-mismatch']);
		expect(codes(account({ arr_minor: '$ 99' }))).toEqual(['currency-mismatch']);
		expect(codes(account({ arr_minor: 99 }))).toEqual(['currency-missing']);
		const unknown = account({ arr_minor: 99, currency: 'BTC' }, { currency: 'USD' });
		expect(codes(unknown)).toEqual(['currency-unknown', 'currency-missing']);
		expect(unknown.row).toMatchObject({ arr_minor: null, currency: null });
		expect(unknown.raw).toEqual({ arr_minor: 99, currency: 'BTC' });
	});

	test('the currency of the options serves rows that name none, and stands in the row', () => {
		expect(account({ arr_minor: 99 }, { currency: 'EUR' }).row).toMatchObject({
			arr_minor: 9900,
			currency: 'EUR',
		});
		expect(account({}, { currency: 'EUR' }).row.currency).toBeNull();
	});

	test('minor units stay; a fraction is rounded and told; without currency they are told', () => {
		expect(account({ arr_minor: 123, currency: 'usd' }, OWN)).toMatchObject({
			issues: [],
			row: { arr_minor: 123 },
		});
		expect(codes(account({ arr_minor: '0.5', currency: 'usd' }, OWN))).toEqual(['amount-not-whole']);
		const bare = account({ arr_minor: 5 }, OWN);
		expect([bare.row.arr_minor, codes(bare), bare.issues[0]?.severity]).toEqual([
			5,
			['currency-missing'],
			'warning',
		]);
	});

	test('a dot before three digits is a decimal point, and told', () => {
		const result = account({ arr_minor: '1.234', currency: 'EUR' });
		expect([result.row.arr_minor, codes(result), result.raw]).toEqual([123, ['amount-ambiguous'], {}]);
	});
});

describe('days and instants', () => {
	test.each([
		['2026-01-31', '2026-01-31'],
		['2026-01-31T23:30:00-02:00', '2026-02-01'],
		['2026-01-31T10:00:00.000+0000', '2026-01-31'],
		['2026-01-31 10:00:00', '2026-01-31'],
		[1_769_850_000_000, '2026-01-31'],
		['1769850000000', '2026-01-31'],
		[1_769_850_000, '2026-01-31'],
		[new Date(Date.UTC(2026, 0, 31)), '2026-01-31'],
		['31.01.2026', '2026-01-31'],
		['1/31/2026', '2026-01-31'],
		['31/1/2026', '2026-01-31'],
		['2026/1/31', '2026-01-31'],
		['Jan 31, 2026', '2026-01-31'],
		['31 January 2026', '2026-01-31'],
	])('%p is the day %p', (value, day) => {
		const result = account({ renewal_on: value });
		expect([result.row.renewal_on, result.issues]).toEqual([day, []]);
	});

	test.each([
		['2026-02-30', 'date-impossible'],
		['2026-01-31T25:00:00Z', 'date-impossible'],
		['03/04/2026', 'date-ambiguous'],
		['soon', 'date-unreadable'],
		['31 Foo 2026', 'date-unreadable'],
		[45_000, 'date-unreadable'],
		[true, 'date-unreadable'],
		[{ y: 2026 }, 'wrong-type'],
		[8.65e15, 'date-impossible'],
	])('%p is reported as %s and kept raw', (value, code) => {
		const result = account({ renewal_on: value, created_at: value });
		expect(codes(result)).toEqual([code, code]);
		expect(result.row).toMatchObject({ renewal_on: null, created_at: null });
		expect(result.raw.renewal_on).toBe(typeof value === 'object' ? '{"y":2026}' : value);
	});

	test('an instant is UTC with milliseconds; an n8n date object is read', () => {
		const luxon = { toISO: () => '2026-01-31T10:00:00.000+02:00' };
		expect(account({ created_at: luxon }).row.created_at).toBe('2026-01-31T08:00:00.000Z');
		expect(account({ created_at: '2026-01-31' }).row.created_at).toBe('2026-01-31T00:00:00.000Z');
	});
});

describe('numbers, booleans, countries, addresses', () => {
	test('counts are whole and not negative, rates lie from 0 to 1', () => {
		expect(codes(account({ seats: -5 }))).toEqual(['negative']);
		expect(codes(account({ seats: 2.5 }))).toEqual(['not-whole']);
		expect(codes(account({ seats: 'many' }))).toEqual(['not-a-number']);
		expect(account({ seats: '1,200.0' }).row.seats).toBe(1200);
		const share = (value: unknown): NormalisedRow =>
			normaliseRow(
				'usage',
				{ account_id: 1, period: 'week', starts_on: '2026-01-05', advanced_share: value },
				VENDOR,
			);
		expect(share('45%').row.advanced_share).toBe(0.45);
		expect(share('0,45').row.advanced_share).toBe(0.45);
		expect(codes(share(45))).toEqual(['rate-range']);
		expect(share(45).raw).toEqual({ advanced_share: 45 });
	});

	test('yes and no in any form; anything else is reported', () => {
		expect(account({ deleted: 'Yes' }).row.deleted).toBe(true);
		expect(account({ deleted: 0 }).row.deleted).toBe(false);
		expect(codes(account({ deleted: 'maybe' }))).toEqual(['not-a-boolean']);
	});

	test('countries by name or code, unknown ones reported', () => {
		const country = (value: unknown): unknown => account({ country: value }).row.country;
		expect([country('United States'), country('gbr'), country('Österreich'), country('de')]).toEqual([
			'US',
			'GB',
			'AT',
			'DE',
		]);
		expect(codes(account({ country: 'Atlantis' }))).toEqual(['country-unknown']);
	});

	test('an email that is none is null, kept raw, a warning from any side, and not shown in the message', () => {
		const contact = (email: unknown): NormalisedRow =>
			normaliseRow('contacts', { contact_id: 'c', email }, OWN);
		expect(contact('Ada Lovelace <Ada@Acme.com>').row.email).toBe('ada@acme.com');
		for (const wrong of [
			'ada(at)acme.com',
			'ada@acme',
			'a b@acme.com',
			'ada..b@acme.com',
			'@acme.com',
			`${'a'.repeat(300)}@x.com`,
		]) {
			const result = contact(wrong);
			expect([result.row.email, result.raw.email, codes(result)]).toEqual([null, wrong, ['not-an-email']]);
			expect(result.issues[0]?.severity).toBe('warning');
			expect(JSON.stringify(result.issues)).not.toContain(wrong);
		}
	});

	test('a web address becomes its domain', () => {
		expect(account({ domain: 'https://www.Acme.com/en' }).row.domain).toBe('acme.com');
		expect(codes(account({ domain: 'n/a' }))).toEqual(['not-a-domain']);
	});
});

describe('text, JSON, types', () => {
	test('lists and objects where one value belongs are reported, not stringified into the row', () => {
		const result = account({
			name: { first: 'A' },
			plan: ['x'],
			seats: [5],
			deleted: {},
			country: [],
			currency: {},
		});
		expect(new Set(codes(result))).toEqual(new Set(['wrong-type']));
		expect(result.row).toMatchObject({ name: null, plan: null, seats: null, deleted: null });
		expect(result.raw).toMatchObject({ name: '{"first":"A"}', plan: '["x"]' });
	});

	test('a text of 100 kB is kept and reported', () => {
		const long = 'x'.repeat(100_000);
		const result = account({ name: long });
		expect([result.row.name, codes(result), result.raw]).toEqual([long, ['text-long'], {}]);
		expect(result.issues[0]?.message.length).toBeLessThan(300);
	});

	test('quotes, backslashes and formulas are text', () => {
		for (const name of ["O'Brien \\ Sons", '=HYPERLINK("http://x")', '"; DROP TABLE x --']) {
			expect(account({ name, account_id: name }).row).toMatchObject({ name, account_id: name });
		}
	});

	test('characters that databases refuse are taken out', () => {
		expect(account({ name: 'A\u0000b\uD800c' }).row.name).toBe('Ab\uFFFDc');
	});

	test('broken JSON is reported; keys that reach for a prototype never get through', () => {
		expect(codes(account({ custom_json: '{"a":' }))).toEqual(['not-json']);
		expect(codes(account({ custom_json: '"text"' }))).toEqual(['wrong-type']);
		const evil = JSON.parse('{"__proto__":{"admin":true},"ok":{"constructor":1,"b":2}}') as object;
		const result = account({ custom_json: evil });
		expect([result.row.custom_json, codes(result)]).toEqual(['{"ok":{"b":2}}', ['unsafe-keys']]);
		const polluted = JSON.parse('{"account_id":"a","__proto__":{"name":"x"}}') as Record<string, unknown>;
		const { row } = normaliseRow('accounts', polluted, VENDOR);
		expect(row.name).toBeNull();
		expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
	});

	test('an id keeps its form; one that lost digits is reported', () => {
		expect(account({ parent_id: 'CUST-001' }).row.parent_id).toBe('CUST-001');
		expect(account({ parent_id: 512 }).row.parent_id).toBe('512');
		expect(codes(account({ parent_id: 2 ** 60 }))).toEqual(['id-imprecise']);
	});
});

test.each([
	['accounts', {}, 'account_id'],
	['usage', { account_id: 'a', period: 'week' }, 'starts_on'],
	['invoices', { invoice_id: 'i' }, 'account_id'],
] as ReadonlyArray<[CanonicalObject, Record<string, unknown>, string]>)(
	'%s without a required field is unusable and says which',
	(object, values, field) => {
		const result = normaliseRow(object, values, VENDOR);
		expect(result.usable).toBe(false);
		expect(result.issues).toMatchObject([
			{ code: 'required-missing', path: `${object}.${field}`, severity: 'error' },
		]);
	},
);
