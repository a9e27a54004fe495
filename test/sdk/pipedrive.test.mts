// Pipedrive's own SDK as a second client of our fake: for the same call it must send what our source sends, or the reason stands here.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, test } from 'node:test';
import { v1, v2 } from 'pipedrive';
import { createCall } from '../../shared/connectors/engine/createCall.ts';
import { pipedrive } from '../../shared/connectors/pipedrive/pipedrive.ts';
import type { SourceObject } from '../../shared/connectors/Source.ts';
import { createPipedriveFake, PIPEDRIVE_TOKEN } from '../fakes/pipedrive.ts';
import { fakeFieldKey } from '../fakes/pipedriveRecords.ts';
import { sendTo } from '../fakes/sendTo.ts';
import { serve } from '../fakes/serve.mts';
import { virtualClock } from '../fakes/virtualClock.ts';

const clock = virtualClock();
// The SDK does not pace itself; its requests come within one instant of the fake's clock.
const fake = createPipedriveFake({ accounts: 3, children: 1, now: clock.now, burst: 1_000 });
const { url, close } = await serve(fake);
after(close);

const two = new v2.Configuration({ apiKey: PIPEDRIVE_TOKEN, basePath: `${url}/api/v2` });
const one = new v1.Configuration({ apiKey: PIPEDRIVE_TOKEN, basePath: `${url}/api/v1` });
const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const call = createCall({
	source: pipedrive,
	settings,
	send: sendTo(fake, { 'x-api-token': PIPEDRIVE_TOKEN }),
	clock,
	pace: false,
});

/** What went over the wire while `work` ran. */
async function wire(work: () => Promise<unknown>) {
	const before = fake.log.length;
	const result = await work();
	const requests = fake.log.slice(before);
	ok(requests.every(({ status, headers }) => status < 300 && headers['x-api-token'] === PIPEDRIVE_TOKEN));
	return {
		result,
		requests: requests.map(({ method, path, query, body }) => ({ method, path, query, body })),
	};
}

const read = async (object: SourceObject, fields: readonly string[] = []) =>
	await pipedrive.readPage(call, settings, { object, window, removed: false, fields }, null);
const window = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' };
const windowed = {
	limit: 500,
	sort_by: 'id',
	sort_direction: 'asc',
	updated_since: '2026-11-01T00:00:00Z',
	updated_until: '2026-11-21T00:00:00Z',
} as const;
const labelled = { ...windowed, include_option_labels: true, include_labels: true } as const;

test('lists: same path and query', async () => {
	const key = fakeFieldKey('Account ID');
	const pairs = [
		[
			() => new v2.OrganizationsApi(two).getOrganizations({ ...labelled, custom_fields: key }),
			() => read('accounts', [key]),
		],
		[() => new v2.PersonsApi(two).getPersons(labelled), () => read('contacts')],
		[() => new v2.ActivitiesApi(two).getActivities(windowed), () => read('tasks')],
		[() => new v1.UsersApi(one).getUsers(), () => read('people')],
	] as const;
	for (const [theirs, ours] of pairs) {
		const sdk = await wire(theirs);
		const source = await wire(ours);
		// Before the first page with mapped custom fields ours looks whether they are still there; Pipedrive leaves them out without a word.
		const looks = source.requests.filter(({ path }) => path === '/api/v2/organizationFields');
		ok(looks.length <= 1);
		deepEqual(source.requests.slice(looks.length), sdk.requests);
		const data: any = (sdk.result as { data: unknown[] }).data;
		equal((source.result as { records: unknown[] }).records.length, data.length);
		ok(data.length > 0);
	}
});

test('deals: the same list, and the stages besides, without which a stage is but a number', async () => {
	const sdk = await wire(async () => {
		await new v2.DealsApi(two).getDeals(labelled);
		await new v2.StagesApi(two).getStages({ limit: 500 });
	});
	deepEqual((await wire(() => read('deals'))).requests, sdk.requests);
});

test('deleted records: recent changes of v1', async () => {
	const sdk = await wire(() =>
		// The SDK writes a blank in the query as +, we as %20; both are read as a blank.
		new v1.RecentsApi(one).getRecents({
			since_timestamp: '2026-11-01 00:00:00',
			items: 'organization',
			start: 0,
			limit: 500,
		}),
	);
	const ours = await wire(() =>
		pipedrive.readPage(call, settings, { object: 'accounts', window, removed: true, fields: [] }, null),
	);
	deepEqual(ours.requests, sdk.requests);
});

test('fields: list and create', async () => {
	const api = new v2.OrganizationFieldsApi(two);
	const sdk = await wire(async () => {
		await api.getOrganizationFields({ limit: 500 });
		await api.getOrganizationFields({ limit: 500 });
		await api.addOrganizationField({
			AddOrganizationFieldRequest: { field_name: 'Made by SDK', field_type: 'double' },
		});
	});
	const ours = await wire(async () => {
		await pipedrive.listFields(call, settings, 'accounts');
		await pipedrive.createStep(call, settings, {
			kind: 'field',
			on: 'organizations',
			name: 'Made by source',
			type: 'double',
			exists: false,
			note: '',
			creatable: true,
		});
	});
	const renamed = sdk.requests.map((request) =>
		request.method === 'POST'
			? { ...request, body: { field_name: 'Made by source', field_type: 'double' } }
			: request,
	);
	deepEqual(ours.requests, renamed);
});

test('a score: PATCH of one organization', async () => {
	const custom = { [fakeFieldKey('CS Health Score')]: 81.8 };
	const sdk = await wire(() =>
		new v2.OrganizationsApi(two).updateOrganization({
			id: 2,
			UpdateOrganizationRequest: { custom_fields: custom },
		}),
	);
	const ours = await wire(() =>
		pipedrive.scores!.write(call, settings, [{ accountId: 'a', externalId: '2', fields: custom }]),
	);
	deepEqual(ours.requests, sdk.requests);
});

test('a task and a deal: same body, after a look for their key that the SDK knows nothing of', async () => {
	const task = {
		effectKey: 'k1',
		accountId: 'a',
		accountExternalId: '1',
		title: 'Call',
		text: 'Why?',
		dueOn: '2026-11-27',
		priority: 'high',
		ownerExternalId: '902',
	} as const;
	const ours = await wire(() => pipedrive.createTask!(call, settings, task));
	const sdk = await wire(() =>
		new v2.ActivitiesApi(two).addActivity({
			AddActivityRequest: {
				subject: 'Call',
				type: 'task',
				org_id: 1,
				due_date: '2026-11-27',
				note: 'Why?<br><br>Priority: high<br>[cs-key k1]',
				owner_id: 902,
			},
		}),
	);
	equal(ours.requests.length, 2);
	deepEqual(ours.requests.slice(1), sdk.requests);

	const resolved = await pipedrive.resolveSettings!(call, settings, 'deals');
	const deal = {
		effectKey: 'k2',
		accountId: 'a',
		accountExternalId: '1',
		name: 'Renewal',
		kind: 'renewal',
		amountMinor: 12_345,
		currency: 'EUR',
		stage: null,
		closeOn: '2027-01-31',
		ownerExternalId: null,
		externalId: null,
	} as const;
	const made = await wire(() => pipedrive.upsertOpportunity!(call, resolved, deal));
	const bySdk = await wire(() =>
		new v2.DealsApi(two).addDeal({
			AddDealRequest: {
				title: 'Renewal',
				expected_close_date: '2027-01-31',
				value: 123.45,
				currency: 'EUR',
				org_id: 1,
				custom_fields: { [fakeFieldKey('CS Effect Key')]: 'k2' },
			},
		}),
	);
	deepEqual(made.requests.slice(1), bySdk.requests);
});

test('search by key: the SDK sends the same', async () => {
	const given = { ...settings, keyField: fakeFieldKey('Account ID') };
	const row = { accountId: 'CUST_0002', externalId: null, fields: { website: 'customer-2.example' } };
	const ours = await wire(() => pipedrive.scores!.write(call, given, [row]));
	const sdk = await wire(() =>
		new v2.OrganizationsApi(two).searchOrganization({
			term: 'CUST_0002',
			fields: 'custom_fields',
			exact_match: true,
			limit: 5,
		}),
	);
	deepEqual(ours.requests.slice(0, 1), sdk.requests);
});
