import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { SourceId } from '../../shared/connectors/Source';
import { AIRTABLE_BASE_ID, AIRTABLE_TOKEN, createAirtableFake } from '../fakes/airtable';
import type { FakeAnswer, FakeRequest, SeededFake, SeededOptions } from '../fakes/Fake';
import { createHubspotFake } from '../fakes/hubspot';
import { createPipedriveFake, PIPEDRIVE_TOKEN } from '../fakes/pipedrive';
import { createSalesforceFake, SALESFORCE_HEADERS } from '../fakes/salesforce';
import { createStripeFake, STRIPE_KEY } from '../fakes/stripe';
import { virtualClock } from '../fakes/virtualClock';
import { customerData, jsons } from '../support/customerData';

const mockClock = virtualClock();
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => await mockClock.sleep(milliseconds),
}));
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now()));
afterAll(() => jest.restoreAllMocks());

// A payload of a dead letter may hold a person: its column is classed restricted. Messages and hints go to logs, chats and screens, and may not.

const PERSON = /zelda|quux/i;
const EMAIL = 'zelda.quux@private.example';
/** No address and no name that could be taken for one: whoever reads it must refuse it. */
const BROKEN_EMAIL = 'Zelda Quux zelda.quux@@private';
const LONG_KEY = `${EMAIL} `.repeat(20);

interface Vendor {
	readonly create: (options: SeededOptions) => SeededFake;
	readonly headers: Readonly<Record<string, string>>;
	readonly credentials?: IDataObject;
	readonly parameters?: INodeParameters;
	readonly keyField: string;
	readonly records: readonly string[];
	/** A refusal that quotes the value, as the vendor writes it. */
	readonly refusal: FakeAnswer;
}

const VENDORS: Readonly<Record<SourceId, Vendor>> = {
	airtable: {
		create: (options) => createAirtableFake(options),
		headers: { authorization: AIRTABLE_TOKEN },
		parameters: { base: { __rl: true, mode: 'list', value: AIRTABLE_BASE_ID } },
		keyField: 'Account ID',
		records: ['contacts', 'deals', 'people', 'tasks', 'tickets', 'usage'],
		refusal: {
			status: 422,
			body: {
				error: {
					type: 'INVALID_MULTIPLE_CHOICE_OPTIONS',
					message: `Insufficient permissions to create new select option ""${EMAIL}""`,
				},
			},
		},
	},
	hubspot: {
		create: (options) => createHubspotFake(options),
		headers: { authorization: 'Bearer test' },
		keyField: 'ext_account_id',
		records: ['contacts', 'deals', 'interactions', 'people', 'tasks', 'tickets'],
		refusal: {
			status: 400,
			body: {
				status: 'error',
				category: 'VALIDATION_ERROR',
				message: `Property values were not valid: [{"isValid":false,"message":"Zelda Quux was not one of the allowed options","error":"INVALID_OPTION","name":"cs_health_band"}] ${EMAIL}`,
			},
		},
	},
	pipedrive: {
		create: (options) => createPipedriveFake(options),
		headers: { 'x-api-token': PIPEDRIVE_TOKEN },
		keyField: 'Account ID',
		records: ['contacts', 'deals', 'interactions', 'people', 'tasks'],
		refusal: { status: 400, body: { success: false, error: `Value ${EMAIL} is not valid` } },
	},
	salesforce: {
		create: (options) => createSalesforceFake(options),
		headers: SALESFORCE_HEADERS,
		credentials: { oauthTokenData: { instance_url: 'https://example.my.salesforce.com' } },
		keyField: 'Ext_Account_Id__c',
		records: ['contacts', 'deals', 'interactions', 'people', 'subscriptions', 'tasks', 'tickets'],
		refusal: {
			status: 400,
			body: [{ errorCode: 'INVALID_EMAIL_ADDRESS', message: `Email: invalid email address: ${EMAIL}` }],
		},
	},
	stripe: {
		create: (options) => createStripeFake(options),
		headers: { authorization: `Bearer ${STRIPE_KEY}` },
		parameters: { sourceOptions: { writeMetadata: true } },
		keyField: 'metadata.account_id',
		records: ['invoices', 'subscriptions'],
		refusal: {
			status: 400,
			body: { error: { type: 'invalid_request_error', param: 'metadata[x]', message: `Invalid ${EMAIL}` } },
		},
	},
};

const NAMES = /^(?:first|last)?_?name$|title|subject|owner|csm|^label$|description|^text$|hs_task_body/i;

/** Every e-mail address is broken, every text about a person is one; keys, ids and whatever steers the protocol stay. */
function poison(value: unknown, name = ''): unknown {
	if (Array.isArray(value)) return value.map((one) => poison(one, name));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poison(inner, key)]));
	if (typeof value !== 'string') return value;
	if (value.includes('@')) return BROKEN_EMAIL;
	return NAMES.test(name) && /[A-Za-z]/.test(value) && !/^(?:tbl|fld|rec)\w{14}$/.test(value)
		? `Zelda Quux ${EMAIL}`
		: value;
}

/** Lists that hold the vendor's own schema are left as they are. */
const isRecords = ({ path }: FakeRequest): boolean =>
	!/meta\/|propert|describe|Fields|pipelines|stages/i.test(path);

function poisoned(fake: SeededFake): SeededFake {
	return {
		...fake,
		handle: (request) => {
			const answer = fake.handle(request);
			if (answer === 'drop' || answer.status >= 300 || !isRecords(request)) return answer;
			return { ...answer, body: poison(answer.body) };
		},
	};
}

const node = (source: SourceId, fake: SeededFake, items: IDataObject[], parameters: INodeParameters) => {
	const { headers, credentials, keyField, parameters: own } = VENDORS[source];
	return customerData({
		...{ source, fake, headers, inputs: [items, null], continueOnFail: true },
		...(credentials === undefined ? {} : { credentials }),
		parameters: { ...own, keyField, ...parameters },
	});
};

/** All that is shown: hints and every field of an item but payloads and the rows themselves. */
function shown(run: { hints: ReadonlyArray<{ message: string }> }, items: readonly IDataObject[]): string {
	const texts = items.map((item) => JSON.stringify({ ...item, payload_json: '' }));
	return [...run.hints.map(({ message }) => message), ...texts].join('\n');
}

const SOURCES = Object.keys(VENDORS) as SourceId[];

test.each(SOURCES)(
	'%s: what is read of a person stands in rows and payloads, never in a message',
	async (source) => {
		const { create, records, keyField } = VENDORS[source];
		const fake = create({ accounts: 4, children: 1, now: mockClock.now });
		if (!keyField.includes('.') && source !== 'pipedrive') {
			const [first = '', second = ''] = fake.accountIds();
			fake.change(first, { [keyField]: LONG_KEY });
			fake.change(second, { [keyField]: fake.account(fake.accountIds()[2] ?? '')?.[keyField] });
		}
		const run = node(source, poisoned(fake), [{}], {
			...{ resource: 'account', operation: 'getAll', runId: 'r', records: [...records] },
		});
		const [accounts = [], rows = [], problems = [], state = []] = jsons(await run.run());
		expect(JSON.stringify([accounts, rows, problems])).toMatch(PERSON);
		expect(accounts.length).toBeGreaterThan(0);
		expect(shown(run, problems)).not.toMatch(PERSON);
		expect(JSON.stringify(state)).not.toMatch(PERSON);
	},
);

test.each(SOURCES)('%s: a refusal that quotes a person is told without it', async (source) => {
	const { create, refusal } = VENDORS[source];
	const fake = create({ accounts: 2, now: mockClock.now });
	const refusing: SeededFake = {
		...fake,
		handle: (request) =>
			request.method === 'GET' || /search|query|\/read$/.test(request.path) ? fake.handle(request) : refusal,
	};
	const [id = ''] = fake.accountIds();
	const account_id = `${source}:${id}`;
	const scores = node(
		source,
		refusing,
		[{ account_id, score: 'health', value: 50, band: EMAIL, reason: `Call Zelda Quux, ${EMAIL}` }],
		{ resource: 'account', operation: 'writeScores' },
	);
	const tasks = node(
		source,
		refusing,
		[
			{
				...{ account_id, effect_key: 'k', title: 'Call Zelda Quux', text: EMAIL, due_on: '2026-11-25' },
				...{ priority: 'low', owner: EMAIL },
			},
		],
		{ resource: 'task', operation: 'create' },
	);
	for (const run of [scores, tasks]) {
		const outputs = jsons(await run.run());
		expect(shown(run, outputs.flat())).not.toMatch(PERSON);
		expect(outputs.flat().length).toBeGreaterThan(0);
	}
});
