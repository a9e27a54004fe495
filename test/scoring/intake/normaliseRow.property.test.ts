import fc from 'fast-check';

import { faultOf } from '../../../demo/portfolio/breakRecords';
import { generateAccount } from '../../../demo/portfolio/generateAccount';
import { generateWorld } from '../../../demo/portfolio/generateWorld';
import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { MODEL } from '../../../scoring/core/model';
import { maskText } from '../../../scoring/intake/maskText';
import { normaliseRow } from '../../../scoring/intake/normaliseRow';
import type { NormaliseOptions } from '../../../scoring/intake/NormalisedRow';

const OWN: NormaliseOptions = { origin: 'own', amounts: 'minor', currency: null };
const objects = Object.keys(MODEL) as CanonicalObject[];

/** Values that are nearly right besides those that are nothing like it. */
const anyValue = fc.oneof(
	fc.jsonValue(),
	fc.string({ unit: 'binary' }),
	fc.double(),
	fc.date({ noInvalidDate: false }),
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
	fc.integer().map(String),
	fc.emailAddress(),
	fc.webUrl(),
	fc.constantFrom(
		'EUR',
		'usd',
		'€',
		'$ 1.234,5',
		'45 %',
		'1.234',
		'Closed',
		'yes',
		'Deutschland',
		'31.01.2026',
		undefined,
	),
	fc.json(),
);
const anyRow = fc.constantFrom(...objects).chain((object) => {
	const fields = MODEL[object].fields.map(({ name }) => name);
	return fc.record({
		object: fc.constant(object),
		values: fc.record(Object.fromEntries(fields.map((name) => [name, anyValue])), { requiredKeys: [] }),
		options: fc.record({
			origin: fc.constantFrom('own' as const, 'vendor' as const),
			amounts: fc.constantFrom('major' as const, 'minor' as const),
			currency: fc.constantFrom(null, 'EUR', 'JPY', 'XYZ'),
		}),
	});
});

test('whatever comes in: nothing is thrown, every field stands in the row, faults carry a remedy', () => {
	fc.assert(
		fc.property(anyRow, ({ object, values, options }) => {
			const { row, issues, raw, usable } = normaliseRow(object, values, options);
			expect(Object.keys(row)).toEqual(MODEL[object].fields.map(({ name }) => name));
			for (const issue of issues)
				expect([issue.remedy !== '', issue.path]).toEqual([true, expect.any(String)]);
			for (const name of Object.keys(raw))
				expect(issues.some(({ path }) => path === `${object}.${name}`)).toBe(true);
			const missing = MODEL[object].fields.some(
				({ name, required }) => required === true && row[name] === null,
			);
			expect(usable).toBe(!missing);
		}),
		{ numRuns: 500 },
	);
});

test('what was given and is not in the row is in raw: nothing is lost silently', () => {
	fc.assert(
		fc.property(anyRow, ({ object, values, options }) => {
			const { row, raw } = normaliseRow(object, values, options);
			for (const [name, value] of Object.entries(values)) {
				const blank =
					value === null || value === undefined || (typeof value === 'string' && /^[\s\0]*$/.test(value));
				const invalidDate = value instanceof Date && Number.isNaN(value.getTime());
				if (!blank && !invalidDate && row[name] === null) expect(Object.keys(raw)).toContain(name);
			}
		}),
		{ numRuns: 300 },
	);
});

test('a row that went through once goes through again unchanged and without a new fault', () => {
	fc.assert(
		fc.property(anyRow, ({ object, values, options }) => {
			const once = normaliseRow(object, values, options).row;
			const twice = normaliseRow(object, once, OWN);
			expect(twice.row).toEqual(once);
			const faults = twice.issues.map(({ code }) => code);
			expect(
				faults.filter((code) => !['required-missing', 'text-long', 'currency-missing'].includes(code)),
			).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('arbitrary JSON objects as rows, hostile names included', () => {
	const hostile = fc.dictionary(
		fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'account_id', 'name')),
		fc.jsonValue(),
	);
	fc.assert(
		fc.property(fc.constantFrom(...objects), hostile, (object, values) => {
			const { row } = normaliseRow(object, values, OWN);
			expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
			expect(({} as Record<string, unknown>).admin).toBeUndefined();
		}),
	);
});

test('100 kB of what patterns fear is read in no time', () => {
	const seeds = ['x', ' ', '1', '1 ', '@', 'a@', '<', '-', '1,', '{"a":', '.a', ':1', '\uD800', 'A1', '+1'];
	const started = Date.now();
	for (const seed of seeds) {
		const text = `1${seed.repeat(100_000 / seed.length)}!!!!!!`;
		for (const object of objects) {
			const values = Object.fromEntries(MODEL[object].fields.map(({ name }) => [name, text]));
			normaliseRow(object, values, { origin: 'vendor', amounts: 'major', currency: 'EUR' });
		}
		maskText(text);
		maskText(`${text}@`);
	}
	expect(Date.now() - started).toBeLessThan(20_000);
});

describe('the demo portfolio', () => {
	const asOfOn = '2026-11-20';
	const OBJECTS: Readonly<Record<string, CanonicalObject>> = Object.fromEntries(
		objects.map((object) => [MODEL[object].table, object]),
	);
	const faulty: number[] = [];
	const clean: number[] = [];
	for (let index = 0; index < 1248; index++) (faultOf(42, index) === null ? clean : faulty).push(index);

	test('no row of our own tables has an issue, and none is changed', () => {
		const rows = clean
			.slice(0, 60)
			.flatMap((index) => Object.entries(generateAccount(42, index, { asOfOn }).rows));
		rows.push(...Object.entries(generateWorld(42, { asOfOn })));
		const seen = new Set<string>();
		for (const [table, list] of rows) {
			const object = OBJECTS[table];
			if (object === undefined) continue;
			for (const row of list as Array<Record<string, unknown>>) {
				seen.add(object);
				const result = normaliseRow(object, row, OWN);
				expect([row, result.issues, result.usable]).toEqual([row, [], true]);
				expect(result.row).toMatchObject(row);
			}
		}
		expect([...seen].sort()).toEqual(
			'accounts contacts contractLines contracts interactions invoices people surveyAnswers tickets usage'.split(
				' ',
			),
		);
	});

	test('the broken records of the demo are found', () => {
		const found = faulty.flatMap((index) =>
			Object.entries(generateAccount(42, index, { asOfOn }).rows).flatMap(([table, list]) => {
				const object = OBJECTS[table];
				return object === undefined
					? []
					: (list as Array<Record<string, unknown>>).flatMap((row) =>
							normaliseRow(object, row, OWN).issues.map(({ code, path }) => `${path} ${code}`),
						);
			}),
		);
		expect(found.sort()).toEqual([
			'accounts.custom_json not-json',
			'accounts.seats negative',
			'accounts.tier enum-value',
			'usage.account_id required-missing',
		]);
	});
});
