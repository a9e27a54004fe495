// HubSpot's own SDK drives our fake, and does the same calls as our source: same method, path, query and body on the wire.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from '@hubspot/api-client';
import { readAssociations } from '../../shared/connectors/hubspot/associateCompanies';
import { readCompanies } from '../../shared/connectors/hubspot/findCompany';
import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import { HUBSPOT_API_VERSION } from '../../shared/connectors/hubspot/hubspotPath';
import { readStages } from '../../shared/connectors/hubspot/readStages';
import { searchRecords } from '../../shared/connectors/hubspot/searchRecords';
import { tie } from '../../shared/connectors/hubspot/upsertByEffectKey';
import type { SourceSettings } from '../../shared/connectors/Source';
import type { Call } from '../../shared/connectors/Wire';
import { createHubspotFake } from '../fakes/hubspot';
import { sendTo } from '../fakes/sendTo';
import { serve, type Served } from '../fakes/serve.mts';

const settings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: 'ext_account_id',
	results: {},
	currency: 'USD',
	options: {},
};

/** Where our requests differ on purpose, and why. */
const VERSION = `the SDK calls v3 and v4, unsupported from 2027; we call ${HUBSPOT_API_VERSION}`;
const REASONS = {
	archived: 'the SDK always says archived=false, which is the default',
	arrays:
		'the SDK repeats a parameter for each element of a list; HubSpot documents a comma separated list, which is shorter',
	batchRead: 'the SDK insists on propertiesWithHistory; we want no history',
	slash: 'the SDK ends the path of the owners with a slash; the documentation does not',
};

interface Wire {
	readonly method: string;
	readonly path: string;
	readonly query: unknown;
	readonly body: unknown;
}

describe("HubSpot's SDK and our source", () => {
	const fake = createHubspotFake({ now: Date.now, accounts: 5, children: 2, burst: 1_000, lagMs: 0 });
	const send = sendTo(fake, { authorization: 'Bearer test' });
	const call: Call = async (request) => {
		const answer = await send(request);
		if (answer.status >= 300) throw hubspot.classify(answer, request);
		return answer;
	};
	let served: Served;
	let client: Client;
	before(async () => {
		served = await serve(fake);
		client = new Client({ accessToken: 'test', basePath: served.url });
	});
	after(async () => await served.close());

	/** The requests that an action sends, with the SDK's versions read as ours (reason: VERSION). */
	const wireOf = async (action: () => Promise<unknown>): Promise<Wire[]> => {
		const start = fake.log.length;
		await action();
		return fake.log.slice(start).map(({ method, path, query, body }) => ({
			method,
			path: path.replace(/^\/crm\/v[34]\/([a-z]+)/, `/crm/$1/${HUBSPOT_API_VERSION}`),
			query: { ...query },
			body,
		}));
	};
	const same = async (
		theirs: () => Promise<unknown>,
		ours: () => Promise<unknown>,
		differences: string[] = [],
	) => {
		const [left, right] = [await wireOf(theirs), await wireOf(ours)].map((wires) =>
			wires.map((wire) => {
				const query = { ...(wire.query as Record<string, string>) };
				const body = wire.body === null ? null : { ...(wire.body as Record<string, unknown>) };
				if (differences.includes(REASONS.archived) && query.archived === 'false') delete query.archived;
				if (differences.includes(REASONS.batchRead)) delete body?.propertiesWithHistory;
				const path = differences.includes(REASONS.slash) ? wire.path.replace(/\/$/, '') : wire.path;
				return { ...wire, path, query, body };
			}),
		);
		assert.ok((left?.length ?? 0) > 0, 'the SDK sent nothing');
		assert.deepEqual(left, right);
		for (const reason of [VERSION, ...differences]) assert.ok(reason.length > 20);
	};
	const properties = ['name', 'domain', 'ext_account_id'];
	const ids = fake.accountIds();

	test('list of companies', async () => {
		const request = { object: 'accounts' as const, window: null, removed: false, fields: properties };
		const asked = [[...properties, 'hs_object_id', 'hs_lastmodifieddate'].join(',')];
		await same(
			async () => {
				const page = await client.crm.companies.basicApi.getPage(100, undefined, asked);
				assert.equal(page.results.length, 5);
				assert.equal(page.results[0]?.properties.name, 'Customer 1');
			},
			async () => await hubspot.readPage(call, { ...settings, keyField: '' }, request, null),
			[REASONS.archived, REASONS.arrays],
		);
	});

	test('next page of contacts with their companies, and the archived ones', async () => {
		const request = { object: 'contacts' as const, window: null, removed: false, fields: ['email'] };
		const asked = [['email', 'hs_object_id', 'lastmodifieddate'].join(',')];
		await same(
			async () => {
				const page = await client.crm.contacts.basicApi.getPage(100, '102', asked, undefined, ['companies']);
				assert.equal(page.results[0]?.associations?.companies?.results[0]?.id, ids[1]);
			},
			async () => await hubspot.readPage(call, settings, request, 'l:102'),
			[REASONS.archived, REASONS.arrays],
		);
		await same(
			async () =>
				await client.crm.contacts.basicApi.getPage(100, undefined, undefined, undefined, undefined, true),
			async () => await hubspot.readPage(call, settings, { ...request, removed: true }, 'a:'),
			[REASONS.arrays],
		);
	});

	test('search', async () => {
		const filters = [
			{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: '1500000000000' },
		] as const;
		await same(
			async () => {
				const found = await client.crm.companies.searchApi.doSearch({
					filterGroups: [
						{ filters: [...filters, { propertyName: 'hs_object_id', operator: 'GT', value: '5' }] },
					] as never,
					sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] as never,
					properties,
					limit: 200,
				});
				assert.equal(found.total, 5);
			},
			async () => await searchRecords(call, 'companies', filters, properties, '5'),
		);
	});

	test('batch update and batch upsert of companies', async () => {
		const [id = ''] = ids;
		await same(
			async () => {
				const answer = await client.crm.companies.batchApi.update({
					inputs: [{ id, objectWriteTraceId: 'row-0', properties: { cs_health_score: '81.5' } }],
				});
				assert.equal(answer.results[0]?.id, id);
			},
			async () =>
				await hubspot.scores?.write(call, settings, [
					{ accountId: 'x', externalId: id, fields: { cs_health_score: 81.5 } },
				]),
		);
		await same(
			async () => {
				const answer = await client.crm.companies.batchApi.upsert({
					inputs: [
						{
							id: 'CUST_0002',
							idProperty: 'ext_account_id',
							objectWriteTraceId: 'row-0',
							properties: { cs_health_score: '70' },
						},
					],
				});
				assert.equal(answer.results[0]?._new, false);
			},
			async () =>
				await hubspot.scores?.write(call, { ...settings, options: { create_companies: true } }, [
					{ accountId: 'CUST_0002', externalId: null, fields: { cs_health_score: 70 } },
				]),
		);
	});

	test('batch read of companies', async () => {
		await same(
			async () => {
				const answer = await client.crm.companies.batchApi.read({
					inputs: [{ id: ids[0] ?? '' }],
					properties: ['name', 'hs_merged_object_ids'],
					propertiesWithHistory: [],
				});
				assert.equal(answer.results.length, 1);
			},
			async () => await readCompanies(call, [ids[0] ?? ''], ['name']),
			[REASONS.batchRead, REASONS.archived],
		);
	});

	test('tasks and deals by our key, and their tie to the company', async () => {
		const cs_effect_key = 'cs:sdk';
		const input = (values: Record<string, string>) => ({
			id: cs_effect_key,
			idProperty: 'cs_effect_key',
			objectWriteTraceId: 'row-0',
			properties: { ...values, cs_effect_key },
		});
		const [company = ''] = ids;
		const made = await client.crm.objects.tasks.batchApi.upsert({
			inputs: [input({ hs_task_subject: 'Call', hs_timestamp: '2026-11-27T12:00:00.000Z' })],
		});
		const id = made.results[0]?.id ?? '';
		assert.equal(fake.tasks().get(id)?.cs_effect_key, cs_effect_key);
		const effect = {
			effectKey: cs_effect_key,
			accountId: 'CUST_0001',
			accountExternalId: company,
			title: 'Call',
			text: '',
			dueOn: '2026-11-27',
			priority: 'high' as const,
			ownerExternalId: '201',
		};
		const ours = await wireOf(async () => await hubspot.createTask?.(call, settings, effect));
		const theirs = await wireOf(
			async () =>
				await client.crm.objects.tasks.batchApi.upsert({
					inputs: [
						input({
							hs_task_subject: 'Call',
							hs_task_body: '',
							hs_task_priority: 'HIGH',
							hs_task_type: 'TODO',
							hs_timestamp: '2026-11-27T12:00:00.000Z',
							hubspot_owner_id: '201',
						}),
					],
				}),
		);
		assert.deepEqual(ours[1], theirs[0]);
		assert.equal(fake.tasks().size, 1);
		await same(
			async () => await client.crm.associations.v4.basicApi.createDefault('tasks', id, 'companies', company),
			async () => await tie(call, 'tasks', id, company, true),
		);
		const deal = await client.crm.deals.batchApi.upsert({
			inputs: [input({ dealname: 'Seats', dealstage: 'closedwon' })],
		});
		assert.equal(deal.results[0]?._new, true);
	});

	test('associations, owners, pipelines', async () => {
		await same(
			async () => {
				const answer = await client.crm.associations.v4.batchApi.getPage('contacts', 'companies', {
					inputs: [{ id: '101' }],
				});
				assert.equal(String(answer.results[0]?.to?.[0]?.toObjectId), ids[0]);
			},
			async () => await readAssociations(call, 'contacts', 'companies', ['101']),
		);
		await same(
			async () => await client.crm.owners.ownersApi.getPage(undefined, undefined, 100),
			async () =>
				await hubspot.readPage(
					call,
					settings,
					{ object: 'people', window: null, removed: false, fields: [] },
					null,
				),
			[REASONS.archived, REASONS.slash],
		);
		await same(
			async () => {
				const pipelines = await client.crm.pipelines.pipelinesApi.getAll('tickets');
				assert.equal(pipelines.results[0]?.stages.at(-1)?.metadata?.isClosed, 'true');
			},
			async () => await readStages(call, 'tickets'),
		);
	});

	test('properties: list, group, create', async () => {
		await same(
			async () => {
				const all = await client.crm.properties.coreApi.getAll('companies');
				assert.ok(all.results.some(({ name }) => name === 'cs_health_score'));
			},
			async () => await hubspot.listFields(call, settings, 'accounts'),
			[REASONS.archived],
		);
		const bare = createHubspotFake({ now: Date.now, accounts: 0, prepared: false });
		const place = await serve(bare);
		const other = new Client({ accessToken: 'test', basePath: place.url });
		try {
			await other.crm.properties.groupsApi.create('companies', {
				name: 'customer_success',
				label: 'Customer success',
				displayOrder: -1,
			});
			const made = await other.crm.properties.batchApi.create('companies', {
				inputs: [
					{
						name: 'cs_health_score',
						label: 'Health score',
						groupName: 'customer_success',
						type: 'number',
						fieldType: 'number',
					} as never,
				],
			});
			assert.equal(made.results[0]?.name, 'cs_health_score');
		} finally {
			await place.close();
		}
	});

	test('the SDK meets the refusals that we classify', async () => {
		fake.plan({ fault: '403-scope', on: '/companies' });
		await assert.rejects(
			client.crm.companies.basicApi.getPage(10),
			(error: { code?: number }) => error.code === 403,
		);
		await assert.rejects(
			client.crm.companies.basicApi.getPage(101),
			(error: { code?: number }) => error.code === 400,
		);
		const partial = await client.crm.companies.batchApi.update({
			inputs: [
				{ id: ids[0] ?? '', objectWriteTraceId: 'a', properties: { cs_health_score: '5' } },
				{ id: ids[1] ?? '', objectWriteTraceId: 'b', properties: { cs_health_score: 'x' } },
			],
		});
		assert.equal(partial.results.length, 1);
		assert.equal('numErrors' in partial ? partial.numErrors : 0, 1);
	});
});
