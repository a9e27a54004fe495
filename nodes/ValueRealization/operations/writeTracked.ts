import type { IDataObject } from 'n8n-workflow';

import { daysBetween } from '../../../scoring/core/daysBetween';
import { jsonIn } from '../../../scoring/measures/jsonIn';
import type { AssessedPlan } from '../../../scoring/value/assessPlan';
import type { Checkpoint } from '../../../scoring/value/Checkpoint';
import type { MilestoneState } from '../../../scoring/value/SuccessPlan';
import { successPlans } from '../../../shared/tables/successPlans';
import { milestones as milestonesTable } from '../../../shared/tables/milestones';
import type { Run } from './readRun';

const columnsOf = (row: IDataObject, columns: ReadonlyArray<{ readonly name: string }>): IDataObject =>
	Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));

/** The plan's row with its new status, and what was found in its detail. */
export function trackedPlan(
	plan: IDataObject,
	assessed: AssessedPlan,
	checkpoints: readonly Checkpoint[],
	run: Run,
	onlyTableColumns: boolean,
): IDataObject {
	const found = {
		as_of_on: run.day,
		reasons: assessed.reasons,
		progress_share: assessed.progressShare,
		planned_share: assessed.plannedShare,
		on_time_share: assessed.onTimeShare,
		completed_on: assessed.completedOn,
	};
	const detail = { ...jsonIn(plan, 'detail_json'), tracked: found };
	const row = {
		...columnsOf(plan, successPlans.columns),
		status: assessed.status,
		detail_json: JSON.stringify(detail),
	};
	if (onlyTableColumns) return row;
	return {
		...row,
		previous_status: plan.status ?? null,
		changed: plan.status !== assessed.status,
		as_of_on: run.day,
		run_id: run.runId,
		progress_share: assessed.progressShare,
		planned_share: assessed.plannedShare,
		on_time_share: assessed.onTimeShare,
		overdue: assessed.overdue.length,
		completed_on: assessed.completedOn,
		words: `${assessed.status}: ${assessed.reasons.join('; ')}`,
		details: { ...detail, overdue: assessed.overdue, checkpoints } as unknown as IDataObject,
	};
}

/** A milestone's row as it was, and how it stands. */
export function trackedMilestone(
	row: IDataObject,
	{ status, dueOn, doneOn }: MilestoneState,
	day: string,
	onlyTableColumns: boolean,
): IDataObject {
	const own = { ...columnsOf(row, milestonesTable.columns), status };
	if (onlyTableColumns) return own;
	const late = status === 'open' ? daysBetween(dueOn, day) : daysBetween(dueOn, doneOn);
	return {
		...own,
		overdue: status === 'open' && late !== null && late > 0,
		days_late: late === null || status === 'cancelled' ? null : Math.max(0, late),
		on_time: status === 'done' && late !== null ? late <= 0 : null,
	};
}

/** One row per checkpoint and criterion. */
export function checkpointRows(
	plan: IDataObject,
	planId: string,
	checkpoints: readonly Checkpoint[],
): IDataObject[] {
	return checkpoints.flatMap(({ week, dueOn, state, results }) =>
		results.map((result) => ({
			plan_id: planId,
			account_id: plan.account_id ?? null,
			week,
			due_on: dueOn,
			checkpoint: state,
			criterion: result.criterion.label,
			metric: result.criterion.metric,
			target: result.criterion.target,
			actual: result.actual,
			unit: result.criterion.unit,
			measured_on: result.measuredOn,
			state: result.state,
			achieved_rate: result.achievement.rate,
			over_rate: result.achievement.overRate,
			progress_rate: result.achievement.progressRate,
		})),
	);
}
