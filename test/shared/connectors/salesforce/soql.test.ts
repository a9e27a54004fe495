import fc from 'fast-check';
import { ConnectorFault } from '../../../../shared/connectors/ConnectorFault';
import { buildQuery } from '../../../../shared/connectors/salesforce/buildQuery';
import { quoteSoql } from '../../../../shared/connectors/salesforce/quoteSoql';
import { SALESFORCE_OBJECTS } from '../../../../shared/connectors/salesforce/salesforceObjects';
import { soqlLiteral } from '../../../../shared/connectors/salesforce/soqlLiteral';
import { soqlName } from '../../../../shared/connectors/salesforce/soqlName';
import type { ReadRequest, SourceSettings } from '../../../../shared/connectors/Source';
import { parseSoql, SoqlError } from '../../../fakes/salesforceSoql';

const settings: SourceSettings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const account = SALESFORCE_OBJECTS.accounts!;
const request: ReadRequest = {
	object: 'accounts',
	window: null,
	removed: false,
	fields: ['Name', 'Owner.Email'],
};

function faultOf(act: () => unknown): ConnectorFault {
	try {
		act();
	} catch (error) {
		if (error instanceof ConnectorFault) return error;
	}
	throw new Error('no fault');
}

/** Texts that are rich in what breaks out of a literal. */
const hostile = fc.string({
	unit: fc.constantFrom("'", '\\', '"', '\n', '\r', '\t', '\b', '\f', ' ', 'O', 'R', '%', 'é', '😀'),
});

describe('SOQL literals', () => {
	test('any text comes back as it was, and nothing else of the query changes', () => {
		fc.assert(
			fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
				const parsed = parseSoql(`SELECT Id FROM Account WHERE Name = ${quoteSoql(text)} LIMIT 7`);
				expect(parsed.where).toEqual({
					kind: 'compare',
					field: 'Name',
					operator: '=',
					values: [{ kind: 'string', value: text }],
				});
				expect(parsed.limit).toBe(7);
			}),
			{ numRuns: 1_000 },
		);
	});

	test('the classic ways out stay inside', () => {
		expect(quoteSoql("x\\' OR Name != '")).toBe("'x\\\\\\' OR Name != \\''");
		expect(quoteSoql('a\nb\tc"d')).toBe("'a\\nb\\tc\\\"d'");
	});

	test('the type of the field decides about quotes, not the look of the value', () => {
		expect(soqlLiteral('00501', 'text')).toBe("'00501'");
		expect(soqlLiteral('true', 'text')).toBe("'true'");
		expect(soqlLiteral(12.5, 'number')).toBe('12.5');
		expect(soqlLiteral(false, 'boolean')).toBe('false');
		expect(soqlLiteral('2026-11-20', 'day')).toBe('2026-11-20');
		expect(soqlLiteral('2026-11-20T00:00:00.000Z', 'instant')).toBe('2026-11-20T00:00:00.000Z');
	});

	test.each([
		['number', '1 OR Id != null'],
		['number', 'NaN'],
		['day', '2026-11-20 OR 1'],
		['instant', '2026-11-20'],
		['boolean', 'maybe'],
	] as const)('what is no %s never gets into a query: %s', (type, value) => {
		expect(faultOf(() => soqlLiteral(value, type)).faultClass).toBe('request');
	});
});

describe('names in SOQL', () => {
	test('only API names and paths of them pass; everything else names itself and the remedy', () => {
		fc.assert(
			fc.property(fc.oneof(hostile, fc.string()), (name) => {
				const isName = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name);
				if (isName) return;
				expect(faultOf(() => soqlName(name))).toMatchObject({ faultClass: 'schema', field: name });
			}),
		);
		expect(soqlName('Owner.Email')).toBe('Owner.Email');
		expect(soqlName('ARR__c')).toBe('ARR__c');
		expect(faultOf(() => soqlName("Name = 'a' OR Id")).remedy).toContain('Object Manager');
	});
});

describe('queries', () => {
	test('a full read goes by Id, a window by SystemModstamp and Id', () => {
		expect(buildQuery(account, settings, request, {}, request.fields)).toBe(
			'SELECT Id, SystemModstamp, Name, Owner.Email FROM Account ORDER BY Id',
		);
		const window = { from: '2026-11-19T00:00:00.000Z', to: '2026-11-20T00:00:00.000Z' };
		const id = '0015g00000000001AAA';
		const at = '2026-11-19T10:00:00.000Z';
		expect(buildQuery(account, settings, { ...request, window }, { id, at }, [])).toBe(
			'SELECT Id, SystemModstamp FROM Account WHERE SystemModstamp >= 2026-11-19T00:00:00.000Z AND ' +
				'SystemModstamp < 2026-11-20T00:00:00.000Z AND ' +
				`(SystemModstamp > ${at} OR (SystemModstamp = ${at} AND Id > '${id}')) ORDER BY SystemModstamp, Id`,
		);
		expect(buildQuery(account, settings, { ...request, removed: true }, { id }, [])).toBe(
			`SELECT Id, SystemModstamp, IsDeleted, MasterRecordId FROM Account WHERE IsDeleted = true AND Id > '${id}' ORDER BY Id`,
		);
	});

	test('every query we build is SOQL', () => {
		for (const object of Object.values(SALESFORCE_OBJECTS)) {
			const window = { from: '2026-11-19T00:00:00.000Z', to: '2026-11-20T00:00:00.000Z' };
			for (const removed of [true, false]) {
				for (const cursor of [{}, { id: '0015g00000000001AAA', at: window.from }]) {
					for (const span of [null, window]) {
						const soql = buildQuery(object, settings, { ...request, removed, window: span }, cursor, ['Id']);
						expect(parseSoql(soql).from).toBe(object.name);
					}
				}
			}
		}
	});
});

describe('the parser of the fake refuses what Salesforce refuses', () => {
	test.each([
		["SELECT Id FROM Account WHERE Name = 'a", 'MALFORMED_QUERY'],
		["SELECT Id FROM Account WHERE Name = 'a' OR Id = 'b' AND Name = 'c'", 'MALFORMED_QUERY'],
		["SELECT Id FROM Account WHERE Name = 'a\\q'", 'MALFORMED_QUERY'],
		['SELECT Id, Id FROM Account', 'INVALID_FIELD'],
		['SELECT FROM Account', 'MALFORMED_QUERY'],
		['SELECT Id FROM Account LIMIT x', 'MALFORMED_QUERY'],
		['SELECT Id FROM Account; DELETE', 'MALFORMED_QUERY'],
	])('%s', (soql, code) => {
		expect.assertions(1);
		try {
			parseSoql(soql);
		} catch (error) {
			expect((error as SoqlError).code).toBe(code);
		}
	});
});
