// The state of the Airtable fake: tables, columns, records, and what Airtable refuses to write. No limits and no HTTP here.

export interface FakeColumn {
	readonly id: string;
	name: string;
	readonly type: string;
	choices: string[];
	readonly options: Record<string, unknown> | undefined;
}

export interface FakeRow {
	readonly id: string;
	readonly created: number;
	/** Last change by anybody; null: none since it was made. */
	modified: number | null;
	/** By column id. */
	readonly cells: Record<string, unknown>;
}

export interface FakeTable {
	readonly id: string;
	name: string;
	readonly columns: FakeColumn[];
	readonly rows: Map<string, FakeRow>;
}

/** A refusal of Airtable. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly type: string,
		message: string,
	) {
		super(message);
	}
}

const COMPUTED = new Set([
	'autoNumber',
	'button',
	'createdBy',
	'createdTime',
	'formula',
	'lastModifiedTime',
	'multipleLookupValues',
	'rollup',
]);
const TEXTS = new Set(['email', 'multilineText', 'phoneNumber', 'richText', 'singleLineText', 'url']);
const NUMBERS = new Set(['currency', 'duration', 'number', 'percent', 'rating']);
/** `rec` and 14 signs, running numbers. */
export const fakeId = (prefix: string, number: number) => `${prefix}${String(number).padStart(14, '0')}`;

export class FakeBase {
	readonly tables: FakeTable[] = [];
	private last = 0;

	constructor(private readonly now: () => number) {}

	table(idOrName: string): FakeTable | undefined {
		return this.tables.find(({ id, name }) => id === idOrName || name === idOrName);
	}

	addTable(name: string): FakeTable {
		if (this.table(name))
			throw new Refusal(
				422,
				'DUPLICATE_TABLE_NAME',
				`Cannot create table. Table name already exists: ${name}`,
			);
		const table: FakeTable = { id: fakeId('tbl', ++this.last), name, columns: [], rows: new Map() };
		this.tables.push(table);
		return table;
	}

	addColumn(table: FakeTable, name: string, type: string, options?: Record<string, unknown>): FakeColumn {
		if (table.columns.some((column) => column.name === name)) {
			throw new Refusal(
				422,
				'DUPLICATE_OR_EMPTY_FIELD_NAME',
				`There's already a column named "${name}" in this table`,
			);
		}
		const choices = ((options?.choices ?? []) as Array<{ name: string }>).map((choice) => choice.name);
		const column: FakeColumn = { id: fakeId('fld', ++this.last), name, type, choices, options };
		table.columns.push(column);
		return column;
	}

	/** The column as Airtable's schema answer has it. */
	describe(column: FakeColumn): Record<string, unknown> {
		const choices = column.choices.map((name, at) => ({
			id: fakeId('sel', at + 1),
			name,
			color: 'blueLight2',
		}));
		const options = column.type.startsWith('singleSelect') ? { choices } : column.options;
		return { id: column.id, name: column.name, type: column.type, ...(options ? { options } : {}) };
	}

	column(table: FakeTable, idOrName: string): FakeColumn | undefined {
		return table.columns.find(({ id, name }) => id === idOrName || name === idOrName);
	}

	/** Checks one cell and gives what would be stored; undefined clears it. `make` enters options that are created on the way. */
	check(
		table: FakeTable,
		name: string,
		value: unknown,
		typecast: boolean,
	): { column: FakeColumn; stored: unknown; option?: string } {
		const column = this.column(table, name);
		if (!column) throw new Refusal(422, 'UNKNOWN_FIELD_NAME', `Unknown field name: "${name}"`);
		const refuse = (why: string) =>
			new Refusal(422, 'INVALID_VALUE_FOR_COLUMN', `Field "${column.name}" ${why}`);
		if (COMPUTED.has(column.type)) throw refuse('cannot accept a value because the field is computed');
		if (value === null || value === '') return { column, stored: undefined };
		const wrong = refuse('cannot accept the provided value');
		if (TEXTS.has(column.type)) {
			if (typeof value !== 'string' && !typecast) throw wrong;
			if (String(value).length > 100_000) throw wrong;
			return { column, stored: String(value) };
		}
		if (NUMBERS.has(column.type)) {
			const number = typecast ? Number(value) : value;
			if (typeof number !== 'number' || Number.isNaN(number)) throw wrong;
			return { column, stored: number };
		}
		if (column.type === 'checkbox') {
			if (typeof value !== 'boolean') throw wrong;
			return { column, stored: value || undefined };
		}
		if (column.type === 'date' || column.type === 'dateTime') {
			if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw wrong;
			const iso = new Date(value).toISOString();
			return { column, stored: column.type === 'date' ? iso.slice(0, 10) : iso };
		}
		if (column.type === 'singleSelect') {
			if (typeof value !== 'string') throw wrong;
			if (column.choices.includes(value)) return { column, stored: value };
			if (typecast) return { column, stored: value, option: value };
			throw new Refusal(
				422,
				'INVALID_MULTIPLE_CHOICE_OPTIONS',
				`Insufficient permissions to create new select option ""${value}""`,
			);
		}
		if (column.type === 'multipleRecordLinks') {
			if (!Array.isArray(value)) throw wrong;
			const linked = this.table(String(column.options?.linkedTableId));
			for (const id of value as string[]) {
				if (!linked?.rows.has(id))
					throw new Refusal(422, 'ROW_DOES_NOT_EXIST', `Record ID ${id} does not exist`);
			}
			return { column, stored: value };
		}
		return { column, stored: value };
	}

	/** Writes cells that were checked. `replace` clears the others (PUT). */
	store(
		table: FakeTable,
		row: FakeRow,
		fields: Readonly<Record<string, unknown>>,
		typecast: boolean,
		replace = false,
	): void {
		if (replace) for (const id of Object.keys(row.cells)) delete row.cells[id];
		for (const [name, value] of Object.entries(fields)) {
			const { column, stored, option } = this.check(table, name, value, typecast);
			if (option !== undefined) column.choices.push(option);
			if (JSON.stringify(row.cells[column.id]) === JSON.stringify(stored)) continue;
			if (stored === undefined) delete row.cells[column.id];
			else row.cells[column.id] = stored;
			row.modified = this.now();
		}
	}

	insert(table: FakeTable, fields: Readonly<Record<string, unknown>>, typecast = false): FakeRow {
		const now = this.now();
		const row: FakeRow = {
			id: fakeId('rec', ++this.last),
			created: now,
			modified: null,
			cells: {},
		};
		table.rows.set(row.id, row);
		this.store(table, row, fields, typecast);
		row.modified = null;
		return row;
	}

	/** A record's cells by column id, the computed ones with them. */
	cells(table: FakeTable, row: FakeRow): Record<string, unknown> {
		const times = table.columns.filter(({ type }) => type === 'lastModifiedTime');
		return {
			...row.cells,
			...Object.fromEntries(times.map(({ id }) => [id, new Date(row.modified ?? row.created).toISOString()])),
		};
	}

	/** The record as an answer holds it. */
	show(
		table: FakeTable,
		row: FakeRow,
		byId: boolean,
		only: ReadonlySet<string> | null,
	): Record<string, unknown> {
		const cells = this.cells(table, row);
		const fields: Record<string, unknown> = {};
		for (const column of table.columns) {
			if (only && !only.has(column.id)) continue;
			if (cells[column.id] !== undefined) fields[byId ? column.id : column.name] = cells[column.id];
		}
		return { id: row.id, createdTime: new Date(row.created).toISOString(), fields };
	}

	/** By column name, for tests. */
	plain(table: FakeTable, row: FakeRow): Readonly<Record<string, unknown>> {
		return this.show(table, row, false, null).fields as Record<string, unknown>;
	}
}
