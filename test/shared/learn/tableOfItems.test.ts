import { tableOfItems } from '../../../shared/learn/tableOfItems';

test('columns in order of first appearance; absent and nested values are not observed', () => {
	const table = tableOfItems([
		{ seats: 3, details: { a: 1 }, plan: 'pro' },
		{ plan: null, active: false, on: new Date('2024-01-02T00:00:00Z') },
		{ seats: [1], on: new Date('nonsense'), active: undefined },
	]);
	expect(table).toEqual({
		names: ['seats', 'plan', 'active', 'on'],
		columns: [
			[3, null, null],
			['pro', null, null],
			[null, false, null],
			[null, '2024-01-02T00:00:00.000Z', null],
		],
		rows: 3,
	});
});

test('no items are an empty table, and the items stay as they are', () => {
	expect(tableOfItems([])).toEqual({ names: [], columns: [], rows: 0 });
	const item = Object.freeze({ a: 1 });
	expect(tableOfItems([item]).columns).toEqual([[1]]);
});
