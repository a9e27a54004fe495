import { addDays } from '../core/addDays';
import type { Blocker, NextStep, Readiness, ReadinessDimension, Sizing } from './Opportunity';
import type { Signal } from './Signal';

/** Below this a dimension needs work before an offer. */
const WEAK_BELOW = 60;
const WORK: Readonly<Record<ReadinessDimension, readonly [what: string, who: NextStep['who']]>> = {
	stakeholder: ['Win a champion and meet the decision maker', 'csm'],
	budget_timeline: ['Ask for budget and decision dates', 'ae'],
	technical: ['Review the set-up and close technical gaps', 'se'],
	competitive: ['Show the value achieved against the alternatives', 'csm'],
};

/**
 * What to do next, in order: put right what blocks; then, within the first week, confirm the need with the customer; in weeks 2 to 4 work on the
 * weakest dimension and price what has no price; when nothing is weak, hand it to sales. The horizons are the seed's.
 *
 * @param day YYYY-MM-DD the plan starts
 *
 * @example
 * planSteps([], { dimensions: { stakeholder: { value: 91 }, budget_timeline: { value: 87 }, technical: { value: 94 }, competitive: { value: 83 } } }, { amountMinor: 1, reason: null }, [], '2026-01-15').at(-1)
 * // => { what: 'Hand it to sales with the briefing', who: 'csm', dueOn: '2026-01-29', horizon: 'weeks_2_4' }
 */
export function planSteps(
	blockers: readonly Blocker[],
	readiness: Pick<Readiness, 'dimensions'>,
	sizing: Pick<Sizing, 'amountMinor' | 'reason'>,
	signals: readonly Pick<Signal, 'words'>[],
	day: string,
): NextStep[] {
	const in1 = { dueOn: addDays(day, 7), horizon: 'week_1' } as const;
	const to4 = (weeks: 2 | 4) => ({ dueOn: addDays(day, 7 * weeks), horizon: 'weeks_2_4' }) as const;
	if (blockers.length > 0) return blockers.map(({ remedy }) => ({ what: remedy, who: 'csm', ...to4(2) }));
	const steps: NextStep[] = [];
	const reason = signals[0]?.words;
	const what = `Confirm the need with the customer${reason === undefined ? '' : `: ${reason}`}`;
	steps.push({ what, who: 'csm', ...in1 });
	if (sizing.amountMinor === null && sizing.reason !== null)
		steps.push({ what: `Set an amount: ${sizing.reason}`, who: 'ae', ...in1 });
	const dimensions = Object.entries(readiness.dimensions) as [ReadinessDimension, { value: number | null }][];
	const weak = dimensions
		.filter(([, { value }]) => value === null || value < WEAK_BELOW)
		.sort(([, a], [, b]) => (a.value ?? -1) - (b.value ?? -1));
	for (const [dimension] of weak) {
		const [task, who] = WORK[dimension];
		steps.push({ what: task, who, ...to4(4) });
	}
	if (weak.length === 0) steps.push({ what: 'Hand it to sales with the briefing', who: 'csm', ...to4(2) });
	return steps;
}
