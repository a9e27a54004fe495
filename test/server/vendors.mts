// A vendor for the server tests: its fake over HTTP, a credential for it in n8n, and templates set up the way a person does it.
import { generateKeyPairSync } from 'node:crypto';
import { AIRTABLE_BASE_ID, createAirtableFake, type AirtableFake } from '../fakes/airtable.ts';
import type { FakeAnswer, FakeRequest, SeededFake, SeededOptions } from '../fakes/Fake.ts';
import { createHubspotFake } from '../fakes/hubspot.ts';
import { createPipedriveFake, PIPEDRIVE_TOKEN } from '../fakes/pipedrive.ts';
import { createSalesforceFake, type SalesforceFake } from '../fakes/salesforce.ts';
import { serve } from '../fakes/serve.mts';
import { createStripeFake, STRIPE_KEY } from '../fakes/stripe.ts';
import type { N8nServer } from '../../demo/server.mts';
import type { Template } from '../../demo/importTemplates.mts';

/** Systems that scores are written to by a template of their own. */
export type DailyId = 'airtable' | 'hubspot' | 'salesforce';
export type VendorId = DailyId | 'pipedrive' | 'stripe';

interface VendorDesign {
	readonly create: (options: SeededOptions) => SeededFake;
	readonly credentialType: string;
	readonly credential: (url: string) => Record<string, string>;
	readonly authentication: string;
	/** Name of the score on the account, as the vendor calls it. */
	readonly score: string;
	readonly reasons: string;
	/** The request writes scores into accounts. */
	readonly writes: (request: FakeRequest, fake: SeededFake) => boolean;
	/** The request makes a task. */
	readonly makesTask: (request: FakeRequest, fake: SeededFake) => boolean;
	/** A part of `METHOD path`, for planned faults: of the list of accounts, and of the write-back. */
	readonly listPath: string;
	readonly writePath: string;
	/** Body of the answer to a credential that is not accepted. */
	readonly refusal: unknown;
	/** What a person does that makes this account's score fall. */
	readonly worsen: (fake: SeededFake, id: string) => void;
}

const longAgo = (): string => new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
const tableId = (fake: SeededFake, name: string): string =>
	(fake as AirtableFake).base.table(name)?.id ?? '-';
const goesTo = (request: FakeRequest, fake: SeededFake, table: string): boolean =>
	request.method === 'PATCH' &&
	[table, tableId(fake, table)].some((name) => request.path.endsWith(`/${name}`));

const privateKey = (): string =>
	generateKeyPairSync('rsa', { modulusLength: 2048 })
		.privateKey.export({ type: 'pkcs8', format: 'pem' })
		.toString();

export const VENDORS: Readonly<Record<VendorId, VendorDesign>> = {
	airtable: {
		create: createAirtableFake,
		credentialType: 'csAirtableTokenApi',
		credential: (baseUrl) => ({ accessToken: 'patFake', baseUrl }),
		authentication: 'accessToken',
		score: 'Health Score',
		reasons: 'Reasons',
		writes: (request, fake) => goesTo(request, fake, 'Accounts'),
		makesTask: (request, fake) => goesTo(request, fake, 'Tasks'),
		listPath: '/listRecords',
		writePath: 'PATCH /v0/appFake',
		refusal: { error: { type: 'AUTHENTICATION_REQUIRED', message: 'Authentication required' } },
		worsen: (fake, id) => fake.change(id, { 'Renewal Date': longAgo() }),
	},
	hubspot: {
		create: createHubspotFake,
		credentialType: 'csHubspotServiceKeyApi',
		credential: (baseUrl) => ({ accessToken: 'pat-fake', baseUrl }),
		authentication: 'serviceKey',
		score: 'cs_health_score',
		reasons: 'cs_reasons',
		writes: ({ path }) => /companies\/batch\/(update|upsert)$/.test(path),
		makesTask: ({ method, path }) => method === 'POST' && /\/tasks(\/batch\/\w+)?$/.test(path),
		listPath: 'GET /crm/objects/2026-09/companies',
		writePath: 'POST /crm/objects/2026-09/companies/batch/u',
		refusal: {
			status: 'error',
			category: 'INVALID_AUTHENTICATION',
			message: 'Authentication credentials not found.',
		},
		worsen: (fake, id) => fake.change(id, { renewal_date: longAgo() }),
	},
	pipedrive: {
		create: createPipedriveFake,
		credentialType: 'csPipedriveApi',
		credential: (baseUrl) => ({ apiToken: PIPEDRIVE_TOKEN, baseUrl }),
		authentication: 'apiToken',
		score: '',
		reasons: '',
		writes: ({ method, path }) => method === 'PATCH' && /organizations\/\d+$/.test(path),
		makesTask: ({ method, path }) => method === 'POST' && /activities$/.test(path),
		listPath: 'GET /api/v2/organizations',
		writePath: 'PATCH /api/v2/organizations',
		refusal: { success: false, error: 'unauthorized access' },
		worsen: (fake, id) => fake.change(id, { name: 'Renamed' }),
	},
	stripe: {
		create: createStripeFake,
		credentialType: 'csStripeApi',
		credential: (baseUrl) => ({ secretKey: STRIPE_KEY, baseUrl }),
		authentication: 'apiKey',
		score: '',
		reasons: '',
		writes: () => false,
		makesTask: () => false,
		listPath: 'GET /v1/customers',
		writePath: 'POST /v1/customers',
		refusal: { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } },
		worsen: (fake, id) => fake.change(id, { name: 'Renamed' }),
	},
	salesforce: {
		create: createSalesforceFake,
		credentialType: 'csSalesforceJwtApi',
		credential: (baseUrl) => ({
			environment: 'custom',
			myDomainUrl: baseUrl,
			audience: 'auto',
			clientId: 'client',
			username: 'integration@example.com',
			privateKey: privateKey(),
			baseUrl,
		}),
		authentication: 'jwt',
		score: 'CS_Health_Score__c',
		reasons: 'CS_Reasons__c',
		writes: ({ method, path }) => method === 'PATCH' && /composite\/sobjects(\/Account.*)?$/.test(path),
		makesTask: ({ method, path }) => method !== 'GET' && /\/Task(\/|$)/.test(path),
		listPath: '/query',
		writePath: 'PATCH /services',
		refusal: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
		worsen: (fake, id) => {
			const { store } = fake as SalesforceFake;
			const contracts = store.objectOf('Contract');
			const own = contracts && [...store.rowsOf(contracts)].find((row) => row.AccountId === id);
			if (own) store.update(own, { EndDate: longAgo() });
		},
	},
};

export interface Vendor extends VendorDesign {
	readonly id: VendorId;
	readonly fake: SeededFake;
	readonly credentialId: string;
	/** Called before each request; an answer takes the place of the fake's. */
	before: (request: FakeRequest) => FakeAnswer | 'drop' | void;
	readonly close: () => Promise<void>;
}

/** Serves a vendor and makes its credential in n8n. */
export async function openVendor(
	server: N8nServer,
	id: VendorId,
	/** With what this vendor's fake knows besides, such as `missingScopes`. */
	options: Omit<SeededOptions, 'now'> & Readonly<Record<string, unknown>>,
): Promise<Vendor> {
	const design = VENDORS[id];
	const fake = design.create({ now: Date.now, ...options });
	const handle: SeededFake['handle'] = (request) => {
		const given = vendor.before(request);
		if (given === undefined) return fake.handle(request);
		return given;
	};
	const served = await serve({ ...fake, handle });
	const { id: credentialId } = await server.api('POST', '/credentials', {
		name: `${id} fake ${Date.now()}`,
		type: design.credentialType,
		data: design.credential(served.url),
	});
	const vendor: Vendor = { ...design, id, fake, credentialId, before: () => undefined, close: served.close };
	return vendor;
}

/** The template with the credential chosen, as the editor's set-up stores it, and with other values in its Settings node. */
export function setUp(template: Template, vendor: Vendor, settings: Record<string, unknown> = {}): Template {
	const copy = structuredClone(template) as any;
	for (const node of copy.nodes) {
		if (node.type === 'n8n-nodes-customer-success.customerData' && node.parameters.resource !== 'item') {
			node.credentials = { [vendor.credentialType]: { id: vendor.credentialId, name: 'fake' } };
			node.parameters.source = vendor.id;
			node.parameters.authentication = vendor.authentication;
			if (vendor.id === 'airtable')
				node.parameters.base ??= { __rl: true, mode: 'id', value: AIRTABLE_BASE_ID };
		}
		if (node.name === 'Settings') {
			for (const assignment of node.parameters.assignments.assignments) {
				if (assignment.name === 'baseId') assignment.value = AIRTABLE_BASE_ID;
				if (assignment.name in settings) assignment.value = settings[assignment.name];
			}
		}
	}
	return copy as Template;
}

/** Vendor fields of every account, by vendor id. */
export const accountsOf = ({ fake }: Vendor): Map<string, Readonly<Record<string, unknown>>> =>
	new Map(fake.accountIds().map((id) => [id, fake.account(id) ?? {}]));

/** Requests since `from` that fit. */
export const requestsOf = (
	{ fake }: Vendor,
	fits: (request: FakeRequest, fake: SeededFake) => boolean,
	from = 0,
): FakeRequest[] => fake.log.slice(from).filter((request) => fits(request, fake));
