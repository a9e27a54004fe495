import type { Call } from '../Wire';
import { dataPath } from './dataPath';
import { soqlName } from './soqlName';

/** What we read of a field in a describe answer. */
export interface DescribedField {
	readonly name: string;
	readonly label: string;
	readonly type: string;
	readonly createable: boolean;
	readonly updateable: boolean;
	readonly nillable: boolean;
	readonly defaultedOnCreate: boolean;
	readonly externalId?: boolean;
	readonly relationshipName: string | null;
	readonly referenceTo: readonly string[];
	readonly picklistValues: ReadonlyArray<{ readonly value: string; readonly active: boolean }>;
}

/** All fields of an object that the user of the credential may see. */
export async function describeObject(call: Call, object: string): Promise<readonly DescribedField[]> {
	const path = dataPath(`/sobjects/${soqlName(object)}/describe`);
	const answer = await call({ method: 'GET', path, idempotent: true });
	return (answer.body as { readonly fields: readonly DescribedField[] }).fields;
}
