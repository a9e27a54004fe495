import { modelOf } from '../../scoring/core/modelOf';
import { readField } from '../fields/readField';
import type { RawRecord, SourceId, SourceObject } from '../connectors/Source';
import { SOURCES } from '../connectors/sources';
import { airtableRecord } from './airtableRecord';
import { hubspotEngagement } from './hubspotEngagement';
import { hubspotRecord } from './hubspotRecord';
import type { ItemsRequest, Json } from './ItemPreset';
import { pipedriveRecord } from './pipedriveRecord';
import { salesforceRecord } from './salesforceRecord';
import { stripeRecord } from './stripeRecord';
import type { VendorShape } from './VendorShape';

/** A system for which n8n has no node of its own makes no such items, and is not here. */
const RECORD_OF: Readonly<Partial<Record<SourceId, (item: Json) => RawRecord | null>>> = {
	airtable: airtableRecord,
	hubspot: hubspotRecord,
	pipedrive: pipedriveRecord,
	salesforce: salesforceRecord,
	stripe: stripeRecord,
};

export interface VendorShaper {
	/** null: the item is no record of this system. Throws what the vendor's reader throws. */
	readonly shape: (item: Json) => VendorShape | null;
	/** Fields of the items that are read. */
	readonly read: ReadonlySet<string>;
	readonly system: SourceId;
	/** Field that holds the hash of what we wrote back last; null: the system has none. */
	readonly hashField: string | null;
}

/**
 * How items of a system's own n8n node become rows: brought into the form in which our own source reads records, then shaped by the same
 * reader, so a company is the same row whichever way it came. null when the system has no such object.
 */
export function vendorRows(
	system: SourceId,
	object: SourceObject,
	request: ItemsRequest,
): VendorShaper | null {
	const reader = SOURCES[system].readers[object];
	if (reader === undefined) return null;
	const mapping = Object.fromEntries(
		Object.entries({ ...reader.fields, ...request.mapping }).filter(([, field]) => field !== ''),
	);
	const settings = {
		baseId: '',
		tables: {},
		fields: { [object]: request.mapping },
		keyField: request.keyField,
		results: {},
		currency: request.currency,
		options: {},
	};
	const checkboxes = system === 'airtable' ? checkboxFields(object, mapping, request.items) : [];
	return {
		system,
		hashField: SOURCES[system].scores?.fields.row_hash ?? null,
		read: new Set([...Object.values(mapping), ...reader.needed, request.keyField]),
		shape: (item) => {
			const engagement = system === 'hubspot' ? hubspotEngagement(item) : null;
			if (engagement !== null) return engagement;
			const record = RECORD_OF[system]?.(item) ?? null;
			if (record === null) return null;
			const mapped = pick(record, item, mapping);
			for (const field of checkboxes) if (mapped[field] === undefined) mapped[field] = false;
			return { record, shaped: reader.shape(record, mapped, settings) };
		},
	};
}

/** By the record's flat name first, then as a path in the item (`properties.arr.value`). */
function pick(
	record: RawRecord,
	item: Json,
	mapping: Readonly<Record<string, string>>,
): Record<string, unknown> {
	const mapped: Record<string, unknown> = {};
	for (const [field, name] of Object.entries(mapping)) {
		const value = Object.hasOwn(record.fields, name) ? record.fields[name] : readField(item, name);
		if (value !== null && value !== undefined) mapped[field] = value;
	}
	return mapped;
}

/** Airtable leaves an unticked box out. A column that some item has ticked is there, and unticked in the others. */
function checkboxFields(
	object: SourceObject,
	mapping: Readonly<Record<string, string>>,
	items: readonly Json[],
): readonly string[] {
	const canonical = object === 'subscriptions' ? 'contracts' : object === 'deals' ? 'opportunities' : object;
	const boxes = modelOf(canonical).fields.filter(({ kind }) => kind === 'boolean');
	return boxes
		.map(({ name }) => name)
		.filter((name) => {
			const column = mapping[name];
			if (column === undefined) return false;
			return items.some(
				(item) => readField(item, column) === true || readField(item, `fields.${column}`) === true,
			);
		});
}
