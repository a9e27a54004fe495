import { daysBetween } from '../core/daysBetween';
import { wordCount } from '../core/wordCount';
import type { CriterionResult } from './Checkpoint';
import type { MilestoneState, PlanStatus } from './SuccessPlan';

export interface PlanState {
	readonly status: PlanStatus;
	readonly csmId: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly milestones: readonly MilestoneState[];
	/** Of the last checkpoint that is over. */
	readonly criteria: readonly CriterionResult[];
	/** Facts that put it at risk whatever the milestones say, in words. */
	readonly alarms: readonly string[];
}

export interface PlanRules {
	/** Days a milestone may be late before the plan is at risk. */
	readonly graceDays: number;
	/** Share of milestones that must be on time, 0 to 1. */
	readonly onTimeTarget: number;
	/** Milestones that must be decided before that share says anything. */
	readonly leastDecided: number;
}

export interface AssessedPlan {
	readonly status: PlanStatus;
	/** Why it has this status, for a person. */
	readonly reasons: readonly string[];
	/** Weight that is done, 0 to 1. null: no milestone has a weight. */
	readonly progressShare: number | null;
	/** Weight that is due by now, 0 to 1. */
	readonly plannedShare: number | null;
	/** Milestones done by their day, of those done or overdue; null: none is decided. */
	readonly onTimeShare: number | null;
	readonly decided: number;
	readonly overdue: ReadonlyArray<{ readonly milestoneId: string; readonly daysLate: number }>;
	/** Day of the last milestone of a completed plan; null: not completed, or not known. */
	readonly completedOn: string | null;
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/**
 * How a success plan stands. Rules, in this order: cancelled stays; completed when every milestone that was not cancelled is done; draft without
 * someone in charge, a start or milestones; at_risk when a milestone is later than the grace days, fewer than the target share (90 %) of at least
 * `leastDecided` milestones were on time, a criterion was missed, the end is past, or there is an alarm; on_track once a milestone is done; else active.
 *
 * @param asOfOn YYYY-MM-DD; a milestone due on this day is not late yet
 *
 * @example
 * assessPlan({ status: 'active', csmId: 'p', startsOn: '2026-01-05', endsOn: '2026-03-30', milestones: [{ milestoneId: 'm', name: 'Kick-off', weight: 100, dueOn: '2026-01-12', doneOn: null, status: 'open' }], criteria: [], alarms: [] }, { graceDays: 7, onTimeTarget: 0.9, leastDecided: 3 }, '2026-01-20').status
 * // => 'at_risk'
 */
export function assessPlan(plan: PlanState, rules: PlanRules, asOfOn: string): AssessedPlan {
	const live = plan.milestones.filter(({ status }) => status !== 'cancelled');
	const done = live.filter(({ status }) => status === 'done');
	const overdue = live.flatMap(({ milestoneId, dueOn, status }) => {
		const daysLate = status === 'open' ? (daysBetween(dueOn, asOfOn) ?? 0) : 0;
		return daysLate > 0 ? [{ milestoneId, daysLate }] : [];
	});
	const timed = done.filter(({ dueOn, doneOn }) => dueOn !== null && doneOn !== null);
	const onTime = timed.filter(({ dueOn, doneOn }) => (doneOn ?? '') <= (dueOn ?? ''));
	const decided = timed.length + overdue.length;
	const onTimeShare = share(onTime.length, decided);
	const weigh = (list: readonly MilestoneState[]): number =>
		list.reduce((sum, { weight }) => sum + weight, 0);
	const due = live.filter(({ dueOn }) => dueOn !== null && dueOn <= asOfOn);

	const nameOf = new Map(live.map(({ milestoneId, name }) => [milestoneId, name]));
	const dangers = [
		...overdue
			.filter(({ daysLate }) => daysLate > rules.graceDays)
			.map(
				({ milestoneId, daysLate }) =>
					`"${nameOf.get(milestoneId) ?? milestoneId}" is ${wordCount(daysLate, 'day')} late`,
			),
		...(onTimeShare !== null && decided >= rules.leastDecided && onTimeShare < rules.onTimeTarget
			? [
					`${onTime.length} of ${wordCount(decided, 'milestone')} ${onTime.length === 1 ? 'was' : 'were'} on time`,
				]
			: []),
		...plan.criteria
			.filter(({ state }) => state === 'missed')
			.map(
				({ criterion, actual }) =>
					`${criterion.label}: ${actual ?? ''}, target ${criterion.target} in week ${criterion.week}`,
			),
		...(plan.endsOn !== null && plan.endsOn < asOfOn ? [`the plan should have ended on ${plan.endsOn}`] : []),
		...plan.alarms,
	];
	const missing = [
		...(plan.csmId === null ? ['nobody is in charge'] : []),
		...(plan.startsOn === null ? ['there is no day of start'] : []),
		...(live.length === 0 ? ['there is no milestone'] : []),
	];
	const verdict = (): [PlanStatus, readonly string[]] => {
		if (plan.status === 'cancelled') return ['cancelled', ['it was cancelled']];
		if (live.length > 0 && done.length === live.length) return ['completed', ['every milestone is done']];
		if (missing.length > 0) return ['draft', missing];
		if (dangers.length > 0) return ['at_risk', dangers];
		if (done.length > 0)
			return [
				'on_track',
				[`${done.length} of ${wordCount(live.length, 'milestone')} ${done.length === 1 ? 'is' : 'are'} done`],
			];
		return ['active', ['no milestone is done yet, and none is late']];
	};
	const [status, reasons] = verdict();
	const days = done.map(({ doneOn }) => doneOn ?? '').sort();
	const lastDay = days[0] === '' ? null : (days.at(-1) ?? null);
	return {
		status,
		reasons,
		progressShare: share(weigh(done), weigh(live)),
		plannedShare: share(weigh(due), weigh(live)),
		onTimeShare,
		decided,
		overdue,
		completedOn: status === 'completed' ? lastDay : null,
	};
}
