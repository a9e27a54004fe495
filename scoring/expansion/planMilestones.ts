import { addDays } from '../core/addDays';
import type { Milestone } from './HandOff';

const PLAN = [
	{
		from: 1,
		to: 1,
		name: 'Stakeholder and technical validation',
		measure: 'Decision makers met, requirements confirmed',
	},
	{ from: 2, to: 3, name: 'Business case', measure: 'Value and budget agreed with the sponsor' },
	{ from: 4, to: 6, name: 'Proposal and negotiation', measure: 'Proposal delivered, terms agreed' },
	{ from: 7, to: 8, name: 'Contract', measure: 'Contract signed' },
] as const;

/**
 * The sales milestones of the seed by weeks from the hand-off: 1, 2-3, 4-6 and 7-8, each with its first and last day. Eight weeks leave a margin
 * inside the 90-day cycle.
 *
 * @param day YYYY-MM-DD of the hand-off
 *
 * @example
 * planMilestones('2026-01-01').map(({ weeks, dueOn }) => `${weeks}: ${dueOn}`)
 * // => ['1: 2026-01-07', '2-3: 2026-01-21', '4-6: 2026-02-11', '7-8: 2026-02-25']
 */
export function planMilestones(day: string): Milestone[] {
	return PLAN.map(({ from, to, name, measure }) => ({
		name,
		weeks: from === to ? String(from) : `${from}-${to}`,
		startsOn: addDays(day, 7 * (from - 1)),
		dueOn: addDays(day, 7 * to - 1),
		measure,
	}));
}
