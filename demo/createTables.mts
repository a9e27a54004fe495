// Creates the tables of the contract that a home lacks.
import { REVENUE_TABLES, TABLES } from '../shared/tables/index.ts';
import type { N8nServer } from './server.mts';

/** Names of the tables that were created. */
export async function createTables(server: N8nServer): Promise<string[]> {
	const there = new Set(await server.tableNames());
	const missing = [...TABLES, ...REVENUE_TABLES].filter(({ name }) => !there.has(name));
	for (const { name, columns } of missing) {
		await server.createTable(
			name,
			columns.map((column) => ({ name: column.name, type: column.type })),
		);
	}
	return missing.map(({ name }) => name);
}
