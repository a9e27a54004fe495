import { salesforceId } from './salesforceId';

export type IdKind =
	| 'airtable'
	| 'customer-number'
	| 'number'
	| 'opaque'
	| 'prefixed'
	| 'salesforce'
	| 'stripe'
	| 'uuid';

export interface RecognisedId {
	readonly kind: IdKind;
	/** Form in which two spellings of one id are equal: a UUID in lower case, a Salesforce id with 18 characters. */
	readonly canonical: string;
	/** Of `<system>:<id>`: the system; else null. */
	readonly system: string | null;
}

const PREFIXED = /^([a-z][a-z0-9_-]{1,30}):(.+)$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What kind of id a text is: `CUST_0001` and `CUST-001` (customer numbers), a UUID, a Salesforce id (15 characters, or 18 with a right
 * checksum), an Airtable record, a Stripe object, a number, `hubspot:512`. Every other text is an opaque id and just as good. Customer
 * numbers are not brought into one form: `CUST_0001` and `CUST-001` are two accounts unless cs_aliases says otherwise.
 *
 * @example
 * recogniseId('001D000000IqhSL')
 * // => { kind: 'salesforce', canonical: '001D000000IqhSLIAZ', system: null }
 */
export function recogniseId(id: string): RecognisedId {
	const text = id.trim();
	const known = (kind: IdKind, canonical = text): RecognisedId => ({ kind, canonical, system: null });
	if (/^CUST[_-]\d+$/i.test(text)) return known('customer-number');
	if (UUID.test(text)) return known('uuid', text.toLowerCase());
	if (/^rec[A-Za-z0-9]{14}$/.test(text)) return known('airtable');
	if (/^(?:cus|sub|si|in|prod|price|acct)_[A-Za-z0-9]{8,}$/.test(text)) return known('stripe');
	if (/^\d+$/.test(text)) return known('number');
	const salesforce = salesforceId(text);
	if (salesforce !== null) return known('salesforce', salesforce);
	const prefixed = PREFIXED.exec(text);
	const system = prefixed?.[1];
	if (system === undefined) return known('opaque');
	return { kind: 'prefixed', canonical: `${system}:${recogniseId(prefixed?.[2] ?? '').canonical}`, system };
}
