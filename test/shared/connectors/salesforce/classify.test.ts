import { classify } from '../../../../shared/connectors/salesforce/classify';
import { ERROR_RULES } from '../../../../shared/connectors/salesforce/errorRules';
import { faultOfError } from '../../../../shared/connectors/salesforce/faultOfError';
import { vendorWords } from '../../../../shared/connectors/salesforce/vendorWords';
import type { WireAnswer, WireRequest } from '../../../../shared/connectors/Wire';

const request: WireRequest = { method: 'GET', path: '/services/data/v66.0/query', idempotent: true };
const answer = (status: number, body: unknown): WireAnswer => ({ status, headers: {}, body });
const error = (status: number, errorCode: string, message = '') => answer(status, [{ errorCode, message }]);

describe('what an answer means', () => {
	test.each([
		[401, 'INVALID_SESSION_ID', 'Session expired or invalid', 'auth'],
		[403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'daily-quota'],
		[
			403,
			'REQUEST_LIMIT_EXCEEDED',
			'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
			'throttle',
		],
		[403, 'INSUFFICIENT_ACCESS', '', 'auth'],
		[403, 'API_DISABLED_FOR_ORG', '', 'auth'],
		[400, 'INVALID_QUERY_LOCATOR', '', 'cursor'],
		[400, 'INVALID_TYPE', "sObject type 'X' is not supported.", 'not-found'],
		[404, 'NOT_FOUND', 'The requested resource does not exist', 'not-found'],
		[404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible: Key__c', 'schema'],
		[400, 'MALFORMED_QUERY', '', 'request'],
		[400, 'JSON_PARSER_ERROR', '', 'request'],
		[400, 'UNABLE_TO_LOCK_ROW', '', 'transient'],
		[400, 'QUERY_TIMEOUT', '', 'transient'],
		[503, 'SERVER_UNAVAILABLE', '', 'transient'],
		[500, 'UNKNOWN_EXCEPTION', '', 'transient'],
		[500, 'A_CODE_OF_TOMORROW', '', 'transient'],
		[400, 'A_CODE_OF_TOMORROW', '', 'request'],
		[400, 'REQUIRED_FIELD_MISSING', '', 'poison'],
		[400, 'STORAGE_LIMIT_EXCEEDED', '', 'poison'],
	])('%i %s (%s) is %s', (status, code, message, expected) => {
		const fault = classify(error(status, code, message), request);
		expect(fault.faultClass).toBe(expected);
		expect(fault.remedy.length).toBeGreaterThan(20);
		expect(fault.message).toContain('GET /query');
	});

	test.each([
		[502, '<html>Bad gateway</html>', 'transient'],
		[429, 'Too many', 'throttle'],
		[401, null, 'auth'],
		[403, '', 'auth'],
		[404, '<html>', 'not-found'],
		[414, '<html>URI too long', 'request'],
		[300, ['/services/data/v66.0/sobjects/Task/00T1', '/services/data/v66.0/sobjects/Task/00T2'], 'poison'],
		[400, { error: 'invalid_grant', error_description: 'user has not approved this consumer' }, 'auth'],
	])('%i without a code: %j is %s', (status, body, expected) => {
		expect(classify(answer(status, body), request).faultClass).toBe(expected);
	});

	test.each([
		[
			"\nSELECT Id, Foo__c FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Foo__c' on entity 'Account'. If you",
			'Foo__c',
		],
		["Didn't understand relationship 'Bar' in field path.", 'Bar'],
		["No such column 'CS_X__c' on sobject of type Account", 'CS_X__c'],
		["field 'Description' can not be filtered in a query call", 'Description'],
	])('an unknown field is named: %j', (message, field) => {
		expect(classify(error(400, 'INVALID_FIELD', message), request)).toMatchObject({
			faultClass: 'schema',
			field,
		});
	});

	test('a key in the address is not repeated', () => {
		const path = '/services/data/v66.0/sobjects/Task/CS_Effect_Key__c/cs%3ACUST_0001';
		expect(classify(error(400, 'X'), { ...request, method: 'PATCH', path }).message).not.toContain(
			'CUST_0001',
		);
	});

	test('each rule has a remedy that says more than the code', () => {
		for (const { remedy } of Object.values(ERROR_RULES)) expect(remedy).toMatch(/[a-z]{3,} .*[.]$/);
	});
});

describe('an item that failed inside a success', () => {
	test.each([
		['UNABLE_TO_LOCK_ROW', 'transient'],
		['REQUIRED_FIELD_MISSING', 'poison'],
		['INVALID_EMAIL_ADDRESS', 'poison'],
		['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'poison'],
		['ENTITY_IS_DELETED', 'poison'],
		['DUPLICATE_VALUE', 'poison'],
		['CANNOT_UPDATE_CONVERTED_LEAD', 'poison'],
		['INSUFFICIENT_ACCESS_OR_READONLY', 'poison'],
		['STRING_TOO_LONG', 'schema'],
		['INVALID_FIELD_FOR_INSERT_UPDATE', 'schema'],
		['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'schema'],
		['A_CODE_OF_TOMORROW', 'poison'],
	])('%s is %s', (code, expected) => {
		expect(faultOfError({ code, message: 'm', fields: ['F__c'] }, 200, 'Account 001').faultClass).toBe(
			expected,
		);
	});

	test('it names the field', () => {
		const fault = faultOfError(
			{ code: 'STRING_TOO_LONG', message: '', fields: ['CS_Health_Band__c'] },
			200,
			'x',
		);
		expect(fault.field).toBe('CS_Health_Band__c');
	});
});

describe("the vendor's words", () => {
	test('no address, no refused value, no query, one line, not endless', () => {
		expect(vendorWords('email field: invalid email address: badone')).toBe(
			'email field: invalid email address: …',
		);
		expect(vendorWords('Owner jane.doe+x@acme.example is inactive')).toBe('Owner …@… is inactive');
		const long = vendorWords(`Reasons: data value too large: ${'secret '.repeat(20_000)} (max length=255)`);
		expect(long).toBe('Reasons: data value too large: … (max length=255)');
		expect(
			vendorWords("\nSELECT Id FROM Contact WHERE Email = 'x'\n ^\nERROR at Row:1:Column:5\nNo such column"),
		).toBe('No such column');
		expect(vendorWords('a\nb')).toBe('a b');
		expect(vendorWords('x'.repeat(1_000))).toHaveLength(241);
	});
});
