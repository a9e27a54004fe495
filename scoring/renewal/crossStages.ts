import { daysBetween } from '../core/daysBetween';
import type { DatedStage, StageCrossing } from './RenewalStages';
import { stageKey } from './stageKey';

/**
 * The stages that were reached by `today` and never said before: each once, however long nobody looked. One whose day had passed is late.
 * After an outage over several stages all are said, earliest first, and all but the newest are superseded: nobody needs six tasks for one
 * renewal. Stages counted from the notice deadline are a kind of their own with its own newest one.
 *
 * @param said keys of the stages said before, see `stageKey`
 *
 * @example
 * crossStages('C-1', [{ id: '90', counts: 'end', endsOn: '2025-03-31', dueOn: '2024-12-31' }], '2025-01-02', new Set(), false)[0].daysLate
 * // => 2
 */
export function crossStages(
	contractId: string,
	stages: readonly DatedStage[],
	today: string,
	said: ReadonlySet<string>,
	past: boolean,
): StageCrossing[] {
	if (stages.length === 0) return [];
	const reached = stages.filter(({ dueOn }) => dueOn <= today);
	const newest = { end: '', notice: '' };
	for (const { counts, id } of reached) newest[counts] = id;
	return reached
		.filter(({ id, endsOn }) => !said.has(stageKey(contractId, id, endsOn)))
		.map((stage) => ({
			...stage,
			late: stage.dueOn < today,
			daysLate: Math.max(0, daysBetween(stage.dueOn, today) ?? 0),
			superseded: past || newest[stage.counts] !== stage.id,
			past,
		}));
}
