import { flattenPipedriveRecord } from '../connectors/pipedrive/flattenPipedriveRecord';
import type { RawRecord } from '../connectors/Source';
import type { Json } from './ItemPreset';

/**
 * An item of n8n's Pipedrive node as a record: v2 holds ids (`org_id: 12`), v1 objects (`org_id: { value: 12, name }`, `owner_id: { id: 3 }`). null
 * without an id.
 */
export function pipedriveRecord(item: Json): RawRecord | null {
	if (typeof item.id !== 'number' && typeof item.id !== 'string') return null;
	const entries = Object.entries(item).map(([name, value]) => [
		name,
		name.endsWith('_id') ? idIn(value) : value,
	]);
	return flattenPipedriveRecord(Object.fromEntries(entries) as Json);
}

function idIn(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if ('value' in value) return value.value;
	return 'id' in value ? value.id : value;
}
