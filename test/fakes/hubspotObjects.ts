import type { FakeAnswer, FakeRequest } from './Fake';
import { batchHubspot } from './hubspotBatch';
import { refuse } from './hubspotFaults';
import { searchHubspot } from './hubspotSearch';
import type { HubspotStore, Properties, StoredRecord } from './hubspotStore';
import type { AdminRule } from './hubspotValidation';

const SINGULAR: Readonly<Record<string, string>> = {
	contacts: 'contact',
	deals: 'deal',
	meetings: 'meeting_event',
	tasks: 'task',
	tickets: 'ticket',
};

/** /crm/objects/...: list, search, batches, one record, default associations. */
export function serveObjects(
	store: HubspotStore,
	type: string,
	rest: readonly string[],
	{ method, query, body }: FakeRequest,
	rules: readonly AdminRule[],
): FakeAnswer {
	const [first = '', second = ''] = rest;
	const sent = (body ?? {}) as Record<string, unknown>;
	const asked = Array.isArray(sent.properties) ? sent.properties.map(String) : [];
	if (first === '' && method === 'GET') return list(store, type, query);
	if (first === 'search' && method === 'POST') {
		return searchHubspot(store, type, sent, (record, properties, updatedMs) =>
			show(record, asked, properties, updatedMs),
		);
	}
	if (first === 'batch' && method === 'POST') {
		// Answers of writes hold what was written, whatever was asked for.
		const wanted = second === 'read' ? asked : null;
		return batchHubspot(store, type, second, sent, (record) => show(record, wanted), rules);
	}
	const record = store.find(type, first);
	if (record === null || record.archivedMs !== null)
		return refuse(404, 'OBJECT_NOT_FOUND', 'resource not found');
	if (second === 'associations' && rest[2] === 'default' && method === 'PUT') {
		const [, , , to = '', toId = ''] = rest;
		if (to !== 'companies' || store.find('companies', toId) === null) {
			return refuse(404, 'OBJECT_NOT_FOUND', `No ${to} with id ${toId}`);
		}
		store.associate(record, toId);
		return {
			status: 200,
			body: { status: 'COMPLETE', results: [{ from: { id: first }, to: { id: toId } }] },
		};
	}
	if (method === 'PATCH') {
		store.update(record, (sent.properties ?? {}) as Properties);
		return { status: 200, body: show(record, null) };
	}
	return { status: 200, body: show(record, (query.properties ?? '').split(',')) };
}

function list(store: HubspotStore, type: string, query: FakeRequest['query']): FakeAnswer {
	const limit = Number(query.limit ?? 10);
	if (limit > 100)
		return refuse(400, 'VALIDATION_ERROR', `limit must be less than or equal to 100, was ${limit}`);
	const after = query.after === undefined || query.after === '' ? 0 : Number(query.after);
	if (!Number.isInteger(after))
		return refuse(400, 'VALIDATION_ERROR', 'Invalid paging cursor in the parameter "after".');
	const archived = query.archived === 'true';
	const all = store.listed(type);
	const page: StoredRecord[] = [];
	let more = false;
	for (let index = firstAfter(all, after); index < all.length; index += 1) {
		const record = all[index];
		if (record === undefined || (record.archivedMs !== null) !== archived) continue;
		if (page.length === limit) {
			more = true;
			break;
		}
		page.push(record);
	}
	const properties = (query.properties ?? '').split(',').filter((name) => name !== '');
	const associations = (query.associations ?? '').split(',').filter((name) => name !== '');
	const last = page.at(-1)?.id ?? '';
	const link = `https://api.hubapi.com/crm/v3/objects/${type}?after=${last}`;
	return {
		status: 200,
		body: {
			results: page.map((record) => {
				const tied = associationsOf(store, record, associations);
				return {
					...show(record, properties),
					...(Object.keys(tied).length > 0 ? { associations: tied } : {}),
				};
			}),
			...(more ? { paging: { next: { after: last, link } } } : {}),
		},
	};
}

function firstAfter(all: readonly StoredRecord[], after: number): number {
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (Number(all[middle]?.id) > after) high = middle;
		else low = middle + 1;
	}
	return low;
}

function associationsOf(store: HubspotStore, record: StoredRecord, wanted: readonly string[]) {
	const tied: Record<string, { results: Array<{ id: string; type: string }> }> = {};
	for (const to of wanted) {
		const ids =
			record.type === 'companies'
				? store.belonging(record.id, to)
				: to === 'companies'
					? record.companies
					: [];
		if (ids.length === 0) continue;
		const from = record.type === 'companies' ? 'company' : (SINGULAR[record.type] ?? record.type);
		const name = `${from}_to_${to === 'companies' ? 'company' : (SINGULAR[to] ?? to)}`;
		const unlabeled = ids.map((id) => ({ id, type: `${name}_unlabeled` }));
		tied[to] = { results: [...[...unlabeled].reverse(), { id: ids[0] ?? '', type: name }] };
	}
	return tied;
}

/** A record as HubSpot answers it: what was asked for and is defined, null where it is not filled. null: all that is filled. */
export function show(
	record: StoredRecord,
	asked: readonly string[] | null,
	properties: Properties = record.properties,
	updatedMs: number = record.updatedMs,
): Record<string, unknown> {
	const modified = record.type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
	const names = asked === null ? Object.keys(properties) : ['createdate', modified, 'hs_object_id', ...asked];
	return {
		id: record.id,
		properties: Object.fromEntries(names.map((name) => [name, properties[name] ?? null])),
		createdAt: new Date(record.createdMs).toISOString(),
		updatedAt: new Date(updatedMs).toISOString(),
		archived: record.archivedMs !== null,
		...(record.archivedMs === null ? {} : { archivedAt: new Date(record.archivedMs).toISOString() }),
	};
}

/** POST /crm/associations/{from}/{to}/batch/read: up to 1,000 ids; 207 when some have none. */
export function readAssociations(store: HubspotStore, from: string, to: string, body: unknown): FakeAnswer {
	const inputs = ((body ?? {}) as { inputs?: Array<{ id: string }> }).inputs ?? [];
	if (inputs.length > 1000) return refuse(400, 'VALIDATION_ERROR', 'The maximum number of inputs is 1000.');
	const results: unknown[] = [];
	const errors: unknown[] = [];
	for (const { id } of inputs) {
		const record = store.find(from, id);
		const ids =
			record === null ? [] : from === 'companies' ? store.belonging(record.id, to) : record.companies;
		if (ids.length === 0) {
			errors.push({
				status: 'error',
				category: 'OBJECT_NOT_FOUND',
				subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
				message: `No ${to} is associated with ${from} ${id}.`,
				context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
			});
			continue;
		}
		const types = (primary: boolean) => [
			...(primary ? [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' }] : []),
			{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
		];
		results.push({
			from: { id },
			to: ids
				.map((toId, index) => ({ toObjectId: Number(toId), associationTypes: types(index === 0) }))
				.reverse(),
		});
	}
	const at = '2026-11-20T00:00:00.000Z';
	const answer = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
	if (errors.length === 0) return { status: 200, body: answer };
	return { status: 207, body: { ...answer, numErrors: errors.length, errors } };
}
