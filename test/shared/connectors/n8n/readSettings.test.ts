import { credentialTypeOf } from '../../../../shared/connectors/n8n/credentialTypeOf';
import { pacerKey } from '../../../../shared/connectors/n8n/pacerKey';
import { nodeClock } from '../../../../shared/connectors/n8n/nodeClock';
import { readSettings } from '../../../../shared/connectors/n8n/readSettings';

const read = (parameters: Readonly<Record<string, unknown>>) =>
	readSettings((name, fallback) => parameters[name] ?? fallback);

test('nothing chosen: every default is the source’s own', () => {
	expect(read({})).toEqual({
		baseId: '',
		tables: { accounts: '' },
		fields: {},
		keyField: '',
		results: {},
		currency: null,
		options: {},
	});
});

test('mappings keep ids, a field that is not wanted is empty, half-filled rows do not count', () => {
	const settings = read({
		fields: {
			accounts: [
				{ field: 'plan', vendorField: 'fld1' },
				{ field: 'tier', vendorField: '-' },
				{ field: 'seats', vendorField: '' },
				{ field: '', vendorField: 'fld2' },
			],
		},
		results: {
			result: [
				{ result: 'reasons', vendorField: '-' },
				{ result: 'score', vendorField: 'fld9' },
			],
		},
	});
	expect(settings.fields).toEqual({ accounts: { plan: 'fld1', tier: '' } });
	expect(settings.results).toEqual({ reasons: '', score: 'fld9' });
});

test('locators, an address of a base, options and currency', () => {
	const settings = read({
		base: { __rl: true, mode: 'url', value: 'https://airtable.com/appAbCdEfGhIjKlMn/tblX' },
		accountsTable: { __rl: true, mode: 'name', value: ' Customers ' },
		tables: { tickets: 'tblT' },
		keyField: { __rl: true, mode: 'list', value: 'fldK' },
		options: { currency: ' eur ' },
		sourceOptions: { plan: 'professional', seats: 0, pipeline: '', typecast: false, odd: { a: 1 } },
	});
	expect(settings).toMatchObject({
		baseId: 'appAbCdEfGhIjKlMn',
		tables: { accounts: 'Customers', tickets: 'tblT' },
		keyField: 'fldK',
		currency: 'EUR',
		options: { plan: 'professional', typecast: false },
	});
	expect(Object.keys(settings.options)).toEqual(['plan', 'typecast']);
});

test.each([null, 'text', 7, ['x']])('an expression that gave %j counts as not set', (odd) => {
	expect(() =>
		read({ fields: odd, results: odd, tables: odd, options: odd, sourceOptions: odd }),
	).not.toThrow();
});

test('credential type by system and login; an unknown login gives the first', () => {
	expect(credentialTypeOf('salesforce', 'jwt')).toBe('csSalesforceJwtApi');
	expect(credentialTypeOf('hubspot', 'jwt')).toBe('csHubspotServiceKeyApi');
	expect(credentialTypeOf('stripe', '')).toBe('csStripeApi');
});

test('requests are counted by base with Airtable, by credential elsewhere', () => {
	const context = {
		getNode: () => ({ credentials: { csHubspotServiceKeyApi: { id: 'c7', name: 'HS' } } }),
	} as never;
	const settings = read({ base: 'appAbCdEfGhIjKlMn' });
	expect(pacerKey(context, 'airtable', 'csAirtableTokenApi', settings)).toBe('airtable:appAbCdEfGhIjKlMn');
	expect(pacerKey(context, 'hubspot', 'csHubspotServiceKeyApi', settings)).toBe('hubspot:c7');
	expect(pacerKey({ getNode: () => ({}) } as never, 'stripe', 'csStripeApi', settings)).toBe(
		'stripe:csStripeApi',
	);
});

test('a wait ends at once when the execution is cancelled', async () => {
	const stop = new AbortController();
	const clock = nodeClock({ getExecutionCancelSignal: () => stop.signal } as never);
	const wait = clock.sleep(60_000);
	stop.abort(new Error('stopped by hand'));
	await expect(wait).rejects.toThrow('stopped by hand');
	expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
	await nodeClock({} as never).sleep(1);
});

test('the field of the own account ID: chosen, the usual one of the system, or none', () => {
	const keyOf = (parameters: Record<string, unknown>): string =>
		readSettings((name, fallback) => parameters[name] ?? fallback).keyField;
	expect(keyOf({ source: 'airtable', keyField: { __rl: true, mode: 'name', value: '' } })).toBe('Account ID');
	expect(keyOf({ source: 'stripe' })).toBe('metadata.account_id');
	expect(keyOf({ source: 'airtable', keyField: 'Customer ID' })).toBe('Customer ID');
	expect(keyOf({ source: 'airtable', keyField: '-' })).toBe('');
	expect(keyOf({ source: 'hubspot' })).toBe('');
});
