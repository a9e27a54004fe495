import type { SourceObject } from '../Source';
import type { Call } from '../Wire';
import { allPipedriveRows } from './pipedriveAnswer';
import { CUSTOM_FIELD_KEY } from './pipedriveRequest';

/** Where Pipedrive describes the fields of an object; activities have no custom fields. */
export const FIELD_LISTS: Readonly<Partial<Record<SourceObject, string>>> = {
	accounts: '/v2/organizationFields',
	contacts: '/v2/personFields',
	deals: '/v2/dealFields',
	interactions: '/v2/activityFields',
	tasks: '/v2/activityFields',
};
const STANDARD = /^[a-z][a-z_]*(\.[a-z_0-9]+)?$/;

/** What a mapping may name: the key of a custom field, a standard field or a part of one; '' is none. All else is the name people see. */
export function isPipedriveKey(field: string): boolean {
	const [key = ''] = field.split('.');
	return field === '' || CUSTOM_FIELD_KEY.test(key) || STANDARD.test(field);
}

/** A run has one `Call`: the fields of an object are asked for once per run. */
const known = new WeakMap<Call, Map<SourceObject, Promise<ReadonlyMap<string, string>>>>();

/** Keys of an object's fields by the name people see (10 tokens a page of 500). Of two fields with one name the first is meant. */
export async function readPipedriveKeys(
	call: Call,
	object: SourceObject,
): Promise<ReadonlyMap<string, string>> {
	const ofCall = known.get(call) ?? new Map<SourceObject, Promise<ReadonlyMap<string, string>>>();
	known.set(call, ofCall);
	const asked = ofCall.get(object) ?? askKeys(call, object);
	ofCall.set(object, asked);
	asked.catch(() => ofCall.delete(object));
	return await asked;
}

async function askKeys(call: Call, object: SourceObject): Promise<ReadonlyMap<string, string>> {
	const path = FIELD_LISTS[object];
	const keys = new Map<string, string>();
	if (path === undefined) return keys;
	for (const { field_name: name, field_code: key } of await allPipedriveRows(call, path)) {
		if (typeof name === 'string' && typeof key === 'string' && !keys.has(name)) keys.set(name, key);
	}
	return keys;
}

/** Key of a field that goes by its name, or by its name and a part of it (`ARR.currency`); as it is when Pipedrive does not know it. */
export function keyOfPipedriveField(field: string, keys: ReadonlyMap<string, string>): string {
	if (isPipedriveKey(field)) return field;
	const whole = keys.get(field);
	if (whole !== undefined) return whole;
	const dot = field.lastIndexOf('.');
	const base = dot > 0 ? keys.get(field.slice(0, dot)) : undefined;
	return base === undefined ? field : `${base}${field.slice(dot)}`;
}
