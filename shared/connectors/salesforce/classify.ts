import type { ConnectorFault } from '../ConnectorFault';
import type { WireAnswer, WireRequest } from '../Wire';
import { faultOfError, type SalesforceError } from './faultOfError';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The first error of an answer. The REST API sends a list, the login an object (`error`), a key that several records have a list of
 * paths, a maintenance page HTML.
 */
function firstError({ body, status }: WireAnswer): SalesforceError {
	if (status === 300)
		return { code: 'DUPLICATE_EXTERNAL_ID', message: 'several records have this key', fields: [] };
	const first: unknown = Array.isArray(body) ? body[0] : body;
	if (typeof first !== 'object' || first === null) return { code: `HTTP_${status}`, message: '', fields: [] };
	const error = first as Readonly<Record<string, unknown>>;
	const code = text(error.errorCode) || text(error.statusCode) || text(error.error).toUpperCase();
	return {
		code: code || `HTTP_${status}`,
		message: text(error.message) || text(error.error_description),
		fields: Array.isArray(error.fields) ? error.fields.map(String) : [],
	};
}

/** What an answer of 300 and above means. */
export function classify(answer: WireAnswer, request: WireRequest): ConnectorFault {
	const where = request.path.replace(/^\/services\/data\/v[\d.]+/, '').replace(/(\/\w+__c\/).*/, '$1…');
	return faultOfError(firstError(answer), answer.status, `${request.method} ${where}`);
}
