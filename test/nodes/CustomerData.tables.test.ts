import { recogniseTable } from '../../nodes/CustomerData/operations/recogniseTable';
import type { TableRows } from '../../scoring/intake/Erasure';
import { planErasure } from '../../scoring/intake/planErasure';
import {
	CHURN_TABLES,
	REVENUE_TABLES,
	SYNC_TABLES,
	TABLES as RUN_TABLES,
	type Table,
} from '../../shared/tables';

const TABLES: readonly Table[] = [...RUN_TABLES, ...SYNC_TABLES, ...CHURN_TABLES, ...REVENUE_TABLES];
const ID = 'hubspot:151';
const EMAIL = 'ada@acme.com';
const CONTACT = { contact_id: ID, account_id: 'a', name: 'Ada Lovelace', email: EMAIL };
const JSON_TEXT = JSON.stringify({ seats: 5, person: { id: ID, name: 'Ada Lovelace', email: EMAIL } });
const TRACE = /151|lovelace|ada@/i;

/** A row of the table with every column filled; what each kind of column may say of a person stands in it. */
function rowOf(table: Table, mention: string): Record<string, unknown> {
	const filled = table.columns.map(({ name, type }): [string, unknown] => {
		if (type === 'number') return [name, 3];
		if (type === 'boolean') return [name, true];
		if (type === 'date') return [name, '2026-01-05T08:00:00.000Z'];
		if (table.key.includes(name)) return [name, `key of ${table.name}`];
		if (name === 'account_id') return [name, 'a'];
		if (name.endsWith('_json')) return [name, JSON_TEXT];
		return [name, mention];
	});
	return Object.fromEntries(filled);
}

test.each(TABLES.map((table) => [table.name, table] as const))('a row of %s is recognised', (name, table) => {
	expect(recogniseTable({ id: 7, ...rowOf(table, 'x') } as never)?.name).toBe(name);
});

describe('forgetting a person', () => {
	const contacts: TableRows = { table: 'cs_contacts', key: ['contact_id'], rows: [CONTACT] };
	const others = TABLES.filter(({ name }) => name !== 'cs_contacts');

	test.each(others.map((table) => [table.name, table] as const))(
		'%s: address and id go from every column, a name from those of the account',
		(name, table) => {
			const hasAccount = table.columns.some((column) => column.name === 'account_id');
			for (const mention of [EMAIL, ID, ...(hasAccount ? [`Ask Ada Lovelace, ${EMAIL}`] : [])]) {
				const row = rowOf(table, mention);
				const plan = planErasure({ email: EMAIL, contactIds: [] }, [
					contacts,
					{ table: name, key: table.key, rows: [row] },
				]);
				const change = plan.changes.find((one) => one.table === name);
				const left = Object.entries({ ...row, ...change?.set }).filter(([, value]) =>
					TRACE.test(String(value)),
				);
				expect(left).toEqual([]);
			}
		},
	);

	test('what a customer acknowledged stays acknowledged', () => {
		const table = REVENUE_TABLES.find(({ name }) => name === 'cs_value_ledger');
		const rows = [
			{ entry_id: 'e1', account_id: 'a', base_minor: 5, acknowledged_at: 'x', acknowledged_by: ID },
		];
		const plan = planErasure({ email: EMAIL, contactIds: [] }, [
			contacts,
			{ table: 'cs_value_ledger', key: table?.key ?? [], rows },
		]);
		expect(plan.changes.find((one) => one.table === 'cs_value_ledger')?.set).toEqual({
			acknowledged_by: '[erased]',
		});
	});

	test('a row that may name a person is found by three key columns at most, which the template can ask for', () => {
		const wide = TABLES.filter(({ key }) => key.length > 3).map(({ name }) => name);
		// A price is of a product: no column of it names anybody.
		expect(wide).toEqual(['cs_prices']);
	});
});
