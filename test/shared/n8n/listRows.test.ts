import type { IDataObject } from 'n8n-workflow';

import { listRows } from '../../../shared/n8n/listRows';

const items = (...rows: unknown[]) => rows.map((json) => ({ json: json as IDataObject }));

test('an item is a row; a list in it is many, each linked to the item', () => {
	const rows = listRows(items({ a: 1 }, { records: [{ a: 2 }, { a: 3 }] }, { rows: [{ a: 4 }] }));
	expect(rows.map(({ json, item }) => [json.a, item])).toEqual([
		[1, 0],
		[2, 1],
		[3, 1],
		[4, 2],
	]);
});

test('what is no row is left out: an item without fields, and entries of a list that are no objects', () => {
	expect(listRows(items({}, { rows: [null, 7, 'x', [1], { a: 1 }] }, { records: [] }))).toEqual([
		{ json: { a: 1 }, item: 1 },
	]);
});

test('a field that is named rows but holds no list is a field', () => {
	expect(listRows(items({ rows: 12 }))).toEqual([{ json: { rows: 12 }, item: 0 }]);
});
