import type { SourceObject, VendorField } from '../Source';
import type { Call } from '../Wire';
import { HUBSPOT_OBJECTS, type HubspotObjectName } from './HubspotObject';
import { readProperties } from './readProperties';

const OWNER_FIELDS = [
	['name', 'Name'],
	['email', 'E-mail'],
	['team', 'Team'],
] as const;

/** All properties of an object, by label. HubSpot's property name is its stable id: a new label does not change it. */
export async function listFields(call: Call, object: SourceObject): Promise<readonly VendorField[]> {
	if (object === 'people') {
		return OWNER_FIELDS.map(([id, label]) => ({
			id,
			label,
			type: 'string',
			writable: false,
			required: false,
			options: [],
		}));
	}
	const known = HUBSPOT_OBJECTS[object as HubspotObjectName] as { type: string } | undefined;
	if (known === undefined) return [];
	return (await readProperties(call, known.type))
		.filter((property) => property.archived !== true)
		.map((property) => ({
			id: property.name,
			label: property.label === '' ? property.name : property.label,
			type: property.type,
			writable: property.calculated !== true && property.modificationMetadata?.readOnlyValue !== true,
			required: false,
			options: (property.options ?? [])
				.filter((option) => option.hidden !== true)
				.map((option) => option.value),
		}))
		.sort((a, b) => a.label.localeCompare(b.label, 'en') || a.id.localeCompare(b.id, 'en'));
}
