import { addDays } from '../core/addDays';
import { isDay } from '../core/isDay';
import type { Checkpoint, Criterion, CriterionResult, CriterionState, Measurement } from './Checkpoint';
import { measureAchievement } from './measureAchievement';

function latest(metric: string, untilOn: string, measurements: readonly Measurement[]): Measurement | null {
	let found: Measurement | null = null;
	for (const measurement of measurements) {
		if (measurement.metric !== metric || measurement.measuredOn > untilOn) continue;
		if (found === null || measurement.measuredOn >= found.measuredOn) found = measurement;
	}
	return found;
}

/**
 * Looks at success criteria at checkpoints, weeks after the start (4, 8, 12 and own ones). At each one only what was measured until its day counts, so
 * a later result never improves an earlier checkpoint; a criterion counts from the checkpoint at or after its week on. Not measured is not missed.
 *
 * @param startsOn YYYY-MM-DD; what is no day gives no checkpoints
 * @param asOfOn YYYY-MM-DD; later measurements are not looked at
 *
 * @example
 * evaluateCheckpoints('2024-11-25', [8], [{ id: 'dau', label: 'Daily use', metric: 'daily_use', target: 80, baseline: null, direction: 'higher_is_better', week: 8, unit: '%' }], [{ metric: 'daily_use', value: 87, measuredOn: '2025-01-18' }], '2025-02-01')[0].state
 * // => 'met'
 */
export function evaluateCheckpoints(
	startsOn: string,
	weeks: readonly number[],
	criteria: readonly Criterion[],
	measurements: readonly Measurement[],
	asOfOn: string,
): Checkpoint[] {
	if (!isDay(startsOn)) return [];
	return [...new Set(weeks)]
		.sort((a, b) => a - b)
		.map((week) => {
			const dueOn = addDays(startsOn, 7 * week);
			const untilOn = dueOn < asOfOn ? dueOn : asOfOn;
			const results = criteria.map((criterion): CriterionResult => {
				const found = latest(criterion.metric, untilOn, measurements);
				const actual = found?.value ?? null;
				const { target, baseline, direction } = criterion;
				const achievement = measureAchievement({ baseline, target, actual, direction });
				const due = criterion.week <= week && dueOn <= asOfOn;
				return {
					criterion,
					dueOn: addDays(startsOn, 7 * criterion.week),
					actual,
					measuredOn: found?.measuredOn ?? null,
					state: !due
						? 'not_due'
						: achievement.met === null
							? 'not_measured'
							: achievement.met
								? 'met'
								: 'missed',
					achievement,
				};
			});
			const states = results.map(({ state }) => state).filter((state) => state !== 'not_due');
			return { week, dueOn, state: dueOn > asOfOn ? 'upcoming' : overall(states), results };
		});
}

function overall(states: readonly CriterionState[]): Checkpoint['state'] {
	if (states.length === 0) return 'nothing_due';
	if (states.includes('missed')) return 'missed';
	return states.includes('not_measured') ? 'not_measured' : 'met';
}
