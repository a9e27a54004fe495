import fc from 'fast-check';
import { binOf } from '../../../scoring/learn/binOf';
import { findQuantiles } from '../../../scoring/learn/findQuantiles';

const edgesOf = (values: readonly number[], bins: number) =>
	findQuantiles(Float64Array.from(values).sort(), bins);

test('tenths of a hundred numbers', () => {
	const values = Array.from({ length: 100 }, (_, index) => index);
	expect(edgesOf(values, 10)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
});

test('a few rows beside a value that nearly all have get a bin of their own, below as above', () => {
	const many = Array.from({ length: 97 }, () => 1);
	expect(edgesOf([...many, 0, 0, 0], 10)).toEqual([0]);
	expect(edgesOf([...many, 2, 2, 2], 10)).toEqual([1]);
	expect(edgesOf([...many, 0, 2, 3], 10)).toEqual([0, 1]);
	expect(edgesOf([1, 1, 1], 10)).toEqual([]);
	expect(edgesOf([], 10)).toEqual([]);
});

test('edges ascend, no bin is empty, and a value of two tenths or more is alone in its bin', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 80 }), (values) => {
			const edges = edgesOf(values, 10);
			expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
			const bins = new Map<number, Set<number>>();
			for (const value of values) {
				const bin = binOf(value, edges);
				bins.set(bin, (bins.get(bin) ?? new Set()).add(value));
			}
			expect(bins.size).toBe(edges.length + 1);
			for (const value of new Set(values)) {
				const share = values.filter((other) => other === value).length / values.length;
				if (share > 0.2) expect(bins.get(binOf(value, edges))?.size).toBe(1);
			}
		}),
	);
});
