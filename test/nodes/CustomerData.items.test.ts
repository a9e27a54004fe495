import type { IDataObject, INodeParameters } from 'n8n-workflow';

import forgetSchema from '../../nodes/CustomerData/__schema__/v1.0.0/item/forgetPerson.json';
import normaliseSchema from '../../nodes/CustomerData/__schema__/v1.0.0/item/normalise.json';
import qualitySchema from '../../nodes/CustomerData/__schema__/v1.0.0/item/checkQuality.json';
import { accounts as accountTable } from '../../shared/tables/accounts';
import { customerData, jsons, type CustomerDataInput } from '../support/customerData';

const node = (
	operation: string,
	inputs: CustomerDataInput['inputs'],
	parameters: INodeParameters = {},
	continueOnFail = false,
) =>
	customerData({
		fake: null,
		inputs,
		continueOnFail,
		parameters: { resource: 'item', operation, ...parameters },
	});
const words = (run: { readonly hints: ReadonlyArray<{ readonly message: string }> }) =>
	run.hints.map(({ message }) => message).join('\n');
const table = (columns: ReadonlyArray<{ readonly name: string }>, filled: IDataObject): IDataObject => ({
	...Object.fromEntries(columns.map(({ name }) => [name, null])),
	...filled,
});
const account = (id: string, more: IDataObject = {}): IDataObject =>
	table(accountTable.columns, {
		account_id: id,
		name: `Customer ${id}`,
		domain: `${id}.example`,
		deleted: false,
		...more,
	});

describe('Normalise', () => {
	const AIRTABLE: IDataObject[] = [
		{
			id: 'recAAAAAAAAAAAAAA',
			'Account ID': 'CUST_0001',
			Name: 'Acme',
			ARR: 12_000.5,
			Currency: 'EUR',
			Stage: 'adoption',
		},
		{
			id: 'recBBBBBBBBBBBBBB',
			'Account ID': 'CUST_0002',
			Name: 'Bolt',
			ARR: 7,
			Currency: 'EUR',
			Stage: 'dreaming',
		},
	];
	const KEY: INodeParameters = { itemPreset: 'airtable', itemObject: 'accounts', itemKeyField: 'Account ID' };

	test('items of the Airtable node become rows of cs_accounts, each linked to its item', async () => {
		const run = node('normalise', [AIRTABLE, null], KEY);
		const outputs = await run.run();
		const rows = (jsons(outputs)[0] ?? []).filter((row) => 'arr_minor' in row);
		expect(rows.map(({ account_id: id, arr_minor: arr }) => [id, arr])).toEqual([
			['CUST_0001', 1_200_050],
			['CUST_0002', 700],
		]);
		expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(normaliseSchema.properties));
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toContainEqual({ item: 1 });
	});

	test('an unknown value of a vendor is null, kept apart, and said; the row is not lost', async () => {
		const run = node('normalise', [AIRTABLE, null], KEY);
		const [rows = [], problems = []] = jsons(await run.run());
		expect(rows.find(({ account_id: id }) => id === 'CUST_0002')).toMatchObject({
			lifecycle_stage: null,
			raw: { lifecycle_stage: 'dreaming' },
		});
		expect(problems).toMatchObject([
			{ class: 'value', source: 'airtable', message: expect.stringContaining('dreaming') },
		]);
		expect(words(run)).toContain('Read 2');
		expect(words(run)).toContain('with a value that did not fit 1');
	});

	test('an unknown value in a row of our own table is an error that names the allowed ones', async () => {
		const run = node('normalise', [[account('a', { tier: 'golden' })], null], {
			itemPreset: 'dataTable',
			itemObject: 'accounts',
		});
		const [, problems = []] = jsons(await run.run());
		expect(problems).toMatchObject([
			{ message: expect.stringMatching(/golden.*community, starter, professional, enterprise/) },
		]);
	});

	test('a field can be mapped by name, and a trap is pointed out', async () => {
		const run = node(
			'normalise',
			[[{ id: '1', properties: { name: 'Acme', annualrevenue: '5000000' } }], null],
			{
				itemPreset: 'hubspot',
				itemObject: 'accounts',
				itemFields: { field: [{ field: 'arr_minor', name: 'annualrevenue' }] },
			},
		);
		await run.run();
		expect(words(run)).toMatch(/whole company earns, not what it pays/);
	});

	test('amounts in the report currency stand beside their own; what has no rate stays empty and is said', async () => {
		const rate = { id: 1, day_on: '2026-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 1.2 };
		const items = [...AIRTABLE, { id: 'recCCCCCCCCCCCCCC', 'Account ID': 'C3', ARR: 10, Currency: 'CHF' }];
		const run = node('normalise', [items, [rate]], {
			...KEY,
			itemOptions: { reportCurrency: 'usd', asOf: '2026-02-01' },
		});
		const rows = (jsons(await run.run())[0] ?? []).filter((row) => 'arr_minor' in row);
		expect(
			rows.map((row) => [row.currency, row.arr_minor, row.arr_report_minor, row.report_currency]),
		).toEqual([
			['EUR', 1_200_050, 1_440_060, 'USD'],
			['EUR', 700, 840, 'USD'],
			['CHF', 1_000, null, 'USD'],
		]);
		expect(words(run)).toContain('1 amounts in CHF have no rate to USD and were left empty.');
	});

	test('only table columns: nothing else', async () => {
		const [rows = []] = jsons(
			await node('normalise', [AIRTABLE, null], { ...KEY, itemOptions: { onlyTableColumns: true } }).run(),
		);
		expect(Object.keys(rows.find((row) => 'arr_minor' in row) ?? {})).toEqual(
			accountTable.columns.map(({ name }) => name),
		);
	});

	test('events of Google Calendar: who came, and the next meeting', async () => {
		const event = (id: string, start: string, status = 'accepted'): IDataObject => ({
			id,
			status: 'confirmed',
			summary: 'Review',
			start: { dateTime: start },
			end: { dateTime: start.replace('T10', 'T11') },
			attendees: [
				{ email: 'ada@acme.example', responseStatus: status },
				{ email: 'cara@ours.example', responseStatus: 'accepted', organizer: true },
			],
		});
		const run = node(
			'normalise',
			[
				[
					event('e1', '2026-01-10T10:00:00Z'),
					event('e2', '2026-03-10T10:00:00Z'),
					event('e3', '2026-01-11T10:00:00Z', 'declined'),
				],
				[account('a1', { domain: 'acme.example' })],
			],
			{
				itemPreset: 'googleCalendar',
				itemObject: 'interactions',
				itemOptions: { ownDomains: 'ours.example', asOf: '2026-02-01' },
			},
		);
		const rows = (jsons(await run.run())[0] ?? []).filter((row) => 'interaction_id' in row);
		expect(rows.length).toBeGreaterThanOrEqual(2);
		expect(rows[0]).toMatchObject({ account_id: 'a1', kind: 'meeting', minutes: 60, attended: true });
		expect(rows[0]?.next_meeting_at).toBe('2026-03-10T10:00:00.000Z');
	});

	test('accounts without an ID of our own get the next numbers on request, and keep them', async () => {
		const items = [
			{ id: 'recAAAAAAAAAAAAAA', Name: 'Acme' },
			AIRTABLE[1] ?? {},
			{ id: 'recCCCCCCCCCCCCCC', Name: 'Corp' },
		];
		const parameters = { ...KEY, itemOptions: { issueIds: true } };
		const run = node('normalise', [items, [account('CUST_0041')]], parameters);
		const [rows = []] = jsons(await run.run());
		const named = (list: IDataObject[]) =>
			list.filter((row) => 'arr_minor' in row).map(({ account_id: id, name }) => [id, name]);
		expect(named(rows)).toEqual([
			['CUST_0042', 'Acme'],
			['CUST_0002', 'Bolt'],
			['CUST_0043', 'Corp'],
		]);
		const aliases = rows.filter((row) => 'system' in row && row.account_id !== 'CUST_0002');
		expect(aliases).toMatchObject([
			{ system: 'airtable', external_id: 'recAAAAAAAAAAAAAA', account_id: 'CUST_0042', merged_at: null },
			{ system: 'airtable', external_id: 'recCCCCCCCCCCCCCC', account_id: 'CUST_0043', merged_at: null },
		]);
		expect(words(run)).toContain('Accounts not known before 3.');
		const again = node('normalise', [items, [account('CUST_0043'), ...aliases]], parameters);
		expect(named(jsons(await again.run())[0] ?? [])).toEqual(named(rows));
	});

	test('what the panel got wrong stops the run, or is one error item', async () => {
		const wrong = { ...KEY, itemOptions: { asOf: 'soon' } };
		await expect(node('normalise', [AIRTABLE, null], wrong).run()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('soon'),
		});
		const outputs = jsons(await node('normalise', [AIRTABLE, null], wrong, true).run());
		expect(outputs[1]).toMatchObject([
			{ error: expect.stringContaining('soon'), remedy: expect.any(String) },
		]);
	});
});

describe('Check Quality', () => {
	const rows = [
		account('a', { tier: 'starter', source_updated_at: '2026-01-01T00:00:00Z' }),
		account('b', { tier: 'golden' }),
		{ contact_id: 'c1', account_id: 'a', name: 'Ada', email: 'ada@acme.example', title: null, role: null },
		{ source: 'hubspot', object: 'accounts', watermark: '2026-01-10T00:00:00.000Z', overlap_s: 120 },
		{ nonsense: 1 },
	];

	test('one report over rows of any table, with both thresholds, and the verdict above the output', async () => {
		const run = node('checkQuality', [rows, null], { asOf: '2026-01-15T00:00:00Z' });
		const [[report = {}] = []] = jsons(await run.run());
		expect(report).toMatchObject({ rows: 3, unrecognised: 1, stale_sources: 1, sound_pass: false });
		expect(Object.keys(report)).toEqual(Object.keys(qualitySchema.properties));
		expect(Object.keys(report.details as object)).toEqual(
			Object.keys(qualitySchema.properties.details.properties),
		);
		expect(words(run)).toContain(String(report.sentence));
		expect(words(run)).toContain('hubspot accounts: last read 120 hours ago. Run its sync.');
		expect(words(run)).toContain('left out: 1');
	});

	test('rows may come as one list, on either input', async () => {
		const run = node('checkQuality', [[{ records: rows }], [account('z')]], { asOf: '2026-01-15' });
		const [[report = {}] = []] = jsons(await run.run());
		expect(report.rows).toBe(4);
	});

	test('without rows there is no score, not a score of 0', async () => {
		const [[report = {}] = []] = jsons(await node('checkQuality', [[{}], null]).run());
		expect(report).toMatchObject({ rows: 0, score: null, sound_rate: null, sound_pass: null });
	});
});

describe('Mask Personal Data', () => {
	test('rows of our tables and other items, in their order; a name is hidden in the notes of its account', async () => {
		const items: IDataObject[] = [
			{
				interaction_id: 'i1',
				account_id: 'a',
				contact_id: 'c1',
				kind: 'call',
				text: 'Ada Lovelace is leaving',
			},
			{ anything: 'write to ada@acme.example', phone: '+49 30 1234567', count: 3 },
			{
				contact_id: 'c1',
				account_id: 'a',
				name: 'Ada Lovelace',
				email: 'ada@acme.example',
				title: 'CTO',
				role: null,
			},
		];
		const before = JSON.stringify(items);
		const run = node('mask', [items, null]);
		const outputs = await run.run();
		const [masked = []] = jsons(outputs);
		expect(JSON.stringify(masked)).not.toMatch(/Lovelace|ada@acme|1234567/);
		expect(masked.map((row) => Object.keys(row))).toEqual(items.map((row) => Object.keys(row)));
		expect(masked[1]?.count).toBe(3);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(JSON.stringify(items)).toBe(before);
		expect(words(run)).toBe('Masked 3, rows of our tables 2.');
	});
});

describe('Forget Person', () => {
	const rows: IDataObject[] = [
		{
			id: 7,
			contact_id: 'hubspot:1',
			account_id: 'a',
			name: 'Ada Lovelace',
			email: 'Ada@acme.example',
			role: null,
		},
		{
			interaction_id: 'i1',
			account_id: 'a',
			contact_id: 'hubspot:1',
			kind: 'call',
			text: 'Ada Lovelace called',
		},
		{ interaction_id: 'i2', account_id: 'b', contact_id: null, kind: 'call', text: 'somebody else' },
		{ nonsense: true },
	];
	const run = (parameters: INodeParameters, continueOnFail = false) =>
		node('forgetPerson', [rows, null], parameters, continueOnFail);

	test('what to change, what to delete, and what a person must do at each vendor', async () => {
		const forget = run({ personEmail: 'ada@acme.example' });
		const [updates = [], deletes = [], steps = []] = jsons(await forget.run());
		expect(deletes).toMatchObject([{ table: 'cs_contacts', where: { contact_id: 'hubspot:1' } }]);
		expect(updates).toMatchObject([
			{ table: 'cs_interactions', where: { interaction_id: 'i1' }, row: { interaction_id: 'i1' } },
		]);
		expect(JSON.stringify(updates)).not.toMatch(/Lovelace|ada@/i);
		expect(Object.keys(updates[0] ?? {})).toEqual(Object.keys(forgetSchema.properties));
		expect(steps).toContainEqual(
			expect.objectContaining({ system: expect.stringMatching(/hubspot/i), ids: '1' }),
		);
		expect(words(forget)).toContain('were not searched: 1');
		expect(words(forget)).not.toMatch(/ada@|Lovelace/i);
	});

	test('by ID works too', async () => {
		const [, deletes = []] = jsons(await run({ personIds: 'hubspot:1, x' }).run());
		expect(deletes).toHaveLength(1);
	});

	test('nobody named: which fields to fill', async () => {
		await expect(run({}).run()).rejects.toMatchObject({
			message: expect.stringContaining('Neither'),
			description: expect.stringContaining('Fill Email or IDs'),
		});
		expect(jsons(await run({}, true).run())[2]).toMatchObject([
			{ remedy: expect.stringContaining('Nothing was searched') },
		]);
	});
});
