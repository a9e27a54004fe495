import fc from 'fast-check';
import { binMatrix } from '../../../scoring/learn/binMatrix';
import { createRandom } from '../../../scoring/learn/createRandom';
import { decimalBetween } from '../../../scoring/learn/decimalBetween';
import { findEdges } from '../../../scoring/learn/findEdges';
import { joinPacks } from '../../../scoring/learn/joinPacks';
import { finishSteps as finish } from './finishSteps';

const countBy = (bins: ArrayLike<number>): Map<number, number> => {
	const counts = new Map<number, number>();
	for (const bin of Array.from(bins)) counts.set(bin, (counts.get(bin) ?? 0) + 1);
	return counts;
};

test('a bin holds the values between its edges, missing is the one after the last', () => {
	const cell = fc.oneof(
		fc.constant(NaN),
		fc.integer({ min: -5, max: 5 }),
		fc.float({ noNaN: true, noDefaultInfinity: true }),
	);
	fc.assert(
		fc.property(fc.array(cell, { maxLength: 400 }), (cells) => {
			const values = Float32Array.from(cells);
			const { edges, columns, hasMissing } = finish(binMatrix({ rows: values.length, width: 1, values }));
			const points = edges[0]!;
			expect(points.every((point, at) => at === 0 || point > points[at - 1]!)).toBe(true);
			values.forEach((value, row) => {
				const bin = columns[0]![row]!;
				if (Number.isNaN(value)) return expect(bin).toBe(points.length + 1);
				expect(value).toBeGreaterThan(bin === 0 ? -Infinity : points[bin - 1]!);
				expect(value).toBeLessThanOrEqual(bin < points.length ? points[bin]! : Infinity);
			});
			expect(hasMissing[0]).toBe(values.some(Number.isNaN) ? 1 : 0);
		}),
	);
});

test('up to 254 different values each have a bin, in the middle between their neighbours', () => {
	const sorted = Float32Array.from({ length: 254 }, (_, at) => at);
	expect([...findEdges(sorted, 254)]).toEqual(Array.from({ length: 253 }, (_, at) => at + 0.5));
});

test('many values share 254 bins evenly', () => {
	const random = createRandom(1);
	const values = Float32Array.from({ length: 50_000 }, () => random() * random());
	const { edges, columns } = finish(binMatrix({ rows: 50_000, width: 1, values }));
	expect(edges[0]!.length).toBeLessThanOrEqual(253);
	expect(edges[0]!.length).toBeGreaterThan(240);
	expect(Math.max(...countBy(columns[0]!).values())).toBeLessThan(300);
});

test('a value that most rows share takes one bin and leaves the others to the rest', () => {
	const random = createRandom(2);
	const values = Float32Array.from({ length: 20_000 }, () => (random() < 0.9 ? 0 : random() - 0.3));
	const { edges, columns } = finish(binMatrix({ rows: 20_000, width: 1, values }));
	expect(edges[0]!.length).toBeGreaterThan(200);
	const counts = [...countBy(columns[0]!).values()].sort((one, other) => other - one);
	expect(counts[1]).toBeLessThan(40);
});

test('a constant feature and one without values have no edges', () => {
	expect(findEdges(new Float32Array(9).fill(4), 254)).toHaveLength(0);
	expect(findEdges(new Float32Array(0), 254)).toHaveLength(0);
});

test('300,000 rows are binned from a sample, all of them', () => {
	const values = Float32Array.from({ length: 300_000 }, (_, row) => row);
	const { columns } = finish(binMatrix({ rows: 300_000, width: 1, values }));
	const counts = [...countBy(columns[0]!).values()];
	expect(counts.length).toBe(254);
	expect(Math.max(...counts)).toBeLessThan(1300);
});

test('decimalBetween lies in the middle half of its limits and is short', () => {
	const number = fc.float({ noNaN: true, noDefaultInfinity: true });
	fc.assert(
		fc.property(number, number, (one, other) => {
			fc.pre(one !== other);
			const [low, high] = [Math.min(one, other), Math.max(one, other)];
			const between = decimalBetween(low, high);
			expect(between).toBeGreaterThanOrEqual(low + (high - low) * 0.2499);
			expect(between).toBeLessThanOrEqual(high - (high - low) * 0.2499);
			expect(between).toBeLessThan(high);
		}),
		{ numRuns: 2000 },
	);
	expect(String(decimalBetween(10.123456, 10.923456))).toBe('10.5');
});

test('levels that never meet are packed into one column, others and those with missing values are not', () => {
	// Columns: a, b exclusive; c meets b; d has a missing value; e has three values.
	const rows = [
		[1, 0, 0, 1, 1],
		[0, 1, 1, NaN, 2],
		[0, 0, 1, 0, 3],
	];
	const { joints } = finish(binMatrix({ rows: 3, width: 5, values: Float32Array.from(rows.flat()) }));
	// States: a, b or none of them; then c or not.
	expect(joints.map(({ packs, column }) => [packs, [...column]])).toEqual([
		[
			[
				{ features: [0, 1], states: 3 },
				{ features: [2], states: 2 },
			],
			[3, 1, 2],
		],
	]);
});

test('joint columns hold at most 64 combinations, or one pack', () => {
	const packs = Array.from({ length: 9 }, (_, pack) => ({
		features: [pack * 2, pack * 2 + 1],
		column: Uint8Array.from({ length: 12 }, (__, row) => (row + pack) % 3),
	}));
	const wide = {
		features: Array.from({ length: 100 }, (_, at) => 50 + at),
		column: new Uint8Array(12).fill(7),
	};
	const joints = finish(joinPacks([...packs, wide]));
	expect(joints.map(({ packs: joined }) => joined.length)).toEqual([3, 3, 3, 1]);
	for (const { packs: joined, column } of joints) {
		column.forEach((code, row) => {
			let rest = code;
			for (const { features, states } of joined) {
				const source = [...packs, wide].find((pack) => pack.features === features)!.column[row]!;
				expect(rest % states).toBe(source === 0 ? features.length : source - 1);
				rest = Math.floor(rest / states);
			}
		});
	}
});
