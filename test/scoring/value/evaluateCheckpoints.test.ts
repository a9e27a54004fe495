import type { Criterion, Measurement } from '../../../scoring/value/Checkpoint';
import { evaluateCheckpoints } from '../../../scoring/value/evaluateCheckpoints';

const criterion = (id: string, target: number, week: number): Criterion => ({
	id,
	label: id,
	metric: id,
	target,
	baseline: null,
	direction: 'higher_is_better',
	week,
	unit: '%',
});
const CRITERIA = [criterion('daily_use', 80, 8), criterion('automated', 75, 8), criterion('nps', 8, 12)];
const measured = (metric: string, value: number, measuredOn: string): Measurement => ({
	metric,
	value,
	measuredOn,
});

test('week 8: 87 of 80 is met, 68 of 75 is missed, what is due in week 12 is not due', () => {
	const [week8] = evaluateCheckpoints(
		'2024-11-25',
		[8],
		CRITERIA,
		[
			measured('daily_use', 60, '2024-12-20'),
			measured('daily_use', 87, '2025-01-18'),
			measured('automated', 68, '2025-01-20'),
			measured('automated', 100, '2025-02-10'),
		],
		'2025-03-01',
	);
	expect(week8).toMatchObject({ dueOn: '2025-01-20', state: 'missed' });
	expect(week8?.results.map(({ state, actual }) => [state, actual])).toEqual([
		['met', 87],
		['missed', 68],
		['not_due', null],
	]);
	expect(week8?.results[0]?.achievement.rate).toBeCloseTo(1.0875, 9);
});

test('a checkpoint ahead is upcoming, and nothing measured is not missed', () => {
	const [week4, week8, week12] = evaluateCheckpoints('2024-01-29', [12, 4, 8, 8], CRITERIA, [], '2024-03-30');
	expect([week4?.week, week8?.week, week12?.week]).toEqual([4, 8, 12]);
	expect(week4).toMatchObject({ dueOn: '2024-02-26', state: 'nothing_due' });
	expect(week8?.dueOn).toBe('2024-03-25');
	expect(week8?.state).toBe('not_measured');
	expect(week12?.state).toBe('upcoming');
	expect(evaluateCheckpoints('soon', [4], CRITERIA, [], '2024-03-30')).toEqual([]);
});

test('measurements after today do not count', () => {
	const [week12] = evaluateCheckpoints(
		'2024-01-29',
		[12],
		CRITERIA,
		[measured('nps', 9, '2024-04-02')],
		'2024-04-01',
	);
	expect(week12?.results[2]).toMatchObject({ actual: null, state: 'not_due' });
});

test('lower may be better', () => {
	const hours = { ...criterion('hours', 10, 4), direction: 'lower_is_better' as const };
	const stateAt = (value: number) =>
		evaluateCheckpoints('2024-01-01', [4], [hours], [measured('hours', value, '2024-01-20')], '2024-03-01')[0]
			?.state;
	expect([stateAt(9), stateAt(10), stateAt(11)]).toEqual(['met', 'met', 'missed']);
});
