import type { RawRecord } from '../connectors/Source';
import { readCell } from '../connectors/airtable/readCell';
import { CREATED_TIME } from '../connectors/airtable/resolveFields';
import type { Json } from './ItemPreset';

const NOT_FIELDS = new Set(['id', 'createdTime', 'fields', 'base', 'table', 'view', 'commentCount']);

/**
 * An item of n8n's Airtable node as a record: its fields stand flat beside `id` (newer versions) or under `fields` (older ones and the API).
 * Lookups and lists of one value become that value; links to other records stay lists. null without an id.
 */
export function airtableRecord(item: Json): RawRecord | null {
	if (typeof item.id !== 'string' || item.id === '') return null;
	const { fields: nested, createdTime } = item;
	const isNested = typeof nested === 'object' && nested !== null && !Array.isArray(nested);
	const source = Object.entries(isNested ? nested : item).filter(
		([name]) => isNested || !NOT_FIELDS.has(name),
	);
	const fields = Object.fromEntries(
		source
			.map(([name, value]) => [name, readCell(value, isLink(value) ? 'multipleRecordLinks' : '')] as const)
			.filter(([, value]) => value !== undefined),
	);
	return { id: item.id, updatedAt: null, fields: { ...fields, [CREATED_TIME]: createdTime } };
}

const isLink = (value: unknown): boolean =>
	Array.isArray(value) && value.length > 0 && value.every((id) => /^rec[A-Za-z0-9]{14}$/.test(String(id)));
