import * as fc from 'fast-check';
import { airtable } from '../../shared/connectors/airtable/airtable';
import { buildWindowFormula } from '../../shared/connectors/airtable/buildWindowFormula';
import { findColumn } from '../../shared/connectors/airtable/findColumn';
import { lastModifiedColumn } from '../../shared/connectors/airtable/lastModifiedColumn';
import { linkToAccount } from '../../shared/connectors/airtable/linkToAccount';
import { parseSchema } from '../../shared/connectors/airtable/parseSchema';
import { personId } from '../../shared/connectors/airtable/personId';
import { quoteFormulaColumn } from '../../shared/connectors/airtable/quoteFormulaColumn';
import { quoteFormulaText } from '../../shared/connectors/airtable/quoteFormulaText';
import { readCell } from '../../shared/connectors/airtable/readCell';
import type { WireRequest } from '../../shared/connectors/Wire';
import { compileFormula, type FormulaRecord } from '../fakes/airtableFormula';

const record = (cells: Record<string, unknown>, more: Partial<FormulaRecord> = {}): FormulaRecord => ({
	id: 'rec00000000000001',
	created: Date.UTC(2026, 0, 1),
	modified: null,
	cell: (name) => cells[name],
	...more,
});

/** Texts as people and attackers write them: quotes, backslashes, braces, line breaks, the characters of formulas. */
const nasty = fc.oneof(
	fc.string({
		unit: fc.constantFrom("'", '\\', '"', '{', '}', '\n', '\r', '\t', ',', '(', ')', '=', 'a', 'é', '😀'),
	}),
	fc.string(),
);

describe('formulas', () => {
	test('a quoted text means exactly itself, whatever stands in it', () => {
		fc.assert(
			fc.property(nasty, nasty, (value, other) => {
				const filter = compileFormula(`{Key}=${quoteFormulaText(value)}`, new Set(['Key']));
				expect(filter(record({ Key: value }))).toBe(true);
				expect(filter(record({ Key: other }))).toBe(other === value);
			}),
		);
	});

	test('a quoted text never ends the literal', () => {
		fc.assert(
			fc.property(nasty, (value) => {
				const inside = quoteFormulaText(value).slice(1, -1);
				expect(inside.replace(/\\[\s\S]/g, '')).not.toMatch(/['\\\n\r\t]/);
			}),
		);
		expect(quoteFormulaText("x\\' OR 1=1")).toBe("'x\\\\\\' OR 1=1'");
	});

	test('a column reference means that column, whatever its name', () => {
		fc.assert(
			fc.property(
				nasty.filter((name) => name !== ''),
				(name) => {
					const filter = compileFormula(`${quoteFormulaColumn(name)}='yes'`, new Set([name]));
					expect(filter(record({ [name]: 'yes' }))).toBe(true);
				},
			),
		);
	});

	test.each([
		['changed at its first moment', '2026-11-20T10:00:00.000Z', true],
		['changed in it', '2026-11-20T11:59:59.999Z', true],
		['changed at its end', '2026-11-20T12:00:00.000Z', false],
		['changed before', '2026-11-20T09:59:59.999Z', false],
	])('a window has what %s: %s %s', (_what, modified, expected) => {
		const window = { from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T12:00:00.000Z' };
		const time = Date.parse(modified);
		const own = compileFormula(buildWindowFormula(null, window), new Set());
		expect(own(record({}, { modified: time }))).toBe(expected);
		expect(own(record({}, { created: time }))).toBe(expected);
		const column = compileFormula(
			buildWindowFormula('Last } Modified', window),
			new Set(['Last } Modified']),
		);
		expect(column(record({ 'Last } Modified': modified }))).toBe(expected);
	});
});

describe('cells', () => {
	test.each([
		['absent', undefined, 'singleLineText', undefined],
		['an empty text', '', 'singleLineText', undefined],
		['a checked box', true, 'checkbox', true],
		['a box that is not there is not checked', undefined, 'checkbox', false],
		['a percent', 0.42, 'percent', 0.42],
		['zero is zero', 0, 'number', 0],
		['not a number', { specialValue: 'NaN' }, 'formula', undefined],
		['infinity', { specialValue: 'Infinity' }, 'formula', undefined],
		['a failed formula', { error: '#ERROR!' }, 'formula', undefined],
		['a person', { id: 'usr1', email: 'a@b.example', name: 'A' }, 'singleCollaborator', 'a@b.example'],
		['a person without an address', { id: 'usr1', name: 'A' }, 'singleCollaborator', 'A'],
		['a barcode', { text: 'A1' }, 'barcode', 'A1'],
		['a button', { label: 'Open', url: 'https://x.example' }, 'button', 'https://x.example'],
		['an AI text', { state: 'generated', value: 'Well', isStale: false }, 'aiText', 'Well'],
		[
			'an attachment',
			[{ id: 'att1', url: 'https://x.example/1', filename: 'a.pdf' }],
			'multipleAttachments',
			'a.pdf',
		],
		['a lookup of one', ['CUST-001'], 'multipleLookupValues', 'CUST-001'],
		['a lookup of several', [1, 2], 'multipleLookupValues', '1, 2'],
		['a lookup of a lookup', [['a'], ['b', null]], 'multipleLookupValues', 'a, b'],
		['an empty lookup', [], 'multipleLookupValues', undefined],
		['a lookup of nothing', [null], 'rollup', undefined],
		['links stay a list', ['rec1'], 'multipleRecordLinks', ['rec1']],
		['several options', ['a', 'b'], 'multipleSelects', 'a, b'],
		['an object of no known form', { state: 1 }, 'newType', undefined],
	])('%s', (_what, value, type, expected) => {
		expect(readCell(value, type)).toEqual(expected);
	});

	test('whatever a cell holds, it becomes a plain value, a list of ids, or nothing', () => {
		fc.assert(
			fc.property(
				fc.jsonValue(),
				fc.constantFrom('formula', 'number', 'checkbox', 'rollup'),
				(value, type) => {
					expect(['boolean', 'number', 'string', 'undefined']).toContain(typeof readCell(value, type));
				},
			),
		);
	});

	test('an account is known by link, by record id, by text', () => {
		const of = (fields: Record<string, unknown>, mapped: Record<string, unknown>) =>
			linkToAccount({ id: 'rec00000000000009', updatedAt: null, fields }, mapped);
		const id = 'recABCDEFGHIJKLMN';
		expect(of({ Account: [id] }, { account_id: 'CUST-1', name: 'n' })).toEqual({
			accountExternalId: id,
			values: { name: 'n' },
		});
		expect(of({}, { account_id: [id, 'recOther'] }).accountExternalId).toBe(id);
		expect(of({}, { account_id: `airtable:${id}` }).accountExternalId).toBe(id);
		expect(of({}, { account_id: 4711 }).values).toEqual({ account_id: '4711' });
		expect(of({}, { account_id: ' CUST_1 ' }).values).toEqual({ account_id: 'CUST_1' });
		expect(of({}, {})).toEqual({ accountExternalId: null, values: {} });
	});

	test('a last-modified column without a time of day is not trusted either', () => {
		const column = (result: string, watched: string[]) => ({
			id: 'fld1',
			name: 'Changed',
			type: 'lastModifiedTime',
			options: { result: { type: result }, referencedFieldIds: watched },
		});
		const found = (result: string, watched: string[] = []) => {
			const schema = parseSchema({ tables: [{ id: 'tbl1', name: 'T', fields: [column(result, watched)] }] });
			return lastModifiedColumn(schema!.tables[0]!)?.id ?? null;
		};
		expect(found('dateTime')).toBe('fld1');
		expect(found('date')).toBeNull();
		expect(found('dateTime', ['fld2'])).toBeNull();
	});

	test('a person is known by the address in lower case', () => {
		expect(personId(' Ana@Example.com')).toBe('airtable:ana@example.com');
		expect(personId('')).toBeNull();
		expect(personId(undefined)).toBeNull();
	});

	test('a column is found by id, name, other case, or the name it has in a base taken over', () => {
		const column = (id: string, name: string) => ({
			id,
			name,
			type: 'number',
			choices: [],
			linkedTableId: null,
			watches: [],
			result: null,
		});
		const table = { id: 'tbl1', name: 'T', columns: [column('fld1', 'ARR'), column('fld2', 'Customer ID')] };
		expect(findColumn(table, 'fld1')?.name).toBe('ARR');
		expect(findColumn(table, 'arr ')?.name).toBe('ARR');
		expect(findColumn(table, 'Account ID')?.name).toBe('Customer ID');
		expect(findColumn(table, 'Nothing')).toBeNull();
	});
});

describe('refusals', () => {
	const request: WireRequest = {
		method: 'PATCH',
		path: '/v0/app1/tbl1',
		idempotent: true,
		body: { records: [{ id: 'rec1', fields: { Band: 'superb' } }] },
	};
	const judged = (status: number, body: unknown) => airtable.classify({ status, headers: {}, body }, request);
	const error = (type: string, message = '') => ({ error: { type, message } });

	test.each([
		[401, error('AUTHENTICATION_REQUIRED', 'Authentication required'), 'auth', null],
		[402, error('PAYMENT_REQUIRED'), 'daily-quota', null],
		[403, error('INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', 'Invalid permissions'), 'auth', null],
		[404, { error: 'NOT_FOUND' }, 'not-found', null],
		[404, error('TABLE_NOT_FOUND', 'Could not find table X in application app1'), 'not-found', null],
		[404, error('MODEL_ID_NOT_FOUND', 'Record not found'), 'not-found', null],
		[413, error('REQUEST_TOO_LARGE'), 'poison', null],
		[422, error('INVALID_VALUE_FOR_COLUMN', 'Field "A b" cannot accept the provided value'), 'poison', 'A b'],
		[
			422,
			error('INVALID_VALUE_FOR_COLUMN', 'Field "A" cannot accept a value because the field is computed'),
			'schema',
			'A',
		],
		[422, error('UNKNOWN_FIELD_NAME', 'Unknown field name: "Health"'), 'schema', 'Health'],
		[
			422,
			error('INVALID_FILTER_BY_FORMULA', 'The formula ... Unknown field names: changed'),
			'schema',
			'changed',
		],
		[
			422,
			error(
				'INVALID_MULTIPLE_CHOICE_OPTIONS',
				'Insufficient permissions to create new select option ""superb""',
			),
			'schema',
			'Band',
		],
		[
			422,
			error('INVALID_MULTIPLE_CHOICE_OPTIONS', 'Insufficient permissions to create new select option ""x""'),
			'poison',
			null,
		],
		[422, error('ROW_DOES_NOT_EXIST', 'Record ID rec1 does not exist in this table'), 'poison', null],
		[422, error('INVALID_REQUEST_UNKNOWN', 'Cannot update more than one record'), 'poison', null],
		[422, error('CELL_VALUE_TOO_LARGE'), 'poison', null],
		[422, error('LIST_RECORDS_ITERATOR_NOT_AVAILABLE'), 'cursor', null],
		[422, error('INVALID_OFFSET_VALUE', 'The value of offset is invalid'), 'cursor', null],
		[422, error('INVALID_RECORDS', 'You must provide an array of up to 10 record objects'), 'request', null],
		[400, 'Bad request', 'request', null],
		[405, null, 'request', null],
		[429, { errors: [{ error: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded' }] }, 'throttle', null],
		[429, { errors: [{ error: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED', message: '' }] }, 'daily-quota', null],
		[429, '<html>429</html>', 'throttle', null],
		[500, error('SERVER_ERROR', 'Try again'), 'transient', null],
		[502, '<html>Bad gateway</html>', 'transient', null],
		[503, error('SERVICE_UNAVAILABLE', 'The service is temporarily unavailable.'), 'transient', null],
	])('%i %j means %s', (status, body, faultClass, field) => {
		const fault = judged(status, body);
		expect(fault.faultClass).toBe(faultClass);
		expect(fault.field).toBe(field);
		expect(fault.remedy.length).toBeGreaterThan(20);
		expect(fault.message).toContain(String(status));
	});

	test('too fast means 30 seconds', () => {
		expect(judged(429, null).waitMs).toBe(30_000);
		expect(judged(503, null).waitMs).toBeNull();
	});

	test('the monthly allowance is named with the plans', () => {
		const fault = judged(429, { errors: [{ error: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED' }] });
		expect(fault.remedy).toContain('Free 1,000, Team 100,000');
	});

	test('no email address and no endless text of the vendor is passed on', () => {
		const fault = judged(422, error('X', `bad jo.doe@customer.example ${'z'.repeat(5000)}`));
		expect(fault.message).not.toContain('customer.example');
		expect(fault.message.length).toBeLessThan(500);
	});

	test('any body is classified without an error', () => {
		fc.assert(
			fc.property(fc.integer({ min: 300, max: 599 }), fc.jsonValue(), (status, body) => {
				expect(judged(status, body).code).toMatch(/^airtable-/);
				expect(judged(status, { error: body }).code).toMatch(/^airtable-/);
				expect(judged(status, { errors: body }).code).toMatch(/^airtable-/);
			}),
		);
	});
});
