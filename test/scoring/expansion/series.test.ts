import fc from 'fast-check';

import { testGrowth } from '../../../scoring/expansion/testGrowth';
import { testRise } from '../../../scoring/expansion/testRise';

const OPTIONS = { scale: 'log', least: 0.3 } as const;
const wiggle = (level: number, weeks: number): number[] =>
	Array.from({ length: weeks }, (_, week) => level * (1 + 0.04 * Math.sin(3 * week)));

test('a level four times as high for a month is growth by 300 %', () => {
	const found = testGrowth([...wiggle(1000, 22), ...wiggle(4000, 4)], OPTIONS);
	expect(found?.fires).toBe(true);
	expect(found?.method).toBe('level');
	expect(found?.change).toBeGreaterThan(2.8);
	expect(found?.change).toBeLessThan(3.3);
});

test('steady growth by 567 % over half a year is a trend', () => {
	const values = wiggle(1000, 26).map((value, week) => value * 6.67 ** (week / 25));
	const found = testGrowth(values, OPTIONS);
	expect(found).toMatchObject({ fires: true, method: 'trend', n: 26 });
	expect(found?.change).toBeCloseTo(5.67, 0);
});

test('what the season gives is no growth', () => {
	const season = Array.from({ length: 26 }, (_, week) => (week >= 22 ? 0.7 : 0));
	const values = wiggle(1000, 26).map((value, week) => value * Math.exp(season[week] ?? 0));
	expect(testGrowth(values, OPTIONS)?.fires).toBe(true);
	expect(testGrowth(values, OPTIONS, season)?.fires).toBe(false);
});

test('a share grows by points', () => {
	const values = [...wiggle(0.23, 22), ...wiggle(0.78, 4)];
	expect(testGrowth(values, { scale: 'points', least: 0.2 })).toMatchObject({ fires: true, method: 'level' });
});

test('one high week, a fall, too few weeks: nothing', () => {
	expect(testGrowth([...wiggle(1000, 25), 9000], OPTIONS)?.fires).toBe(false);
	expect(testGrowth([...wiggle(4000, 22), ...wiggle(1000, 4)], OPTIONS)?.fires).toBe(false);
	expect(testGrowth(wiggle(1000, 10), OPTIONS)).toBeNull();
	expect(testGrowth([...wiggle(1000, 22), null, null, 5, 5], OPTIONS)).toBeNull();
});

test('growth does not depend on the unit of large numbers', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 5_000, max: 9_000 }), { minLength: 26, maxLength: 26 }),
			(values) => {
				const [small, large] = [values, values.map((value) => 1000 * value)].map((list) =>
					testGrowth(list, OPTIONS),
				);
				expect(large?.fires).toBe(small?.fires);
				expect(large?.change).toBeCloseTo(small?.change ?? Number.NaN, 2);
			},
		),
	);
});

test('a count rises only above all it was, in every recent week', () => {
	const before = [3, 3, 4, 3, 3, 3, 2, 3, 4, 3, 3, 3];
	expect(testRise([...before, 5, 5, 6, 5], 1)).toMatchObject({
		fires: true,
		value: 5,
		baseline: 3,
		change: 2,
	});
	expect(testRise([...before, 5, 4, 6, 5], 1)?.fires).toBe(false);
	expect(testRise([...before, 5, null, null, 5], 1)).toBeNull();
	expect(testRise([3, 3, 5, 5, 5, 5], 1)).toBeNull();
});
