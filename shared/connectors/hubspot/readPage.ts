import type { RawRecord, ReadRequest, SourcePage, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { associateCompanies } from './associateCompanies';
import { addRevenue, wantsRevenue } from './addRevenue';
import { resultsOf, type HubspotRecord } from './HubspotAnswer';
import { HUBSPOT_OBJECTS, type HubspotObject, type HubspotObjectName } from './HubspotObject';
import { hubspotPath } from './hubspotPath';
import { checkChosen, knownProperties } from './knownProperties';
import { parseRecord } from './parseRecord';
import { readOwners } from './readOwners';
import { addStages } from './readStages';
import { readRemoved } from './readRemoved';
import { searchRecords, windowFilters, type SearchFilter } from './searchRecords';
import { EFFECT_KEY } from './hubspotResults';

/** HubSpot's largest page of a list. */
export const LIST_PAGE = 100;
/** Longer lists of properties do not fit a URL; the search takes them in its body. */
const LONGEST_QUERY = 6000;
const NOTHING: SourcePage = { records: [], next: null };

/**
 * One page of an object. Everything: by list, 100 a page, associations in the same call, cursor `l:<after>`. What changed, our own
 * tasks, or accounts of some lifecycle stages only (option `lifecycle_stages`): by search, 200 a page, cursor `k:<last record id>`.
 * Both cursors hold in a later run.
 */
export async function readPage(
	call: Call,
	settings: SourceSettings,
	request: ReadRequest,
	cursor: string | null,
): Promise<SourcePage> {
	const name = request.object as HubspotObjectName;
	const object = HUBSPOT_OBJECTS[name];
	if (name === 'people') return await readOwners(call, request, cursor);
	if (cursor === null && !request.removed) await checkChosen(call, settings, request, object.type);
	const properties = propertiesOf(request, object);
	if (name === 'tasks' && cursor === null && !(await hasEffectKey(call))) return NOTHING;
	if (request.removed) return await readRemoved(call, request, object, settings.keyField, cursor);
	const filters = filtersOf(settings, request, object);
	const bySearch = filters.length > 0 || properties.join(',').length > LONGEST_QUERY;
	const page = bySearch
		? await searchPage(call, object, filters, properties, cursor, name !== 'accounts')
		: await listPage(call, settings, object, properties, cursor);
	return { records: await enrich(call, settings, object, page.records), next: page.next };
}

/** Without our key property there can be no task of ours, and a search by it would be refused. */
async function hasEffectKey(call: Call): Promise<boolean> {
	const names = await knownProperties(call, 'tasks');
	return names === null || names.has(EFFECT_KEY);
}

function propertiesOf(request: ReadRequest, object: HubspotObject): readonly string[] {
	const wanted = request.fields.filter((field) => field !== '' && !field.startsWith('@'));
	return [...new Set([...wanted, 'hs_object_id', object.modified])];
}

function filtersOf(
	settings: SourceSettings,
	request: ReadRequest,
	object: HubspotObject,
): readonly SearchFilter[] {
	const filters = [...windowFilters(request.window, object.modified)];
	if (request.object === 'tasks') filters.push({ propertyName: EFFECT_KEY, operator: 'HAS_PROPERTY' });
	const stages = String(settings.options.lifecycle_stages ?? '')
		.split(',')
		.map((stage) => stage.trim().toLowerCase())
		.filter((stage) => stage !== '');
	if (request.object === 'accounts' && stages.length > 0) {
		filters.push({ propertyName: 'lifecyclestage', operator: 'IN', values: stages });
	}
	return filters;
}

async function searchPage(
	call: Call,
	object: HubspotObject,
	filters: readonly SearchFilter[],
	properties: readonly string[],
	cursor: string | null,
	associated: boolean,
): Promise<SourcePage> {
	const afterId = cursor?.startsWith('k:') === true ? cursor.slice(2) : null;
	const found = await searchRecords(call, object.type, filters, properties, afterId);
	const records = found.results.map(parseRecord);
	const last = records.at(-1);
	const more = last !== undefined && (found.after !== null || (found.total ?? 0) > records.length);
	return {
		records: associated ? await associateCompanies(call, object.type, records) : records,
		next: more ? `k:${last.id}` : null,
	};
}

async function listPage(
	call: Call,
	settings: SourceSettings,
	object: HubspotObject,
	properties: readonly string[],
	cursor: string | null,
): Promise<SourcePage> {
	const path = hubspotPath('objects', object.type);
	const associations = object.type !== 'companies' ? 'companies' : wantsRevenue(settings) ? 'deals' : '';
	const answer = await call({
		method: 'GET',
		path,
		query: {
			limit: String(LIST_PAGE),
			properties: properties.join(','),
			...(associations === '' ? {} : { associations }),
			...(cursor?.startsWith('l:') === true ? { after: cursor.slice(2) } : {}),
		},
		idempotent: true,
	});
	const found = resultsOf<HubspotRecord>(answer, path);
	return { records: found.results.map(parseRecord), next: found.after === null ? null : `l:${found.after}` };
}

async function enrich(
	call: Call,
	settings: SourceSettings,
	object: HubspotObject,
	records: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
	if (object.type === 'deals' || object.type === 'tickets')
		return await addStages(call, object.type, records);
	if (object.type === 'companies' && wantsRevenue(settings)) return await addRevenue(call, settings, records);
	return records;
}
