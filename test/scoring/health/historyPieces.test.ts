import fc from 'fast-check';

import { deviation } from '../../../scoring/core/deviation';
import { mean } from '../../../scoring/core/mean';
import { addDays } from '../../../scoring/core/addDays';
import { contrastGroups, type Sample } from '../../../scoring/health/contrastGroups';
import { fitLevel } from '../../../scoring/health/fitLevel';
import { indexCohort } from '../../../scoring/health/indexCohort';
import { interpolateDay } from '../../../scoring/health/interpolateDay';
import { latestRates } from '../../../scoring/health/latestRates';
import { thinToWeeks, type ScorePoint } from '../../../scoring/health/thinToWeeks';

test('thinToWeeks: a year of daily and weekly points is one point a week, the latest kept', () => {
	const days = [
		...Array.from({ length: 35 }, (_, day) => 365 - day),
		...Array.from({ length: 47 }, (_, week) => 329 - 7 * week),
	];
	const points = days.map((day) => ({ on: addDays('2023-01-01', day), value: day }));
	const weekly = thinToWeeks(points);
	expect(weekly.at(-1)).toMatchObject({ value: 365, week: 0 });
	expect(weekly).toHaveLength(52);
	for (const [index, { week }] of weekly.slice(1).entries()) {
		expect(week - (weekly[index]?.week ?? NaN)).toBeGreaterThanOrEqual(0.9);
	}
});

test('thinToWeeks: of several scores of one day the last given counts', () => {
	const twice = [1, 2].map((value) => ({ on: '2024-01-15', value }));
	expect(thinToWeeks(twice).map(({ value }) => value)).toEqual([2]);
});

test('indexCohort: the move of the many, not of the few, and nothing of a handful', () => {
	const history = (values: readonly number[]): ScorePoint[] =>
		values.map((value, week) => ({ on: addDays('2024-01-01', 7 * week), value }));
	const many = Array.from({ length: 40 }, (_, index) => history([50 + index, 50 + index, 44 + index]));
	const index = indexCohort([...many, history([90, 10, 90]), []]);
	expect(index.map(({ value }) => value)).toEqual([0, 0, -6]);
	expect(indexCohort(many.slice(0, 29))).toEqual([]);
});

test('interpolateDay: flat outside, linear inside, null without line or day', () => {
	const line = [10, 20, 40].map((value, week) => ({ on: addDays('2024-01-01', 7 * week), value }));
	const at = (day: number): number | null => interpolateDay(line, addDays('2024-01-01', day));
	expect([at(-5), at(0), at(7), at(14), at(99)]).toEqual([10, 10, 20, 40, 40]);
	expect(at(10)).toBeCloseTo(20 + (20 * 3) / 7, 12);
	expect([interpolateDay([], '2024-01-01'), interpolateDay(line, 'soon')]).toEqual([null, null]);
});

test('fitLevel: follows a line, and a restless level follows the last score more closely', () => {
	const points = Array.from({ length: 12 }, (_, week) => ({ on: '', value: 90 - 2 * week, week: week - 11 }));
	const line = fitLevel(points, { wander: 0.01, pace: 0.5 });
	expect(line.level).toBeCloseTo(68, 0);
	expect(line.drift).toBeCloseTo(-2, 0);
	const jump = points.map((point, index) => ({ ...point, value: index === 11 ? 90 : 70 }));
	const [calm, restless] = [0.005, 0.8].map((wander) => fitLevel(jump, { wander, pace: 0.001 }).level);
	expect(restless).toBeGreaterThan((calm ?? NaN) + 3);
});

test('latestRates: one row per pair, none of the future, none that is not above 0', () => {
	const row = (day_on: string, to_currency: string, rate: number) => ({
		day_on,
		from_currency: 'EUR',
		to_currency,
		rate,
	});
	const rows = [
		row('2024-01-05', 'USD', 1.2),
		row('2024-01-01', 'USD', 1.1),
		row('2024-02-01', 'USD', 9),
		row('2024-01-06', 'USD', 0),
		row('2024-01-01', 'GBP', 0.8),
	];
	expect(latestRates(rows, '2024-01-15').map(({ rate }) => rate)).toEqual([1.2, 0.8]);
});

test('contrastGroups: the same as from the single numbers', () => {
	const sampleOf = (values: readonly number[]): Sample => ({
		count: values.length,
		mean: mean(values),
		deviation: deviation(values),
	});
	const numbers = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });
	fc.assert(
		fc.property(numbers, numbers, (part, rest) => {
			const contrast = contrastGroups(sampleOf(part), sampleOf([...part, ...rest]), 3);
			const difference = (mean(part) ?? NaN) - (mean(rest) ?? NaN);
			const error = Math.sqrt(
				(deviation(part) ?? NaN) ** 2 / part.length + (deviation(rest) ?? NaN) ** 2 / rest.length,
			);
			expect(contrast?.difference).toBeCloseTo(difference, 6);
			if (error > 0.1) expect(contrast?.z).toBeCloseTo(difference / error, 4);
		}),
	);
	const flat = { count: 10, mean: 5, deviation: 0 };
	expect(contrastGroups(flat, { ...flat, count: 20 }, 5)).toEqual({ difference: 0, z: 0 });
	expect(contrastGroups(flat, { ...flat, count: 12 }, 5)).toBeNull();
	expect(contrastGroups({ count: 0, mean: null, deviation: null }, flat, 0)).toBeNull();
});
