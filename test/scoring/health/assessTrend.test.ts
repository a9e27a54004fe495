import { addDays } from '../../../scoring/core/addDays';
import { assessTrend } from '../../../scoring/health/assessTrend';
import { indexCohort } from '../../../scoring/health/indexCohort';
import type { ScorePoint } from '../../../scoring/health/thinToWeeks';
import { plantFall, seeded, simulateFlat, type World } from './simulateScores';

const weekly = (values: readonly number[]): ScorePoint[] =>
	values.map((value, week) => ({ on: addDays('2024-01-01', 7 * week), value }));

/** Noise of 2 points, each week resembling the last (0.4), a yearly wave of 3 points and a holiday dip of 6. */
const WORLD: World = { accounts: 50, weeks: 52, noise: 2, lagOne: 0.4, wave: 3, dip: 6 };

/** Rates over 20 portfolios of 50 accounts, each portfolio with a season of its own. */
function rates(world: World, options: { cohort: boolean }): { falseAlarms: number; found: number } {
	const uniform = seeded(20240115);
	let [alarms, found, series] = [0, 0, 0];
	for (let portfolio = 0; portfolio < 20; portfolio++) {
		const histories = simulateFlat(world, uniform);
		const cohort = options.cohort ? indexCohort(histories) : [];
		for (const history of histories) {
			series += 1;
			if (assessTrend(history, { cohort }).trend !== 'stable') alarms += 1;
			const fall = assessTrend(plantFall(history, 10, 8), { cohort }).trend;
			if (fall === 'declining' || fall === 'critical') found += 1;
		}
	}
	return { falseAlarms: alarms / series, found: found / series };
}

test.each([13, 26, 52])(
	'%i weeks: of 1,000 seasonal flat series at most 5 % move, of 1,000 falls 90 % are found',
	(weeks) => {
		const { falseAlarms, found } = rates({ ...WORLD, weeks }, { cohort: true });
		expect(falseAlarms).toBeLessThanOrEqual(0.05);
		expect(found).toBeGreaterThanOrEqual(0.9);
	},
);

test('without a cohort and without a season the test holds its level too', () => {
	const { falseAlarms, found } = rates({ ...WORLD, wave: 0, dip: 0 }, { cohort: false });
	expect(falseAlarms).toBeLessThanOrEqual(0.05);
	expect(found).toBeGreaterThanOrEqual(0.9);
});

test('the cohort takes out what the whole portfolio did', () => {
	const slump = weekly([80, 80, 80, 80, 79, 77, 75, 73, 71, 69, 67]);
	const cohort = slump.map(({ on, value }) => ({ on, value: value - 80 }));
	expect(assessTrend(slump).trend).toBe('declining');
	expect(assessTrend(slump, { cohort }).trend).toBe('stable');
});

test('daily scores count once a week', () => {
	const history: ScorePoint[] = weekly([72, 70, 71, 73, 70, 72]);
	const daily = Array.from({ length: 35 }, (_, day) => ({
		on: addDays('2024-02-06', day),
		value: 71 + (day % 3),
	}));
	const { n, trend } = assessTrend([...daily, ...history]);
	expect(n).toBeLessThanOrEqual(11);
	expect(trend).toBe('stable');
	expect(assessTrend([...history, ...daily].reverse())).toEqual(assessTrend([...daily, ...history]));
});

test('too few points have no trend and say how many are needed', () => {
	const { trend, slopePerWeek, pValue, words } = assessTrend(weekly([70, 60, 50, 40, 30]));
	expect([trend, slopePerWeek, pValue]).toEqual([null, null, null]);
	expect(words).toContain('5 weekly scores, at least 6');
	expect(assessTrend([]).words).toContain('0 weekly scores');
});

test('points without a day or a value are not points', () => {
	const bad = [
		{ on: 'soon', value: 3 },
		{ on: '2024-01-01', value: NaN },
	];
	expect(assessTrend(bad).n).toBe(0);
});

describe('critical', () => {
	const fall = (from: number, perWeek: number): ScorePoint[] =>
		weekly(Array.from({ length: 11 }, (_, week) => from - perWeek * week));

	test('a decline far from the worst band is only declining', () => {
		expect(assessTrend(fall(95, 1)).trend).toBe('declining');
	});
	test('a decline in the worst band', () => {
		const { trend, words } = assessTrend(fall(58, 1));
		expect(trend).toBe('critical');
		expect(words).toContain('the score is 48');
	});
	test('15 points in 30 days', () => {
		const steep = weekly([95, 95, 94, 95, 94, 93, 90, 85, 80, 76, 73]);
		expect(assessTrend(steep).words).toContain('points in 30 days');
		expect(assessTrend(steep).trend).toBe('critical');
		expect(assessTrend(steep, { criticalFall: 40 }).trend).toBe('declining');
	});
	test('on the way to the worst band within 30 days', () => {
		const { trend, words } = assessTrend(fall(66, 1.5));
		expect(trend).toBe('critical');
		expect(words).toContain('at this pace it is 45 in 30 days');
	});
	test('a rise or a steady low score never is', () => {
		expect(assessTrend(fall(20, -2)).trend).toBe('improving');
		expect(assessTrend(fall(30, 0)).trend).toBe('stable');
	});
});

test('one wild score is no trend', () => {
	expect(assessTrend(weekly([80, 81, 80, 79, 80, 81, 80, 80, 79, 80, 20])).trend).toBe('stable');
});
