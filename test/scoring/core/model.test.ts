import { checkEnum } from '../../../scoring/core/checkEnum';
import { ENUMS } from '../../../scoring/core/enums';
import { foldEnum } from '../../../scoring/core/foldEnum';
import { MODEL } from '../../../scoring/core/model';
import { SEED_ENUMS } from '../../../scoring/core/seedEnums';
import { accounts } from '../../../shared/tables/accounts';
import { aliases } from '../../../shared/tables/aliases';
import { contacts } from '../../../shared/tables/contacts';
import { contractLines } from '../../../shared/tables/contractLines';
import { contracts } from '../../../shared/tables/contracts';
import { interactions } from '../../../shared/tables/interactions';
import { invoices } from '../../../shared/tables/invoices';
import { opportunities } from '../../../shared/tables/opportunities';
import { people } from '../../../shared/tables/people';
import { surveyAnswers } from '../../../shared/tables/surveyAnswers';
import type { Table } from '../../../shared/tables/Table';
import { tasks } from '../../../shared/tables/tasks';
import { tickets } from '../../../shared/tables/tickets';
import { usage } from '../../../shared/tables/usage';

const tables: Readonly<Record<string, Table>> = {
	accounts,
	aliases,
	contacts,
	contractLines,
	contracts,
	interactions,
	invoices,
	opportunities,
	people,
	surveyAnswers,
	tasks,
	tickets,
	usage,
};
const objects = Object.values(MODEL);

test('every table has its object and every object its table', () => {
	expect(objects.map(({ object }) => object).sort()).toEqual(Object.keys(tables).sort());
});

test.each(objects)('$object: fields, key and sensitivity are those of its table', (model) => {
	const table = tables[model.object] as Table;
	expect(model.table).toBe(table.name);
	expect(model.key).toEqual(table.key);
	const columns = table.columns.map(({ name, classification }) => [name, classification]);
	expect(model.fields.map(({ name, sensitivity }) => [name, sensitivity])).toEqual(columns);
});

const TYPES: Readonly<Record<string, string>> = {
	boolean: 'boolean',
	count: 'number',
	instant: 'date',
	money: 'number',
	number: 'number',
	rate: 'number',
};

test.each(objects)('$object: a kind fits the type and the name of its column', (model) => {
	const types = new Map((tables[model.object] as Table).columns.map(({ name, type }) => [name, type]));
	for (const { name, kind } of model.fields) {
		expect([name, types.get(name)]).toEqual([name, TYPES[kind] ?? 'string']);
		expect([name, kind === 'day']).toEqual([name, name.endsWith('_on')]);
		expect([name, kind === 'json']).toEqual([name, name.endsWith('_json')]);
		expect([name, kind === 'money']).toEqual([name, name.endsWith('_minor')]);
	}
});

test.each(objects)('$object: keys are required, enumerations have values, money has a currency', (model) => {
	for (const name of model.key)
		expect(model.fields.find((field) => field.name === name)?.required).toBe(true);
	for (const field of model.fields) {
		expect([field.name, (field.allowed ?? []).length > 1]).toEqual([field.name, field.kind === 'enum']);
	}
	const has = (kind: string): boolean => model.fields.some((field) => field.kind === kind);
	if (has('money')) expect(has('currency')).toBe(true);
});

test('all 58 enumerations of the data model are there, lower case, without doubles', () => {
	expect(Object.keys(SEED_ENUMS)).toHaveLength(58);
	for (const [name, values] of ENUMS) {
		expect([name, values.every((value) => /^[a-z0-9+_-]+$/.test(value))]).toEqual([name, true]);
		expect(new Set(values).size).toBe(values.length);
	}
});

describe('checkEnum', () => {
	test('an unknown value is an error that names the allowed ones', () => {
		const outcome = checkEnum('cs_accounts.tier', 'platinum', 'tier');
		expect(outcome.ok).toBe(false);
		if (outcome.ok) return;
		expect(outcome.issues[0]).toMatchObject({ code: 'enum-value', path: 'tier', severity: 'error' });
		expect(outcome.issues[0]?.message).toContain('"platinum"');
		expect(outcome.issues[0]?.remedy).toBe('Use one of: community, starter, professional, enterprise.');
	});

	test('an object is named, not printed; an unknown enumeration is a fault', () => {
		const outcome = checkEnum('cs_accounts.tier', { a: 1 }, 'tier');
		expect(!outcome.ok && outcome.issues[0]?.message).toContain('a list or an object');
		const unknown = checkEnum('cs_accounts.colour', 'red', 'x');
		expect(!unknown.ok && unknown.issues[0]?.code).toBe('enum-unknown');
	});

	test('every value of every enumeration is taken however it is written; blank is null', () => {
		for (const [name, values] of ENUMS) {
			for (const value of values) {
				const written = value.toUpperCase().replaceAll('_', ' ');
				expect(checkEnum(name, written, name)).toEqual({ ok: true, value, warnings: [] });
			}
		}
		expect(checkEnum('cs_tickets.status', '', 'status')).toMatchObject({ ok: true, value: null });
	});
});

test('folding does not mistake one value for another', () => {
	expect(foldEnum('enterprise_1m+', ['enterprise_1m+'])).toBe('enterprise_1m+');
	expect(foldEnum('at-risk', ['at_risk'])).toBe('at_risk');
	expect(foldEnum('atrisk', ['at_risk'])).toBeNull();
	expect(foldEnum(3, ['3'])).toBeNull();
});
