import fc from 'fast-check';

import { nextAccountId } from '../../../scoring/intake/nextAccountId';
import { readAliases, type AliasRow } from '../../../scoring/intake/readAliases';
import { recogniseId } from '../../../scoring/intake/recogniseId';
import { salesforceId } from '../../../scoring/intake/salesforceId';

test.each([
	['CUST_0001', 'customer-number'],
	['CUST-001', 'customer-number'],
	['3F2504E0-4F89-41D3-9A0C-0305E82C3301', 'uuid'],
	['001D000000IqhSL', 'salesforce'],
	['001D000000IqhSLIAZ', 'salesforce'],
	['001D000000IqhSLAAA', 'opaque'],
	['recAbCdEfGhIjKlMn', 'airtable'],
	['cus_NffrFeUfNV2Hib', 'stripe'],
	['512', 'number'],
	['hubspot:512', 'prefixed'],
	['Acme Corporation', 'opaque'],
	['internationalis', 'opaque'],
])('%s is a %s', (id, kind) => {
	expect(recogniseId(id).kind).toBe(kind);
});

test('two spellings of one id are one, two customer numbers are two', () => {
	expect(recogniseId('salesforce:001D000000IqhSL').canonical).toBe('salesforce:001D000000IqhSLIAZ');
	expect(recogniseId('3F2504E0-4F89-41D3-9A0C-0305E82C3301').canonical).toBe(
		'3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	);
	expect(recogniseId('CUST_0001').canonical).not.toBe(recogniseId('CUST-001').canonical);
	expect(salesforceId('001d000000iqhsl')).not.toBe(salesforceId('001D000000IqhSL'));
});

test('recognising a recognised id changes nothing', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.uuid(), fc.stringMatching(/^001[A-Za-z0-9]{12}$/)), (id) => {
			const { canonical, kind } = recogniseId(id);
			expect(recogniseId(canonical)).toMatchObject({ canonical, kind });
		}),
	);
});

test('a new id is after all that exist and never one of them', () => {
	expect(nextAccountId(['CUST_9999', 'cust-0001'])).toBe('CUST_10000');
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					fc.string(),
					fc.nat().map((number) => `CUST_${number}`),
					fc.nat(999).map((number) => `CUST-${number}`),
				),
			),
			(ids) => {
				const next = nextAccountId(ids);
				expect(ids).not.toContain(next);
				expect(next).toMatch(/^CUST_\d{4,}$/);
				expect(nextAccountId([...ids].reverse())).toBe(next);
			},
		),
	);
});

const own = (from: string, to: string, mergedAt: string | null = null): AliasRow => ({
	system: 'own',
	external_id: from,
	account_id: to,
	merged_at: mergedAt,
});

describe('aliases', () => {
	test('CUST_0001 and CUST-001 are two accounts unless a row says otherwise', () => {
		expect(readAliases([]).survivorOf('CUST-001')).toBe('CUST-001');
		expect(readAliases([own('CUST-001', 'CUST_0001')]).survivorOf('CUST-001')).toBe('CUST_0001');
	});

	test('chains of merges end at the survivor, from any system', () => {
		const aliases = readAliases([
			own('a', 'b'),
			own('b', 'c'),
			{ system: 'Salesforce', external_id: '001D000000IqhSL', account_id: 'a', merged_at: null },
		]);
		expect(aliases.accountOf('salesforce', '001D000000IqhSLIAZ')).toBe('c');
		expect(aliases.accountOf('hubspot', '001D000000IqhSLIAZ')).toBeNull();
		expect(aliases.issues).toEqual([]);
	});

	test('of two rows for one record the one merged last counts, and it is told', () => {
		const rows = [own('a', 'x', '2026-02-01T00:00:00.000Z'), own('a', 'y', '2026-01-01T00:00:00.000Z')];
		expect(readAliases(rows).survivorOf('a')).toBe('x');
		expect(readAliases(rows).issues).toMatchObject([{ code: 'alias-double', severity: 'warning' }]);
	});

	test('a circle keeps its accounts apart, ends, and is told once', () => {
		const aliases = readAliases([own('a', 'b'), own('b', 'c'), own('c', 'a'), own('d', 'a')]);
		expect(['a', 'b', 'c', 'd'].map(aliases.survivorOf)).toEqual(['a', 'b', 'c', 'a']);
		expect(aliases.issues).toMatchObject([{ code: 'alias-circle', severity: 'error' }]);
		expect(aliases.issues[0]?.message).toContain('a, b, c');
		expect(readAliases([own('a', 'a')]).survivorOf('a')).toBe('a');
	});

	test('whatever the merges, a survivor survives', () => {
		const letter = fc.constantFrom(...'abcdef');
		fc.assert(
			fc.property(fc.array(fc.tuple(letter, letter)), letter, (pairs, start) => {
				const aliases = readAliases(pairs.map(([from, to]) => own(from, to)));
				const survivor = aliases.survivorOf(start);
				expect(aliases.survivorOf(survivor)).toBe(survivor);
			}),
			{ numRuns: 1000 },
		);
	});
});
