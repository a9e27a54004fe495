import type { RawRecord, ReadRequest, SourcePage } from '../Source';
import type { Call } from '../Wire';
import { resultsOf, type HubspotRecord } from './HubspotAnswer';
import type { HubspotObject } from './HubspotObject';
import { EFFECT_KEY } from './hubspotResults';
import { hubspotPath } from './hubspotPath';
import { parseRecord } from './parseRecord';
import { searchRecords, windowFilters } from './searchRecords';

/**
 * One page of what is gone. First what was merged: HubSpot makes a new record of the two and keeps their ids in
 * `hs_merged_object_ids` (cursor `m:<last id>`); then what was deleted, which it keeps listed for 90 days (cursor `a:<after>`).
 * The list of deleted records cannot be filtered by time, so records outside the window are left out here.
 */
export async function readRemoved(
	call: Call,
	request: ReadRequest,
	object: HubspotObject,
	keyField: string,
	cursor: string | null,
): Promise<SourcePage> {
	const merges = object.type === 'companies' || object.type === 'contacts';
	if (merges && cursor?.startsWith('a:') !== true) return await mergedPage(call, request, object, cursor);
	return await archivedPage(call, request, object, keyField, cursor);
}

async function mergedPage(
	call: Call,
	request: ReadRequest,
	object: HubspotObject,
	cursor: string | null,
): Promise<SourcePage> {
	const found = await searchRecords(
		call,
		object.type,
		[
			{ propertyName: 'hs_merged_object_ids', operator: 'HAS_PROPERTY' },
			...windowFilters(request.window, object.modified),
		],
		['hs_merged_object_ids'],
		cursor?.startsWith('m:') === true ? cursor.slice(2) : null,
	);
	const records = found.results.flatMap(mergedInto);
	const last = found.results.at(-1);
	const more = last !== undefined && (found.after !== null || (found.total ?? 0) > found.results.length);
	return { records, next: more ? `m:${last.id}` : 'a:' };
}

/** The ids that were merged into a record, each as a removed record of its own. */
export function mergedInto(record: HubspotRecord): readonly RawRecord[] {
	return (record.properties?.hs_merged_object_ids ?? '')
		.split(';')
		.map((id) => id.trim())
		.filter((id) => id !== '' && id !== String(record.id))
		.map((id) => ({
			id,
			updatedAt: record.updatedAt ?? null,
			fields: {},
			removed: true,
			mergedInto: String(record.id),
		}));
}

async function archivedPage(
	call: Call,
	request: ReadRequest,
	object: HubspotObject,
	keyField: string,
	cursor: string | null,
): Promise<SourcePage> {
	const path = hubspotPath('objects', object.type);
	const property = object.type === 'companies' ? keyField : object.type === 'tasks' ? EFFECT_KEY : '';
	const after = cursor?.startsWith('a:') === true ? cursor.slice(2) : '';
	const answer = await call({
		method: 'GET',
		path,
		query: {
			limit: '100',
			archived: 'true',
			...(property === '' ? {} : { properties: property }),
			...(after === '' ? {} : { after }),
		},
		idempotent: true,
	});
	const found = resultsOf<HubspotRecord>(answer, path);
	const { window } = request;
	const records = found.results
		.filter((record) => {
			if (object.type === 'tasks' && (record.properties?.[EFFECT_KEY] ?? '') === '') return false;
			const at = Date.parse(record.archivedAt ?? record.updatedAt ?? '');
			if (window === null || Number.isNaN(at)) return true;
			return at >= Date.parse(window.from) && at < Date.parse(window.to);
		})
		.map((record) => ({
			...parseRecord({ ...record, archived: true }),
			updatedAt: record.archivedAt ?? record.updatedAt ?? null,
		}));
	return { records, next: found.after === null ? null : `a:${found.after}` };
}
