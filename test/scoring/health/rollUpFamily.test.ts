import fc from 'fast-check';

import { HEALTH_BANDS } from '../../../scoring/health/presets';
import { rollUpFamily, type FamilyMember } from '../../../scoring/health/rollUpFamily';

const child = (
	accountId: string,
	value: number | null,
	arrMinor: number | null,
	coverage = 1,
): FamilyMember => ({
	accountId,
	name: null,
	value,
	coverage,
	arrMinor,
});
const CHILDREN = [child('north', 90, 300), child('south', 50, 100)];

test('by ARR, by head, and the worst', () => {
	expect(rollUpFamily(CHILDREN, 'arr_weighted', HEALTH_BANDS)).toMatchObject({
		value: 80,
		band: 'good',
		coverage: 1,
	});
	expect(rollUpFamily(CHILDREN, 'mean', HEALTH_BANDS)).toMatchObject({
		value: 70,
		rounded: 70,
		band: 'good',
	});
	const worst = rollUpFamily(CHILDREN, 'worst', HEALTH_BANDS);
	expect(worst).toMatchObject({ value: 50, band: 'fair', worst: { accountId: 'south', value: 50 } });
	expect(worst.words).toBe('50 (fair), worst of 2 children; worst: south with 50');
});

test('a child without a score lowers the coverage, not the score', () => {
	const family = rollUpFamily([...CHILDREN, child('blind', null, 400, 0.3)], 'arr_weighted', HEALTH_BANDS);
	expect(family).toMatchObject({ value: 80, coverage: 0.5, scored: 2, insufficient: 1 });
	expect(family.words).toContain('(1 without enough data)');
});

test('unknown ARR is not 0', () => {
	const some = rollUpFamily([...CHILDREN, child('new', 20, null)], 'arr_weighted', HEALTH_BANDS);
	expect(some.value).toBeCloseTo((90 * 300 + 50 * 100 + 20 * 200) / 600, 9);
	expect(some.words).toContain('1 of unknown ARR weighs as the others on average');
	const none = rollUpFamily([child('a', 90, null), child('b', 50, null)], 'arr_weighted', HEALTH_BANDS);
	expect(none.value).toBe(70);
	expect(none.words).toContain('mean (no ARR to weigh by)');
	expect(rollUpFamily([child('a', 90, 0), child('b', 50, 0)], 'arr_weighted', HEALTH_BANDS).value).toBe(70);
});

test('nothing scored', () => {
	const empty = { value: null, rounded: null, band: null, coverage: 0, worst: null };
	expect(rollUpFamily([], 'mean', HEALTH_BANDS)).toMatchObject(empty);
	expect(rollUpFamily([child('a', null, 5)], 'arr_weighted', HEALTH_BANDS)).toMatchObject({
		...empty,
		insufficient: 1,
	});
});

test('the parent lies between its worst and best child, and its coverage from 0 to 1', () => {
	const member = fc.record({
		accountId: fc.string(),
		name: fc.constant(null),
		value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
		coverage: fc.double({ min: 0, max: 1, noNaN: true }),
		arrMinor: fc.option(fc.integer({ min: 0, max: 1e9 })),
	});
	const method = fc.constantFrom('arr_weighted' as const, 'mean' as const, 'worst' as const);
	fc.assert(
		fc.property(fc.array(member, { minLength: 1, maxLength: 8 }), method, (children, how) => {
			const family = rollUpFamily(children, how, HEALTH_BANDS);
			const values = children.flatMap(({ value }) => value ?? []);
			expect(family.coverage >= 0 && family.coverage <= 1 + 1e-12).toBe(true);
			if (values.length === 0) return expect(family.value).toBeNull();
			expect(family.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
			expect(family.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
		}),
	);
});
