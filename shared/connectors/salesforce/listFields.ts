import type { SourceObject, SourceSettings, VendorField } from '../Source';
import type { Call } from '../Wire';
import { describeObject, type DescribedField } from './describeObject';
import { missingObject } from './missingObject';
import { SALESFORCE_OBJECTS } from './salesforceObjects';

/** Compound fields come in parts of their own. */
const COMPOUND = new Set(['address', 'location']);
/** What is worth picking of a related record. */
const RELATED: Readonly<Record<string, readonly string[]>> = { User: ['Name', 'Email'] };
/** Looks like ARR and is not. */
const TRAPS: Readonly<Record<string, string>> = {
	AnnualRevenue: "the customer's own revenue, not your ARR",
};

function toVendorField(field: DescribedField): VendorField {
	const trap = TRAPS[field.name];
	return {
		id: field.name,
		label: trap === undefined ? field.label : `${field.label} (${trap})`,
		type: field.type,
		writable: field.updateable,
		required: field.createable && !field.nillable && !field.defaultedOnCreate,
		options: field.picklistValues.filter(({ active }) => active).map(({ value }) => value),
	};
}

/** Fields of a related record, by path: `Owner.Email`. */
function relatedFields({ label, referenceTo, relationshipName }: DescribedField): VendorField[] {
	if (relationshipName === null) return [];
	const names = RELATED[referenceTo.find((object) => object in RELATED) ?? ''] ?? ['Name'];
	return names.map((name) => ({
		id: `${relationshipName}.${name}`,
		label: `${label}: ${name}`,
		type: 'string',
		writable: false,
		required: false,
		options: [],
	}));
}

/** All fields that may be mapped, with those of the records it refers to. */
export async function listFields(
	call: Call,
	_settings: SourceSettings,
	object: SourceObject,
): Promise<readonly VendorField[]> {
	const known = SALESFORCE_OBJECTS[object];
	if (known === undefined) throw missingObject(object);
	const described = (await describeObject(call, known.name)).filter(({ type }) => !COMPOUND.has(type));
	return [...described.map(toVendorField), ...described.flatMap(relatedFields)];
}
