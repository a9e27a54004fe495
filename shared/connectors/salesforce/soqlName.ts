import { ConnectorFault } from '../ConnectorFault';

const NAME = /^[A-Za-z]\w{0,79}(\.[A-Za-z]\w{0,79}){0,5}$/;

/**
 * Checks the API name of a field or object before it is put into SOQL or a path: letters, digits, underscores, with dots for the fields of
 * a related record (`Owner.Email`). Names cannot be quoted in SOQL, so anything else is refused with a `schema` fault.
 */
export function soqlName(name: string): string {
	if (NAME.test(name)) return name;
	throw new ConnectorFault({
		faultClass: 'schema',
		code: 'salesforce-field-name',
		message: `'${name.slice(0, 60)}' is not the API name of a Salesforce field.`,
		remedy: "Use the API name as Setup > Object Manager > Fields shows it, e.g. 'ARR__c' or 'Owner.Email'.",
		status: null,
		field: name,
	});
}
