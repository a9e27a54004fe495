import type { SourceId, SourceSettings } from '../../shared/connectors/Source';
import { AIRTABLE_BASE_ID, AIRTABLE_TOKEN, createAirtableFake } from './airtable';
import type { SeededFake, SeededOptions } from './Fake';
import { createHubspotFake } from './hubspot';
import { createPipedriveFake, PIPEDRIVE_TOKEN } from './pipedrive';
import { createSalesforceFake, SALESFORCE_HEADERS } from './salesforce';
import { createStripeFake, STRIPE_KEY } from './stripe';

export interface FakeAccess {
	readonly create: (options: SeededOptions) => SeededFake;
	/** What the vendor wants to see in every request. */
	readonly headers: Readonly<Record<string, string>>;
	readonly settings: SourceSettings;
}

const settings = (more: Partial<SourceSettings>): SourceSettings => ({
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: 'USD',
	options: {},
	...more,
});

/** How each fake is made and let in, with the settings a user would choose for it. */
export const FAKE_ACCESS: Readonly<Record<SourceId, FakeAccess>> = {
	airtable: {
		create: createAirtableFake,
		headers: { authorization: AIRTABLE_TOKEN },
		settings: settings({ baseId: AIRTABLE_BASE_ID, keyField: 'Account ID' }),
	},
	hubspot: {
		create: (options) => createHubspotFake({ ...options, burst: 190 }),
		headers: { authorization: 'Bearer test' },
		settings: settings({ keyField: 'ext_account_id', options: { plan: 'professional' } }),
	},
	pipedrive: {
		create: createPipedriveFake,
		headers: { 'x-api-token': PIPEDRIVE_TOKEN },
		settings: settings({ keyField: 'Account ID' }),
	},
	salesforce: {
		create: createSalesforceFake,
		headers: SALESFORCE_HEADERS,
		settings: settings({ keyField: 'Ext_Account_Id__c' }),
	},
	stripe: {
		create: createStripeFake,
		headers: { authorization: `Bearer ${STRIPE_KEY}` },
		settings: settings({ keyField: 'metadata.account_id' }),
	},
};
