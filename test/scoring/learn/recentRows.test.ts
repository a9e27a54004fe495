import { recentRows } from '../../../scoring/learn/recentRows';

test('takes whole times, newest first, until there are enough rows', () => {
	const times = Float64Array.from({ length: 3000 }, (_, row) => row % 6);
	const recent = recentRows(times, 3000);
	expect(recent).toHaveLength(1000);
	expect([...recent].every((row) => times[row]! >= 4)).toBe(true);
	expect([...recent]).toEqual([...recent].sort((a, b) => a - b));
	const uneven = Float64Array.from({ length: 3000 }, (_, row) => Math.min(row, 1500));
	expect(recentRows(uneven, 3000)).toHaveLength(1500);
});

test('takes all where times are not known or rows are few', () => {
	expect(recentRows(null, 5000)).toHaveLength(5000);
	expect(
		recentRows(
			Float64Array.from({ length: 900 }, (_, row) => row),
			900,
		),
	).toHaveLength(900);
});
