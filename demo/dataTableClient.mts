// Data Tables over REST: by table name, in batches and pages of the size n8n takes.
import { RestClient } from './restClient.mts';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
	readonly name: string;
	readonly type: 'string' | 'number' | 'boolean' | 'date';
}

export type Condition =
	| 'eq'
	| 'neq'
	| 'like'
	| 'ilike'
	| 'gt'
	| 'gte'
	| 'lt'
	| 'lte'
	| 'isEmpty'
	| 'isNotEmpty';

/** Plain columns mean "equals"; the long form takes any condition of n8n. */
export type RowFilter =
	| Readonly<Record<string, Cell>>
	| ReadonlyArray<{ readonly columnName: string; readonly condition: Condition; readonly value: Cell }>;

const PAGE_SIZE = 250; // n8n gives no more at a time
const INSERT_ROWS = 10_000; // a request has a fixed cost, so few large ones
const INSERT_CHARACTERS = 8_000_000; // n8n takes bodies up to 16 MiB

export class DataTableClient extends RestClient {
	private readonly tableIds = new Map<string, string>();

	private tablesPath(rest = ''): string {
		return `/projects/${this.project}/data-tables${rest}`;
	}

	/** Names of all Data Tables of the owner's project. */
	async tableNames(): Promise<string[]> {
		const { data } = await this.api('GET', this.tablesPath('?take=250'));
		for (const table of data) this.tableIds.set(table.name, table.id);
		return data.map((table: { name: string }) => table.name);
	}

	async tableId(name: string): Promise<string> {
		if (!this.tableIds.has(name)) await this.tableNames();
		const id = this.tableIds.get(name);
		if (id === undefined) throw new Error(`There is no Data Table ${name}.`);
		return id;
	}

	/** Creates the table unless it is there; true when it was created. */
	async createTable(name: string, columns: readonly Column[]): Promise<boolean> {
		if (this.tableIds.has(name) || (await this.tableNames()).includes(name)) return false;
		const table = await this.api('POST', this.tablesPath(), { name, columns });
		this.tableIds.set(name, table.id);
		return true;
	}

	/** Inserts all rows in large batches; columns a row lacks become null. */
	async insertRows(table: string, rows: readonly Row[]): Promise<void> {
		const path = this.tablesPath(`/${await this.tableId(table)}/insert`);
		for (const data of batchesOf(rows)) await this.api('POST', path, { data, returnType: 'count' });
	}

	/** Every row that the filter lets through, oldest first, with n8n's id, createdAt and updatedAt. */
	async getRows<T = Record<string, any>>(table: string, filter: RowFilter = []): Promise<T[]> {
		const path = this.tablesPath(`/${await this.tableId(table)}/rows`);
		const where = encodeURIComponent(JSON.stringify(asFilter(filter)));
		const rows: T[] = [];
		for (;;) {
			const query = `?take=${PAGE_SIZE}&skip=${rows.length}&sortBy=id:asc&filter=${where}`;
			const page = await this.api('GET', path + query);
			rows.push(...page.data);
			if (page.data.length < PAGE_SIZE) return rows;
		}
	}

	async countRows(table: string, filter: RowFilter = []): Promise<number> {
		const where = encodeURIComponent(JSON.stringify(asFilter(filter)));
		return (
			await this.api('GET', this.tablesPath(`/${await this.tableId(table)}/rows?take=1&filter=${where}`))
		).count;
	}

	/** Deletes the rows that the filter lets through; all rows without one. */
	async deleteRows(table: string, filter: RowFilter = []): Promise<void> {
		const filters = asFilter(filter);
		const all = [{ columnName: 'id', condition: 'gte', value: 0 }];
		const where = filters.filters.length > 0 ? filters : { type: 'and', filters: all };
		const path = this.tablesPath(`/${await this.tableId(table)}/rows`);
		await this.api('DELETE', `${path}?filter=${encodeURIComponent(JSON.stringify(where))}`);
	}

	async updateRows(table: string, filter: RowFilter, values: Row): Promise<void> {
		const path = this.tablesPath(`/${await this.tableId(table)}/rows`);
		await this.api('PATCH', path, { filter: asFilter(filter), data: values });
	}

	/** Bytes of all Data Tables as n8n counts them; n8n keeps the figure for a while unless told otherwise by environment. */
	async tableSizeBytes(): Promise<number> {
		return (await this.api('GET', '/data-tables-global/limits')).totalBytes;
	}
}

function asFilter(filter: RowFilter) {
	const filters = Array.isArray(filter)
		? filter
		: Object.entries(filter).map(([columnName, value]) => ({ columnName, condition: 'eq', value }));
	return { type: 'and', filters };
}

function* batchesOf(rows: readonly Row[]): Generator<Row[]> {
	let batch: Row[] = [];
	let characters = 0;
	for (const row of rows) {
		const length = JSON.stringify(row).length;
		if (batch.length === INSERT_ROWS || (batch.length > 0 && characters + length > INSERT_CHARACTERS)) {
			yield batch;
			batch = [];
			characters = 0;
		}
		batch.push(row);
		characters += length;
	}
	if (batch.length > 0) yield batch;
}
