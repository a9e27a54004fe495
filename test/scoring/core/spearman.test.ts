import fc from 'fast-check';

import { deviation } from '../../../scoring/core/deviation';
import { rankValues } from '../../../scoring/core/rankValues';
import { spearman } from '../../../scoring/core/spearman';

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 30 });

test('rankValues: ranks add up, equal values share theirs, order is kept', () => {
	fc.assert(
		fc.property(values, (numbers) => {
			const ranks = rankValues(numbers);
			const n = numbers.length;
			expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
			for (const [left, rank] of ranks.entries()) {
				for (const [right, other] of ranks.entries()) {
					expect(Math.sign(rank - other)).toBe(Math.sign((numbers[left] ?? NaN) - (numbers[right] ?? NaN)));
				}
			}
		}),
	);
	expect(rankValues([])).toEqual([]);
});

test('spearman: from -1 to 1, the same for any rising scale, symmetric', () => {
	fc.assert(
		fc.property(values, values, (left, right) => {
			const n = Math.min(left.length, right.length);
			const [xs, ys] = [left.slice(0, n), right.slice(0, n)];
			const correlation = spearman(xs, ys);
			expect(spearman(ys, xs)).toBe(correlation);
			if (correlation === null) return;
			expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
			expect(
				spearman(
					xs.map((x) => x ** 3),
					ys,
				),
			).toBeCloseTo(correlation, 9);
			expect(
				spearman(
					xs.map((x) => -x),
					ys,
				),
			).toBeCloseTo(-correlation, 9);
		}),
	);
});

test('spearman: tabled example with 1 - 6 sum(d^2) / (n (n^2 - 1)), and null where it says nothing', () => {
	const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
	const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
	expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 9);
	expect([spearman([1, 2], [1, 2]), spearman([1, 1, 1], [1, 2, 3]), spearman([1, 2, 3], [1, 2])]).toEqual([
		null,
		null,
		null,
	]);
});

test('deviation', () => {
	expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
	expect([deviation([3]), deviation([])]).toEqual([null, null]);
});
