import { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, RateLimit, RawRecord, Source, SourceSettings, VendorField } from '../Source';
import type { Call } from '../Wire';
import { classifyStripe } from './classifyStripe';
import { fetchStripeRecord } from './fetchStripeRecord';
import { flattenStripeCustomer } from './flattenStripeCustomer';
import { readStripePage } from './readStripePage';
import { stripeList } from './stripeAnswer';
import { STRIPE_ENDPOINTS, STRIPE_PAGE, stripeRead } from './stripeRequest';
import { STRIPE_READERS } from './stripeReaders';
import { STRIPE_RESULTS, writeStripeMetadata } from './writeStripeMetadata';

/** Requests in a second at one endpoint; a sandbox has 25 for all of them together, and two are used at a time. */
const PER_ENDPOINT = 25;
const PER_ENDPOINT_IN_SANDBOX = 12;

/**
 * Stripe: customers, subscriptions, invoices. Read only unless the option `writeMetadata` is true; tasks and opportunities belong into a
 * CRM. Option `sandbox` for keys of a sandbox, which has a lower limit.
 */
export const stripe: Source = {
	id: 'stripe',
	label: 'Stripe',
	baseUrl: 'https://api.stripe.com',
	readers: STRIPE_READERS,
	// Events are there a moment after the change; a minute covers clocks that differ.
	overlapSeconds: 60,
	limits: stripeLimits,
	classify: classifyStripe,
	readPage: readStripePage,
	removals: ['accounts', 'invoices'],
	lookUpAccounts: async (call, _settings, ids) =>
		await Promise.all(ids.map(async (id) => await fetchStripeRecord(call, 'accounts', id))).then(alive),
	scores: { batchSize: 1, parallel: 8, fields: STRIPE_RESULTS, write: writeStripeMetadata },
	createTask: null,
	upsertOpportunity: null,
	planBase: planStripeBase,
	createStep: async (_call, _settings, step) => await Promise.reject(notCreatable(step)),
	listFields: listStripeFields,
	ownFields: (settings) =>
		Object.values({ ...STRIPE_RESULTS, ...settings.results }).filter((field) => field !== ''),
};

function alive(records: readonly RawRecord[]): readonly RawRecord[] {
	return records.filter(({ removed }) => removed !== true);
}

function stripeLimits(settings: SourceSettings): readonly RateLimit[] {
	const requests = settings.options.sandbox === true ? PER_ENDPOINT_IN_SANDBOX : PER_ENDPOINT;
	return STRIPE_ENDPOINTS.map((bucket) => ({ bucket, requests, perMs: 1_000 }));
}

/** Metadata needs no setting up; only the key needs a permission, which no request can ask for. */
async function planStripeBase(_call: Call, settings: SourceSettings): Promise<readonly BaseStep[]> {
	const isOn = settings.options.writeMetadata === true;
	const step: BaseStep = {
		kind: 'permission',
		on: 'customers',
		name: 'Write on customers',
		type: 'permission of the restricted key',
		exists: false,
		creatable: false,
		note: 'Give the key Write on customers in Stripe (Developers, API keys); metadata keys come with the first write.',
	};
	return await Promise.resolve(isOn ? [step] : []);
}

function notCreatable(step: BaseStep): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'schema',
		code: 'stripe-not-creatable',
		message: `"${step.name}" cannot be created through Stripe’s API.`,
		remedy: step.note,
		status: null,
	});
}

/** Stripe has no description of its fields: the standard ones, and those seen on the newest hundred customers. */
async function listStripeFields(
	call: Call,
	_settings: SourceSettings,
	object: string,
): Promise<readonly VendorField[]> {
	if (object !== 'accounts') return [];
	const request = stripeRead('customers', '/v1/customers', { limit: STRIPE_PAGE });
	const customers = stripeList(await call(request)).objects;
	const preset = Object.values(STRIPE_READERS.accounts?.fields ?? {});
	const seen = customers.flatMap((customer) => Object.keys(flattenStripeCustomer(customer, []).fields));
	return [...new Set([...preset, ...seen, 'metadata.account_id'])].sort().map((id) => ({
		id,
		label: id,
		type: 'text',
		writable: id.startsWith('metadata.'),
		required: false,
		options: [],
	}));
}
