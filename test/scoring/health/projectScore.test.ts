import { addDays } from '../../../scoring/core/addDays';
import { projectScore } from '../../../scoring/health/projectScore';
import type { ScorePoint } from '../../../scoring/health/thinToWeeks';
import { normal, seeded } from './simulateScores';

const FIRST = '2023-01-02';

/** Of ten accounts seven stand still, one falls and one rises by 5 to 15 points at a time of its own, one wanders. */
const KINDS = ['still', 'still', 'still', 'still', 'still', 'still', 'still', 'fall', 'rise', 'wander'];

/** Weekly scores with noise of 1.5 to 2.5 points (neighbours resemble each other by .3 to .6) and a yearly wave of 2 points. */
function simulate(kind: string, weeks: number, uniform: () => number): ScorePoint[] {
	const gauss = normal(uniform);
	const level = 50 + uniform() * 35;
	const phase = uniform() * 52;
	const noise = 1.5 + uniform();
	const lagOne = 0.3 + 0.3 * uniform();
	const start = Math.floor(uniform() * weeks);
	const size = (5 + uniform() * 10) * (kind === 'fall' ? -1 : kind === 'rise' ? 1 : 0);
	const length = 4 + Math.floor(uniform() * 8);
	let [state, walked] = [gauss(), 0];
	return Array.from({ length: weeks }, (_, week) => {
		state = lagOne * state + Math.sqrt(1 - lagOne ** 2) * gauss();
		walked += (kind === 'wander' ? 0.8 : 0.2) * gauss();
		const moved = size * Math.min(1, Math.max(0, (week - start) / length));
		const season = 2 * Math.sin((2 * Math.PI * (week + phase)) / 52);
		const value = Math.min(100, Math.max(0, level + moved + walked + season + noise * state));
		return { on: addDays(FIRST, 7 * week), value };
	});
}

test.each([
	[30, 13],
	[90, 13],
	[30, 26],
	[90, 26],
])('%i days ahead of %i weeks: 75 to 85 % of later scores lie inside', (horizon, weeks) => {
	const uniform = seeded(7);
	let [inside, all] = [0, 0];
	for (let account = 0; account < 2000; account++) {
		const ahead = Math.round(horizon / 7);
		const path = simulate(KINDS[account % KINDS.length] as string, weeks + ahead, uniform);
		const known = path.slice(0, weeks);
		const projection = projectScore(known, known.at(-1)?.on ?? '', ahead * 7);
		const later = path.at(-1)?.value ?? NaN;
		if (projection && projection.low <= later && later <= projection.high) inside += 1;
		all += 1;
	}
	expect(inside / all).toBeGreaterThanOrEqual(0.75);
	expect(inside / all).toBeLessThanOrEqual(0.85);
});

const steady = (values: readonly number[]): ScorePoint[] =>
	values.map((value, week) => ({ on: addDays(FIRST, 7 * week), value }));
const last = (points: readonly ScorePoint[]): string => points.at(-1)?.on ?? '';

test('a fall goes on for a while, and not for ever', () => {
	const fall = steady([90, 88, 86, 84, 82, 80, 78, 76, 74, 72]);
	const [d30, d90] = [30, 90].map((days) => projectScore(fall, last(fall), days));
	expect(d30?.value).toBeLessThan(71);
	expect(d90?.value).toBeLessThan(d30?.value ?? 0);
	expect(d90?.value).toBeGreaterThan(72 - 0.7 * 2 * (90 / 7));
});

test('farther is less certain, and everything stays from 0 to 100', () => {
	for (const level of [2, 50, 99]) {
		const points = steady([level, level + 1, level, level - 1, level, level + 1, level]);
		const [near, far] = [30, 90].map((days) => projectScore(points, last(points), days));
		expect(near && far).not.toBeNull();
		for (const { value, low, high } of [near, far].flatMap((projection) => projection ?? [])) {
			expect([0 <= low, low <= value, value <= high, high <= 100]).toEqual([true, true, true, true]);
		}
		expect((far?.high ?? 0) - (far?.low ?? 0)).toBeGreaterThan((near?.high ?? 0) - (near?.low ?? 0));
	}
});

test('too few, too old or later points give no projection', () => {
	const points = steady([70, 71, 70, 69, 70, 71]);
	expect(projectScore(points.slice(1), last(points), 30)).toBeNull();
	expect(projectScore(points, addDays(last(points), 46), 30)).toBeNull();
	expect(projectScore(points, points[3]?.on ?? '', 30)).toBeNull();
	expect(projectScore(points, last(points), 30)).not.toBeNull();
});
