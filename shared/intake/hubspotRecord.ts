import { parseRecord } from '../connectors/hubspot/parseRecord';
import type { RawRecord } from '../connectors/Source';
import { readField } from '../fields/readField';
import type { Json } from './ItemPreset';

const IDS = ['id', 'companyId', 'vid', 'canonical-vid', 'dealId', 'objectId', 'ownerId', 'engagement.id'];
/** Where each form of HubSpot's API says which company a record belongs to. */
const COMPANIES = [
	'associations.associatedCompanyIds.0',
	'associations.companyIds.0',
	'associated-company.company-id',
	'properties.associatedcompanyid.value',
	'properties.associatedcompanyid',
];

/**
 * An item of n8n's HubSpot node as a record, whichever API made it: v3 (`properties.name`), v1 and v2 (`properties.name.value`, ids called
 * companyId, vid, dealId, objectId), an owner, or a record that somebody flattened. Won and closed deals of the old API are told by their
 * stage. null without an id.
 */
export function hubspotRecord(item: Json): RawRecord | null {
	const id = IDS.map((name) => readField(item, name)).find((value) => value !== null);
	if (typeof id !== 'string' && typeof id !== 'number') return null;
	const { properties } = item;
	const isWrapped = typeof properties === 'object' && properties !== null;
	const entries = Object.entries(isWrapped ? properties : item).map(
		([name, value]) => [name, isWrapped ? unwrap(value) : value] as const,
	);
	const record = parseRecord({
		id: String(id),
		properties: Object.fromEntries(entries) as Record<string, string | null>,
		associations: item.associations as never,
		...(typeof item.updatedAt === 'string' && { updatedAt: item.updatedAt }),
		archived: item.archived === true || item.isDeleted === true,
	});
	const company = COMPANIES.map((name) => readField(item, name)).find(
		(value) => typeof value === 'string' || typeof value === 'number',
	);
	return {
		...record,
		fields: {
			...(company !== undefined && { '@company': String(company) }),
			...stageOf(record.fields),
			...ownerName(item),
			...record.fields,
		},
	};
}

const unwrap = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

/** HubSpot's own pipeline calls its last stages so; other pipelines tell by hs_is_closed. */
function stageOf(fields: Json): Json {
	const stage = String(fields.dealstage);
	if (fields.hs_is_closed !== undefined || fields.dealstage === undefined) return {};
	return { '@won': stage === 'closedwon', '@closed': stage === 'closedwon' || stage === 'closedlost' };
}

function ownerName(item: Json): Json {
	const name = [item.firstName, item.lastName]
		.filter((part) => typeof part === 'string' && part !== '')
		.join(' ');
	return name === '' ? {} : { name };
}
