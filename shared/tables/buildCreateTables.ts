import type { SettingDefault } from './settingDefaults';
import type { Table } from './Table';

type Parameters = Readonly<Record<string, unknown>>;

/** A workflow node as n8n's import takes it. */
export interface TemplateNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Parameters;
	readonly [option: string]: unknown;
}

const [COLUMN, ROW, PER_ROW] = [224, 208, 6];

/** The row that only one run may hold at a time; it is free from the start. */
const LEASE = { lease: 'daily-run', holder: '', until: '1970-01-01T00:00:00.000Z', rev: 1 };

/** Nodes that stand in a row one after the other, each joined to the next. */
function chain(nodes: readonly TemplateNode[]): Record<string, unknown> {
	const pairs = nodes.slice(1).map((next, index) => [nodes[index]?.name ?? '', next.name] as const);
	const link = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return Object.fromEntries(pairs.map(([from, to]) => [from, link(to)]));
}

/**
 * The nodes and connections of templates/create-tables.json after its Settings node: one node per table that creates it where it is
 * missing, then the defaults of cs_settings and the lease row where those are missing. `noteNodes` go before them unchanged.
 */
export function buildCreateTables(
	tables: readonly Table[],
	defaults: readonly SettingDefault[],
	noteNodes: readonly TemplateNode[],
): { nodes: TemplateNode[]; connections: Record<string, unknown> } {
	let count = 0;
	const nodeOf = (
		name: string,
		type: string,
		typeVersion: number,
		at: readonly [number, number],
		parameters: Parameters,
		options: Parameters = {},
	): TemplateNode => ({
		id: `c5000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [at[0] * COLUMN, at[1] * ROW],
		parameters,
		...options,
	});
	const dataTable = (
		name: string,
		at: readonly [number, number],
		parameters: Parameters,
		options: Parameters,
	) => nodeOf(name, 'dataTable', 1.1, at, parameters, options);
	const start = nodeOf('Create tables', 'manualTrigger', 1, [0, 0], {});
	const settings = nodeOf('Settings', 'set', 3.4, [1, 0], {
		assignments: {
			assignments: [
				assignment('defaults', 'array', JSON.stringify(defaults.map(settingRow), null, 2)),
				assignment('leases', 'array', JSON.stringify([LEASE], null, 2)),
			],
		},
		options: {},
	});
	const creations = tables.map(({ name, columns }, index) =>
		dataTable(
			name,
			[2 + (index % PER_ROW), Math.floor(index / PER_ROW)],
			{
				resource: 'table',
				operation: 'create',
				tableName: name,
				columns: { column: columns.map((column) => ({ name: column.name, type: column.type })) },
				options: { createIfNotExists: true },
			},
			{ executeOnce: true },
		),
	);
	const below = Math.ceil(tables.length / PER_ROW) + 1;
	const seed = (row: number, what: string, list: string, table: string, key: string): TemplateNode[] => [
		nodeOf(
			`${what}: rows`,
			'set',
			3.4,
			[2, row],
			{
				assignments: {
					assignments: [assignment(list, 'array', `={{ $('Settings').first().json.${list} }}`)],
				},
				options: {},
			},
			{ executeOnce: true },
		),
		nodeOf(`${what}: one by one`, 'splitOut', 1, [3, row], { fieldToSplitOut: list, options: {} }),
		dataTable(
			`${what}: only missing ones`,
			[4, row],
			{
				resource: 'row',
				operation: 'rowNotExists',
				dataTableId: byName(table),
				matchType: 'allConditions',
				filters: { conditions: [{ keyName: key, condition: 'eq', keyValue: `={{ $json.${key} }}` }] },
			},
			{},
		),
		dataTable(
			`${what}: insert`,
			[5, row],
			{
				resource: 'row',
				operation: 'insert',
				dataTableId: byName(table),
				columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
				options: {},
			},
			{},
		),
	];
	const seeds = [
		seed(below, 'Defaults', 'defaults', 'cs_settings', 'key'),
		seed(below + 1, 'Lease', 'leases', 'cs_leases', 'lease'),
	];
	const last = creations.at(-1)?.name ?? settings.name;
	const firsts = seeds.map(([first]) => ({ node: first?.name, type: 'main', index: 0 }));
	return {
		nodes: [...noteNodes, start, settings, ...creations, ...seeds.flat()],
		connections: {
			...chain([start, settings, ...creations]),
			[last]: { main: [firsts] },
			...Object.assign({}, ...seeds.map(chain)),
		},
	};
}

function settingRow({ key, value, note }: SettingDefault) {
	return { key, value_json: JSON.stringify(value), note, changed_at: null, changed_by: 'create-tables' };
}

function assignment(name: string, type: string, value: string) {
	return { id: name, name, type, value };
}

function byName(table: string) {
	return { __rl: true, mode: 'name', value: table };
}
