import { ConnectorFault } from '../ConnectorFault';
import type { RawRecord, ReadRequest, SourceObject, SourcePage, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { flattenPipedriveRecord } from './flattenPipedriveRecord';
import {
	allPipedriveRows,
	asPipedriveRow,
	nextPipedriveCursor,
	pipedriveRows,
	type PipedriveRow,
} from './pipedriveAnswer';
import { CUSTOM_FIELD_KEY, PAGE_LIMIT, pipedriveRequest } from './pipedriveRequest';
import { DEAL_KEY_FIELD } from './pipedriveReaders';
import { PIPEDRIVE_RESULTS } from './pipedriveResults';
import { isPipedriveKey, keyOfPipedriveField, readPipedriveKeys } from './readPipedriveKeys';

const LISTS: Readonly<Partial<Record<SourceObject, string>>> = {
	accounts: 'organizations',
	contacts: 'persons',
	deals: 'deals',
	interactions: 'activities',
	tasks: 'activities',
};
/** As the one list that still names deleted organizations and persons calls them. */
const RECENT_ITEM: Readonly<Partial<Record<SourceObject, string>>> = {
	accounts: 'organization',
	contacts: 'person',
};
/** More keys than this in one request are refused; then all fields come. */
const MOST_CUSTOM_KEYS = 15;
/** Pipedrive forgets what was deleted after 30 days, and refuses to look further back. */
const RECENT_MS = 30 * 86_400_000;
const OURS: ReadonlySet<string> = new Set([...Object.values(PIPEDRIVE_RESULTS), DEAL_KEY_FIELD]);
const NO_KEYS: ReadonlyMap<string, string> = new Map();
const NOTHING: SourcePage = { records: [], next: null };

/**
 * One page of up to 500. Lists run by id, not by time of change: an id never moves while others edit, so nothing is skipped between two
 * pages. Deals come with the name and the probability of their stage (5 tokens a page more).
 */
export async function readPipedrivePage(
	call: Call,
	_settings: SourceSettings,
	request: ReadRequest,
	cursor: string | null,
): Promise<SourcePage> {
	if (request.object === 'people') return request.removed ? NOTHING : await readUsers(call);
	if (request.removed && RECENT_ITEM[request.object] !== undefined)
		return await readDeleted(call, request, cursor);
	const list = LISTS[request.object];
	const names = request.fields.filter((field) => !isPipedriveKey(field));
	if (list === undefined || (request.removed && request.object !== 'deals')) return NOTHING;
	const isMapped = cursor === null && request.fields.some(isCustom);
	const keys = names.length > 0 || isMapped ? await readPipedriveKeys(call, request.object) : NO_KEYS;
	if (cursor === null) refuseUnknown(request, keys);
	const answer = await call(
		pipedriveRequest({
			method: 'GET',
			path: `/v2/${list}`,
			query: {
				limit: PAGE_LIMIT,
				sort_by: 'id',
				sort_direction: 'asc',
				...(request.window === null
					? {}
					: { updated_since: seconds(request.window.from), updated_until: seconds(request.window.to) }),
				...(request.removed ? { status: 'deleted' } : {}),
				...(list === 'activities'
					? {}
					: fieldQuery(request.fields.map((field) => keyOfPipedriveField(field, keys)))),
				...(cursor === null ? {} : { cursor }),
			},
		}),
	);
	const rows = pipedriveRows(answer);
	const stages =
		request.object === 'deals' && rows.length > 0 ? await readStages(call) : new Map<unknown, PipedriveRow>();
	return {
		records: rows.map((row) => {
			const stage = stages.get(row.stage_id);
			const whole = stage === undefined ? row : { ...row, ...placed(stage) };
			return underNames(flattenPipedriveRecord(whole), names, keys);
		}),
		next: nextPipedriveCursor(answer),
	};
}

/** RFC 3339 without fractions: Pipedrive keeps whole seconds. What the window's end cuts off stands in the overlap of the next. */
function seconds(instant: string): string {
	return instant.replace(/\.\d+Z$/, 'Z');
}

/**
 * Pipedrive leaves out a custom field that was deleted, or that it never had, without a word, and a mapping would read nothing for ever.
 * So its list of fields is looked at before the first page (10 tokens). Fields of ours that `prepare base` has not made yet are no fault.
 */
function refuseUnknown(request: ReadRequest, keys: ReadonlyMap<string, string>): void {
	const known = new Set(keys.values());
	const gone = request.fields.find((field) => {
		const [key = ''] = keyOfPipedriveField(field, keys).split('.');
		return !OURS.has(field) && (isCustom(field) || !isPipedriveKey(field)) && !known.has(key);
	});
	if (gone === undefined) return;
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'pipedrive-field-unknown',
		message: `Pipedrive has no field "${gone}" on its ${LISTS[request.object]}.`,
		remedy:
			'It was renamed or deleted. Choose the field again in the mapping; the list there is read from Pipedrive.',
		status: null,
		field: gone,
	});
}

function isCustom(field: string): boolean {
	return CUSTOM_FIELD_KEY.test(field.split('.')[0] ?? field);
}

function fieldQuery(fields: readonly string[]): Record<string, string> {
	const custom = [...new Set(fields.map((field) => field.split('.')[0] ?? field))].filter((field) =>
		CUSTOM_FIELD_KEY.test(field),
	);
	const few = custom.length > 0 && custom.length <= MOST_CUSTOM_KEYS;
	return {
		include_option_labels: 'true',
		include_labels: 'true',
		...(few ? { custom_fields: custom.join(',') } : {}),
	};
}

function placed(stage: PipedriveRow): PipedriveRow {
	return { stage_name: stage.name, stage_probability: stage.deal_probability };
}

/** What a mapping asks for by the name people see stands under that name too. */
function underNames(
	record: RawRecord,
	names: readonly string[],
	keys: ReadonlyMap<string, string>,
): RawRecord {
	const named = names.flatMap((name) => {
		const value = record.fields[keyOfPipedriveField(name, keys)];
		return value === undefined ? [] : [[name, value] as const];
	});
	if (named.length === 0) return record;
	return { ...record, fields: { ...record.fields, ...Object.fromEntries(named) } };
}

async function readStages(call: Call): Promise<Map<unknown, PipedriveRow>> {
	const stages = await allPipedriveRows(call, '/v2/stages');
	return new Map(stages.map((stage) => [stage.id, stage]));
}

async function readUsers(call: Call): Promise<SourcePage> {
	const answer = await call(pipedriveRequest({ method: 'GET', path: '/v1/users' }));
	return { records: pipedriveRows(answer).map(flattenPipedriveRecord), next: null };
}

/**
 * Deleted organizations and persons: v2 has no list of them, the recent changes of v1 have, thirty days back. What was merged away is
 * there as deleted; Pipedrive does not say into what. Without a window nothing is asked: what a full read lacks is gone.
 */
async function readDeleted(call: Call, request: ReadRequest, cursor: string | null): Promise<SourcePage> {
	if (request.window === null) return NOTHING;
	const earliest = Math.max(Date.parse(request.window.from), Date.parse(request.window.to) - RECENT_MS);
	const since = new Date(earliest).toISOString();
	const answer = await call(
		pipedriveRequest({
			method: 'GET',
			path: '/v1/recents',
			query: {
				since_timestamp: since.slice(0, 19).replace('T', ' '),
				items: RECENT_ITEM[request.object] ?? '',
				start: cursor ?? '0',
				limit: PAGE_LIMIT,
			},
		}),
	);
	const records = pipedriveRows(answer).flatMap((entry): RawRecord[] => {
		const row = asPipedriveRow(entry.data);
		if (row.active_flag === true || (row.active_flag === undefined && entry.data !== null)) return [];
		const { updatedAt } = flattenPipedriveRecord(row);
		return [{ id: String(entry.id), updatedAt, fields: {}, removed: true, mergedInto: null }];
	});
	const page = asPipedriveRow(asPipedriveRow(asPipedriveRow(answer.body).additional_data).pagination);
	return { records, next: page.more_items_in_collection === true ? String(page.next_start) : null };
}
