import fc from 'fast-check';

import { generateAccount } from '../../../demo/portfolio/generateAccount';
import { MODEL } from '../../../scoring/core/model';
import { classifyFields } from '../../../scoring/intake/classifyFields';
import { findPersonalData } from '../../../scoring/intake/findPersonalData';
import { maskRecord } from '../../../scoring/intake/maskRecord';
import { maskRow } from '../../../scoring/intake/maskRow';
import { maskRows } from '../../../scoring/intake/maskRows';
import { maskText } from '../../../scoring/intake/maskText';
import { maskValue } from '../../../scoring/intake/maskValue';

const found = (text: string): string[] =>
	findPersonalData(text).map(({ kind, text: value }) => `${kind} ${value}`);

test.each([
	['write to ada.lovelace+x@mail.acme.co.uk, now', ['email ada.lovelace+x@mail.acme.co.uk']],
	['<ada@acme.com>;bob@acme.com', ['email ada@acme.com', 'email bob@acme.com']],
	['+49 (0)30 1234567', ['phone +49 (0)30 1234567']],
	['Tel. 030/1234567 or (415) 555-2671', ['phone 030/1234567', 'phone (415) 555-2671']],
	['415-555-2671', ['phone 415-555-2671']],
	['from 192.168.0.17 and 2001:db8::1', ['ip 192.168.0.17', 'ip 2001:db8::1']],
	['IBAN DE89 3704 0044 0532 0130 00.', ['iban DE89 3704 0044 0532 0130 00']],
	['card 4242 4242 4242 4242', ['card 4242 4242 4242 4242']],
] as ReadonlyArray<[string, string[]]>)('%s', (text, expected) => {
	expect(found(text)).toEqual(expected);
});

test.each([
	'2026-01-15T10:00:00.000Z',
	'2026-01-15 to 2026-02-15',
	'1,234,567.00 EUR',
	'CUST_0001 hubspot:151234567890',
	'4242 4242 4242 4241',
	'version 2.41.1',
	'10:30:00',
	'@channel see #42',
	'001D000000IqhSLIAZ recAbCdEfGhIjKlMn',
	'',
])('%s holds no personal data', (text) => {
	expect(found(text)).toEqual([]);
});

test('what stands behind a stand-in does not make a new address of it', () => {
	expect(found(maskText('ada@acme.com-.org'))).toEqual([]);
});

test('a wrong checksum is no bank account', () => {
	const kinds = findPersonalData('DE88 3704 0044 0532 0130 00').map(({ kind }) => kind);
	expect(kinds).not.toContain('iban');
});

const phone = fc
	.tuple(fc.constantFrom('+49 ', '+1 ', '0044 '), fc.integer({ min: 201_000_000, max: 999_999_999 }))
	.map(([code, number]) => code + String(number).replace(/(...)(...)/, '$1 $2 '));
const personal = fc.oneof(fc.emailAddress({ size: 'small' }), phone, fc.ipV4());
const words = fc.constantFrom(' ', ' called ', '; ', '\n', ' (', ') ', '. ', ', then ');
const texts = fc.array(fc.tuple(fc.oneof(fc.lorem(), fc.string()), words, personal, words), { maxLength: 4 });

test('nothing that is found survives masking, and masking twice changes nothing', () => {
	fc.assert(
		fc.property(texts, (parts) => {
			const text = parts.flat().join('');
			const masked = maskText(text);
			expect(found(masked)).toEqual([]);
			for (const { text: value } of findPersonalData(text)) expect(masked).not.toContain(value);
			expect(maskText(masked)).toBe(masked);
		}),
		{ numRuns: 500 },
	);
});

test('an address between blanks is found, whoever wrote it', () => {
	const plain = fc.emailAddress().filter((email) => /^[\w.+-]+@/.test(email));
	fc.assert(
		fc.property(plain, (email) => {
			expect(found(`to ${email} now`)).toEqual([`email ${email}`]);
		}),
	);
});

test('equal values have equal stand-ins, different ones different', () => {
	expect(maskValue('Ada@Acme.com', 'email')).toBe(maskValue('ada@acme.com ', 'email'));
	const many = Array.from({ length: 10_000 }, (_, index) => maskValue(`person${index}@acme.com`, 'email'));
	expect(new Set(many).size).toBe(many.length);
});

describe('rows', () => {
	test('names, addresses and what stands in texts and JSON go; companies, ids, amounts and days stay', () => {
		const account = {
			account_id: 'CUST_0001',
			name: 'Acme',
			arr_minor: 5,
			started_on: '2026-01-01',
			custom_json: '{"note":"ask ada@acme.com","phone":4915112345678}',
		};
		const masked = maskRow('accounts', account);
		expect(masked).toMatchObject({
			account_id: 'CUST_0001',
			name: 'Acme',
			arr_minor: 5,
			started_on: '2026-01-01',
		});
		expect(String(masked.custom_json)).not.toMatch(/ada|49151/);
		const contact = maskRow('contacts', {
			contact_id: 'c',
			email: 'ada(at)x@y',
			name: 'Ada',
			mobile: '0151 1234',
			extra: { email: 'a@b.de' },
		});
		expect(JSON.stringify(contact)).not.toMatch(/ada|0151|a@b/i);
		expect(maskRow('contacts', contact)).toEqual(contact);
	});

	test('raw records of vendors, keys included; the input is not changed', () => {
		const record = {
			id: 5,
			properties: { FirstName: 'Ada', 'Mobile Phone': '0151 1', list: ['x ada@acme.com'] },
			'ada@acme.com': 3,
		};
		const before = JSON.stringify(record);
		expect(JSON.stringify(maskRecord(record))).not.toMatch(/ada|0151/i);
		expect(JSON.stringify(record)).toBe(before);
		const hostile = maskRecord(JSON.parse('{"__proto__":{"x":1}}')) as object;
		expect(Object.getPrototypeOf(hostile)).toBe(Object.prototype);
		expect(Object.keys(hostile)).toEqual(['__proto__']);
	});

	test('names of an account’s people are hidden in its notes, a namesake of another account is not', () => {
		const rows = maskRows({
			contacts: [{ account_id: 'a', name: 'Ada Lovelace' }],
			people: [{ person_id: 'p', name: 'Eve Stone' }],
			interactions: [
				{ account_id: 'a', text: 'ada  lovelace left, says Eve Stone' },
				{ account_id: 'b', text: 'Ada Lovelace signed' },
			],
		});
		const stand = maskValue('Ada Lovelace', 'name');
		expect(rows.contacts?.[0]?.name).toBe(stand);
		expect(rows.interactions?.map(({ text }) => text)).toEqual([
			`${stand} left, says ${maskValue('Eve Stone', 'name')}`,
			'Ada Lovelace signed',
		]);
	});

	test('the demo keeps no address and no name, and its rows still join', () => {
		const { rows } = generateAccount(42, 3, { asOfOn: '2026-11-20' });
		const masked = maskRows({
			contacts: rows.cs_contacts,
			interactions: rows.cs_interactions,
			surveyAnswers: rows.cs_survey_answers,
		});
		const text = JSON.stringify(masked);
		expect(found(text)).toEqual([]);
		for (const contact of rows.cs_contacts) {
			expect(text).not.toContain(JSON.stringify(contact.name));
			if (contact.email !== null) expect(text).not.toContain(String(contact.email));
		}
		expect(masked.contacts?.map(({ contact_id: id }) => id)).toEqual(
			rows.cs_contacts.map(({ contact_id: id }) => id),
		);
	});
});

test('a field is as sensitive as what stands in it', () => {
	const classes = classifyFields('tickets', [{ category: 'billing' }, { category: 'call +49 30 1234567' }]);
	const of = (name: string): unknown => classes.find(({ field }) => field === name);
	expect(of('category')).toEqual({
		field: 'category',
		declared: 'internal',
		sensitivity: 'restricted',
		found: { phone: 1 },
	});
	expect(of('status')).toMatchObject({ sensitivity: 'internal', found: {} });
	expect(classifyFields('contacts', [{ name: 'Ada' }]).find(({ field }) => field === 'name')?.found).toEqual({
		name: 1,
	});
	expect(classifyFields('accounts', []).map(({ sensitivity }) => sensitivity)).toEqual(
		MODEL.accounts.fields.map(({ sensitivity }) => sensitivity),
	);
});
