import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { pacerKey } from '../../../shared/connectors/n8n/pacerKey';
import { LEAVE_OUT } from '../../../shared/connectors/n8n/readSettings';
import type { SourceObject, VendorField } from '../../../shared/connectors/Source';
import { connectForList, type Connection } from '../connect';

/** A panel with ten mapped fields asks ten times at once; the system is asked once. Long enough for that, short enough for a new column. */
const KEPT_MS = 10_000;

const kept = new Map<string, { readonly until: number; readonly fields: Promise<readonly VendorField[]> }>();

function fieldsOf(
	context: ILoadOptionsFunctions,
	{ source, settings, call, clock }: Connection,
	object: SourceObject,
): Promise<readonly VendorField[]> {
	const now = clock.now();
	for (const [key, { until }] of kept) if (until < now) kept.delete(key);
	const credentials = Object.keys(context.getNode().credentials ?? {}).join();
	const key = [
		pacerKey(context, source.id, credentials, settings),
		settings.tables[object] ?? '',
		object,
	].join();
	const held = kept.get(key);
	if (held !== undefined) return held.fields;
	const fields = source.listFields(call, settings, object);
	kept.set(key, { until: now + KEPT_MS, fields });
	fields.catch(() => kept.delete(key));
	return fields;
}

/** All fields a system has for one kind of record, live, by ID; `writable`: only those that take a value. */
export async function vendorFields(
	context: ILoadOptionsFunctions,
	object: SourceObject,
	writable: boolean,
): Promise<INodePropertyOptions[]> {
	const connection = await connectForList(context);
	const fields = await fieldsOf(context, connection, object);
	const options = fields
		.filter((field) => !writable || field.writable)
		.map(({ id, label, type }) => ({
			name: id === label ? label : `${label} (${id})`,
			value: id,
			description: type,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
	return [{ name: `(${writable ? 'Do Not Write' : 'Do Not Read'})`, value: LEAVE_OUT }, ...options];
}
