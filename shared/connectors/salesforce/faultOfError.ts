import { ConnectorFault } from '../ConnectorFault';
import { ERROR_RULES, type ErrorRule } from './errorRules';
import { vendorWords } from './vendorWords';

/** One error of an answer, or of an item in it. */
export interface SalesforceError {
	readonly code: string;
	readonly message: string;
	readonly fields: readonly string[];
}

const NAMED_FIELD = [
	/No such column '([\w.]+)'/,
	/Didn't understand relationship '(\w+)'/,
	/field '([\w.]+)' can not be filtered/,
	/external ID field does not exist or is not accessible: (\w+)/,
	/Unable to create\/update fields: (\w+)/,
];

function namedField({ message, fields }: SalesforceError): string | null {
	for (const pattern of NAMED_FIELD) {
		const found = pattern.exec(message)?.[1];
		if (found !== undefined) return found;
	}
	return fields[0] ?? null;
}

/** By the status alone, for codes that are not known and answers that are not JSON. */
function ruleOfStatus(status: number): ErrorRule {
	if (status === 401)
		return { faultClass: 'auth', remedy: 'Open the Salesforce credential and connect it again.' };
	if (status === 403)
		return {
			faultClass: 'auth',
			remedy: 'Ask the Salesforce administrator which permission the integration user lacks.',
		};
	if (status === 404)
		return {
			faultClass: 'not-found',
			remedy: 'Check the instance URL of the credential, and that the record or object exists.',
		};
	if (status === 429) return { faultClass: 'throttle', remedy: 'Nothing to do: it is tried again.' };
	if (status >= 500)
		return {
			faultClass: 'transient',
			remedy: 'Nothing to do: it is tried again. If it stays, look at status.salesforce.com.',
		};
	if (status < 300)
		return {
			faultClass: 'poison',
			remedy: 'Correct the record in Salesforce; it is tried again with the next change.',
		};
	return { faultClass: 'request', remedy: 'Report it with the operation and the field mapping.' };
}

function ruleOf(error: SalesforceError, status: number): ErrorRule {
	const rule = ERROR_RULES[error.code] ?? ruleOfStatus(status);
	// The same code stands for two limits: calls a day, and long calls at the same time.
	if (error.code === 'REQUEST_LIMIT_EXCEEDED' && /concurrent/i.test(error.message)) {
		return {
			faultClass: 'throttle',
			remedy: 'Too many long requests ran at the same time; it is tried again.',
		};
	}
	if (error.code === 'NOT_FOUND' && /external ID field/.test(error.message))
		return { ...rule, faultClass: 'schema' };
	if (error.code === 'INSUFFICIENT_ACCESS_OR_READONLY' && status < 300) {
		return {
			faultClass: 'poison',
			remedy: 'The integration user may not edit this record; share it with the user.',
		};
	}
	return rule;
}

/** The fault of one error. @param status of the answer; 200 for an item that failed inside it. @param where `PATCH Account`, for the message */
export function faultOfError(error: SalesforceError, status: number, where: string): ConnectorFault {
	const { faultClass, remedy } = ruleOf(error, status);
	return new ConnectorFault({
		faultClass,
		code: `salesforce-${error.code.toLowerCase().replace(/_/g, '-')}`,
		message: `Salesforce refused ${where}: ${error.code}${error.message === '' ? '' : `, ${vendorWords(error.message)}`}`,
		remedy,
		status,
		field: faultClass === 'schema' || error.fields.length > 0 ? namedField(error) : null,
	});
}
