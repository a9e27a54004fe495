import fc from 'fast-check';

import { faultOf } from '../../../demo/portfolio/breakRecords';
import { generateAccount } from '../../../demo/portfolio/generateAccount';
import { assessDataQuality } from '../../../scoring/intake/assessDataQuality';
import type { DataQuality, QualityInput } from '../../../scoring/intake/DataQuality';
import { findDuplicates } from '../../../scoring/intake/findDuplicates';

const assess = (rows: QualityInput['rows'], sources: QualityInput['sources'] = []): DataQuality =>
	assessDataQuality({
		rows,
		sources,
		asOf: '2026-01-15T12:00:00.000Z',
		options: { origin: 'own', amounts: 'minor', currency: null },
	});
const accounts = (
	count: number,
	more: (index: number) => object = () => ({}),
): Array<Record<string, unknown>> =>
	Array.from({ length: count }, (_, index) => ({
		account_id: `CUST_${index}`,
		name: `Company ${index}`,
		csm_id: 'p',
		arr_minor: 1,
		currency: 'EUR',
		renewal_on: '2026-06-30',
		lifecycle_stage: 'growth',
		...more(index),
	}));

test('without rows nothing is known: no score, no verdict', () => {
	for (const rows of [{}, { accounts: [] }]) {
		const report = assess(rows, [{ source: 'hubspot', object: 'accounts', readAt: null, limitHours: 36 }]);
		expect(report).toMatchObject({ rows: 0, score: null });
		expect(report.sentence).toBe('There are no rows, so nothing can be said about the data.');
		expect(report.thresholds.map(({ pass }) => pass)).toEqual([null, null]);
	}
});

test('perfect data scores 100 and passes', () => {
	const report = assess({ accounts: accounts(50) }, [
		{ source: 'hubspot', object: 'accounts', readAt: '2026-01-15T00:00:00Z', limitHours: 36 },
	]);
	expect(report.score).toBeCloseTo(100, 9);
	expect(report.thresholds.map(({ pass }) => pass)).toEqual([true, true]);
	expect(report.sentence).toBe('The data of 50 records scores 100 of 100; both thresholds are met.');
});

test('98 % is required to be exceeded, 0.1 % to be undercut', () => {
	const bad = (count: number): DataQuality =>
		assess({ accounts: accounts(100, (index) => (index < count ? { seats: -1 } : {})) });
	expect(bad(1).thresholds[0]).toMatchObject({ id: 'quality', value: 0.99, pass: true });
	expect(bad(2).thresholds[0]).toMatchObject({ value: 0.98, pass: false });
	const failing = (of: number): DataQuality =>
		assess({ accounts: accounts(of, (index) => (index === 0 ? { account_id: '' } : {})) });
	expect(failing(1000).thresholds[1]).toMatchObject({ id: 'failure', value: 0.001, pass: false });
	expect(failing(1001).thresholds[1]).toMatchObject({ pass: true });
	expect(bad(2).sentence).toContain('the threshold quality is missed');
});

test('per field: coverage, invalid values with examples that show nobody’s data', () => {
	const rows = accounts(4, (index) =>
		index === 1 ? { seats: 'many', domain: 'ada@acme' } : { seats: index === 2 ? '' : 5 },
	);
	const [object] = assess({ accounts: rows }).objects;
	const field = (name: string): unknown => object?.fields.find((one) => one.field === name);
	expect(field('seats')).toMatchObject({
		filled: 3,
		coverage: 0.75,
		invalid: 1,
		examples: [{ key: 'CUST_1', value: '"many"', reason: 'not-a-number' }],
	});
	expect(field('domain')).toMatchObject({ invalid: 1, examples: [{ value: 'a text of 8 characters' }] });
	const contacts = assess({ contacts: [{ contact_id: 'c', email: 'Ada Lovelace, somewhere' }] });
	expect(JSON.stringify(contacts)).not.toContain('Lovelace');
});

test('orphans, duplicates and stale sources cost points and are named', () => {
	const report = assess(
		{
			accounts: [...accounts(3), { ...accounts(1)[0], name: 'Copy' }],
			tickets: [
				{ ticket_id: 1, account_id: 'CUST_0' },
				{ ticket_id: 2, account_id: 'gone' },
				{ ticket_id: 3 },
			],
		},
		[
			{ source: 'hubspot', object: 'accounts', readAt: '2026-01-13T00:00:00Z', limitHours: 36 },
			{ source: 'stripe', object: 'invoices', readAt: null, limitHours: 36 },
			{ source: 'airtable', object: 'usage', readAt: '2026-01-15T00:00:00Z', limitHours: 36 },
		],
	);
	const [first, tickets] = report.objects;
	expect(first).toMatchObject({
		duplicateRows: 1,
		duplicates: [{ by: 'key', value: 'CUST_0', keys: ['CUST_0', 'CUST_0'] }],
		orphans: null,
	});
	expect(tickets).toMatchObject({ orphans: 2, orphanKeys: ['2', '3'] });
	expect(report.sources.map(({ stale, ageHours }) => [stale, ageHours])).toEqual([
		[true, 60],
		[true, null],
		[false, 12],
	]);
	expect(report.parts.find(({ id }) => id === 'freshness')?.reason).toBe(
		'hubspot accounts, stripe invoices are stale',
	);
	expect(report.parts.find(({ id }) => id === 'uniqueness')?.value).toBeCloseTo(6 / 7, 9);
});

test('a row in several groups counts once', () => {
	const [one, two, three] = accounts(3, (index) => ({ account_id: index === 2 ? 'b' : 'a', name: 'Same' }));
	const [report] = assess({ accounts: [one, two, three] as Array<Record<string, unknown>> }).objects;
	expect(report?.duplicateRows).toBe(2);
});

test('duplicates across ids: domain, name and email; families and free mail do not count', () => {
	const groups = findDuplicates('accounts', [
		{ account_id: 'a', name: 'Acme Inc.', domain: 'acme.com' },
		{ account_id: 'b', name: 'ACME', domain: 'www.acme.com' },
		{ account_id: 'c', name: 'Gamma', domain: 'gmail.com' },
		{ account_id: 'd', name: 'Delta', domain: 'gmail.com' },
		{ account_id: 'p', name: 'Holding', domain: 'h.com' },
		{ account_id: 'q', name: 'Holding West', domain: 'h.com', parent_id: 'p' },
		{ account_id: 'x', name: 'Old', domain: 'old.com' },
		{ account_id: 'y', name: 'Old', domain: 'old.com', deleted: true },
	]);
	expect(groups.map(({ by, keys }) => [by, keys])).toEqual([
		['domain', ['a', 'b']],
		['name', ['a', 'b']],
	]);
	const contacts = findDuplicates('contacts', [
		{ contact_id: 1, email: 'Ada@acme.com' },
		{ contact_id: 2, email: 'ada@acme.com' },
	]);
	expect(contacts).toMatchObject([{ by: 'email', keys: ['1', '2'] }]);
	expect(contacts[0]?.value).toMatch(/^[a-z]{8}@masked$/);
});

test('contributions add up to the score, weights to 1, every share lies from 0 to 1', () => {
	const value = fc.oneof(fc.jsonValue(), fc.constantFrom('CUST_0001', 'a', '2026-01-01', 'EUR', 'growth'));
	const row = fc.record(
		{
			account_id: value,
			name: value,
			domain: value,
			email: value,
			ticket_id: value,
			status: value,
			contact_id: value,
		},
		{ requiredKeys: [] },
	);
	const rows = fc.record(
		{ accounts: fc.array(row), tickets: fc.array(row), contacts: fc.array(row) },
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(rows, (some) => {
			const report = assess(some as QualityInput['rows']);
			if (report.score === null) return;
			const sum = report.parts.reduce((total, { contribution }) => total + contribution, 0);
			expect(Math.abs(sum - report.score)).toBeLessThanOrEqual(1e-9);
			expect(report.parts.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 9);
			for (const { value: share } of report.parts) {
				if (share === null) continue;
				expect(share).toBeGreaterThanOrEqual(0);
				expect(share).toBeLessThanOrEqual(1);
			}
		}),
		{ numRuns: 200 },
	);
});

test('the demo portfolio is good and not perfect', () => {
	const faulty = Array.from({ length: 1248 }, (_, index) => index).filter(
		(index) => faultOf(42, index) === 'negative_seats',
	);
	const indexes = [...Array.from({ length: 50 }, (_, index) => index), ...faulty];
	const all = indexes.map((index) => generateAccount(42, index, { asOfOn: '2026-11-20' }).rows);
	const report = assess({
		accounts: all.flatMap(({ cs_accounts: list }) => list),
		contacts: all.flatMap(({ cs_contacts: list }) => list),
		tickets: all.flatMap(({ cs_tickets: list }) => list),
	});
	expect(report.score).toBeGreaterThan(90);
	expect(report.score).toBeLessThan(100);
	expect(report.objects[0]?.fields.find(({ field }) => field === 'seats')?.invalid).toBe(faulty.length);
	expect(faulty).toHaveLength(1);
});
