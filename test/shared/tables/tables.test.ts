import { CHURN_TABLES, REVENUE_TABLES, SYNC_TABLES, TABLES as RUN_TABLES } from '../../../shared/tables';
import { buildCreateTables } from '../../../shared/tables/buildCreateTables';
import { SETTING_DEFAULTS } from '../../../shared/tables/settingDefaults';

const TABLES = [...RUN_TABLES, ...SYNC_TABLES, ...CHURN_TABLES, ...REVENUE_TABLES];
const COLUMN_NAME = /^[a-z][a-z0-9_]{0,62}$/;

describe('every table', () => {
	test('has a name of its own', () => {
		expect(new Set(TABLES.map(({ name }) => name)).size).toBe(TABLES.length);
		for (const { name } of TABLES) expect(name).toMatch(/^cs_[a-z_]+$/);
	});

	test.each(TABLES.map((table) => [table.name, table] as const))(
		'%s keeps the rules of columns',
		(_, table) => {
			const names = table.columns.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			for (const { name, type } of table.columns) {
				expect(name).toMatch(COLUMN_NAME);
				expect(['id', 'createdAt', 'updatedAt']).not.toContain(name);
				if (/_on$|_json$/.test(name)) expect([name, type]).toEqual([name, 'string']);
				if (/_at$/.test(name)) expect([name, type]).toEqual([name, 'date']);
				if (/_minor$|_rate$|_share$/.test(name)) expect([name, type]).toEqual([name, 'number']);
			}
			expect(table.key.length).toBeGreaterThan(0);
			for (const column of table.key) expect(names).toContain(column);
			if (table.retention?.column) expect(names).toContain(table.retention.column);
		},
	);

	test('has a currency beside its money', () => {
		for (const { name, columns } of TABLES) {
			const names = columns.map((column) => column.name);
			if (names.some((column) => column.endsWith('_minor')))
				expect([name, names]).toEqual([name, expect.arrayContaining(['currency'])]);
		}
	});

	test('marks what people wrote or are called as restricted', () => {
		const personal = TABLES.flatMap(({ name, columns }) =>
			columns.map((column) => ({ table: name, ...column })),
		).filter(
			({ table, name }) =>
				name === 'email' || (name === 'name' && ['cs_contacts', 'cs_people'].includes(table)),
		);
		expect(personal).toHaveLength(4);
		for (const { classification } of personal) expect(classification).toBe('restricted');
	});
});

test('the default settings have one value per key', () => {
	expect(new Set(SETTING_DEFAULTS.map(({ key }) => key)).size).toBe(SETTING_DEFAULTS.length);
	for (const { note } of SETTING_DEFAULTS) expect(note).not.toBe('');
});

test('buildCreateTables joins every table, then the rows to add', () => {
	const [first] = TABLES;
	if (first === undefined) throw new Error('no table');
	const { nodes, connections } = buildCreateTables([first], SETTING_DEFAULTS, []);
	expect(nodes.map(({ name }) => name)).toEqual([
		'Create tables',
		'Settings',
		first.name,
		'Defaults: rows',
		'Defaults: one by one',
		'Defaults: only missing ones',
		'Defaults: insert',
		'Lease: rows',
		'Lease: one by one',
		'Lease: only missing ones',
		'Lease: insert',
	]);
	expect(connections[first.name]).toEqual({
		main: [
			[
				{ node: 'Defaults: rows', type: 'main', index: 0 },
				{ node: 'Lease: rows', type: 'main', index: 0 },
			],
		],
	});
});
