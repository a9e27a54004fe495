import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkEnum } from '../../../scoring/core/checkEnum';
import { ENUMS } from '../../../scoring/core/enums';
import { foldEnum } from '../../../scoring/core/foldEnum';
import { isDay } from '../../../scoring/core/isDay';
import type { Issue } from '../../../scoring/core/issue';
import { jsonIn } from '../../../scoring/measures/jsonIn';
import { numberIn } from '../../../scoring/measures/numberIn';
import { assessPlan, type AssessedPlan, type PlanRules } from '../../../scoring/value/assessPlan';
import type { Checkpoint } from '../../../scoring/value/Checkpoint';
import { evaluateCheckpoints } from '../../../scoring/value/evaluateCheckpoints';
import type { MilestoneState, PlanStatus } from '../../../scoring/value/SuccessPlan';
import { readDay } from '../../../shared/fields/readDay';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { measurePlan } from './measurePlan';
import { textIn } from './readEntry';
import { readCriteria } from './readPlanEvent';
import { groupBy, listRows, readRecords, type Records } from './readRecords';
import { readRun } from './readRun';
import { checkpointRows, trackedMilestone, trackedPlan } from './writeTracked';

const PLAN_STATUS = 'customer_success_plans.plan_status';
const STATUSES = ENUMS.get(PLAN_STATUS) ?? [];

function milestoneOf(row: IDataObject): MilestoneState {
	const doneOn = readDay(row.done_at);
	const status = foldEnum(row.status, ['open', 'done', 'cancelled']);
	return {
		milestoneId: String(row.milestone_id),
		name: textIn(row, 'name') ?? String(row.milestone_id),
		weight: numberIn(row, 'weight') ?? 1,
		dueOn: readDay(row.due_on),
		doneOn,
		status: status === 'cancelled' ? 'cancelled' : status === 'done' || doneOn !== null ? 'done' : 'open',
	};
}

/** Statuses that are none: of the plan, and of its milestones. */
function faultsOf(plan: IDataObject, planId: string, milestones: readonly IDataObject[]): Issue[] {
	const checks = [
		checkEnum(PLAN_STATUS, plan.status, `${planId}.status`),
		...milestones.map((row) =>
			checkEnum('cs_milestones.status', row.status, `${String(row.milestone_id)}.status`),
		),
	];
	return checks.flatMap((check) => (check.ok ? [] : check.issues));
}

/** Who is named in the plan and is not there any more. */
function alarmsOf(plan: IDataObject, contacts: ReadonlyMap<string, IDataObject>, day: string): string[] {
	return (['contact_id', 'sponsor_id'] as const).flatMap((column) => {
		const id = textIn(plan, column);
		const contact = id === null ? undefined : contacts.get(id);
		const leftOn = contact === undefined ? null : readDay(contact.left_on);
		const what = column === 'contact_id' ? 'primary contact' : 'executive sponsor';
		return leftOn !== null && leftOn <= day ? [`the ${what} ${id ?? ''} left on ${leftOn}`] : [];
	});
}

function readRules(context: IExecuteFunctions): PlanRules {
	const given = context.getNodeParameter('trackRules', 0, {}) as Partial<PlanRules>;
	return { graceDays: 7, onTimeTarget: 0.9, leastDecided: 3, ...given };
}

/** Numbers of a text such as "4, 8, 12"; what is no number is left out. */
const readWeeks = (text: string): number[] =>
	text
		.split(/[\s,;]+/)
		.map(Number)
		.filter((week) => Number.isFinite(week) && week > 0);

interface Tracked {
	readonly assessed: AssessedPlan;
	readonly checkpoints: readonly Checkpoint[];
	readonly milestones: readonly MilestoneState[];
}

/** Prepares the assessment of plans with the records of all accounts. */
function prepareTracking(records: Records, rules: PlanRules, weeks: readonly number[], day: string) {
	const by = {
		milestones: groupBy(records.milestones, 'plan_id'),
		measurements: groupBy(records.measurements, 'account_id'),
		usage: groupBy(records.usage, 'account_id'),
		surveyAnswers: groupBy(records.surveyAnswers, 'account_id'),
		ledger: groupBy(records.ledger, 'account_id'),
	};
	const contacts = new Map(records.contacts.map((row) => [String(row.contact_id), row]));
	return (plan: IDataObject, planId: string, status: PlanStatus): Tracked => {
		const accountId = String(plan.account_id);
		const detail = jsonIn(plan, 'detail_json');
		const criteria = readCriteria(detail.criteria);
		const starts = readDay(plan.starts_on);
		const startsOn = isDay(starts) ? starts : null;
		const unit = criteria.find(({ metric }) => metric === 'value_minor')?.unit.split(' ')[0] ?? '';
		const measurements = measurePlan(
			{
				measurements: by.measurements.get(accountId) ?? [],
				usage: by.usage.get(accountId) ?? [],
				surveyAnswers: by.surveyAnswers.get(accountId) ?? [],
				ledger: by.ledger.get(accountId) ?? [],
			},
			startsOn,
			day,
			/^[A-Z]{3}$/.test(unit) ? unit : null,
		);
		const all = [...weeks, ...criteria.map(({ week }) => week)];
		const checkpoints = evaluateCheckpoints(startsOn ?? '', all, criteria, measurements, day);
		const milestones = (by.milestones.get(planId) ?? []).map(milestoneOf);
		const over = checkpoints.filter(({ state }) => state !== 'upcoming');
		const assessed = assessPlan(
			{
				status,
				csmId: textIn(plan, 'csm_id'),
				startsOn,
				endsOn: readDay(plan.ends_on),
				milestones,
				criteria: over.at(-1)?.results ?? [],
				alarms: alarmsOf(plan, contacts, day),
			},
			rules,
			day,
		);
		return { assessed, checkpoints, milestones };
	};
}

/** Track Success Plans: each plan with its status, its milestones with how late they are, and its checkpoints. */
export function* trackPlanRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const run = readRun(context);
	const records = readRecords(context);
	const weeks = readWeeks(String(context.getNodeParameter('checkpointWeeks', 0, '')));
	const onlyTableColumns = context.getNodeParameter('planTableColumns', 0, false) as boolean;
	const track = prepareTracking(records, readRules(context), weeks, run.day);
	const byPlan = groupBy(records.milestones, 'plan_id');
	const rows = new Map(records.milestones.map((row) => [String(row.milestone_id), row]));
	const counts: Record<string, number> = { plans: 0, changed: 0, skipped: 0, faulty: 0 };
	const statuses: Record<string, number> = Object.fromEntries(STATUSES.map((status) => [status, 0]));
	let [decided, onTime] = [0, 0];
	for (const { row: plan, from } of listRows(items)) {
		const planId = textIn(plan, 'plan_id');
		if (planId === null) {
			counts.skipped = (counts.skipped ?? 0) + 1;
			continue;
		}
		const faults = faultsOf(plan, planId, byPlan.get(planId) ?? []);
		if (faults.length > 0) {
			counts.faulty = (counts.faulty ?? 0) + 1;
			yield { json: { plan_id: planId }, from, fault: faults };
			continue;
		}
		// An empty status is that of a plan nobody has tracked yet.
		const before = (foldEnum(plan.status, STATUSES) ?? 'active') as PlanStatus;
		const { assessed, checkpoints, milestones } = track(plan, planId, before);
		const { status, onTimeShare } = assessed;
		counts.plans = (counts.plans ?? 0) + 1;
		if (plan.status !== status) counts.changed = (counts.changed ?? 0) + 1;
		statuses[status] = (statuses[status] ?? 0) + 1;
		decided += assessed.decided;
		if (onTimeShare !== null) onTime += Math.round(onTimeShare * assessed.decided);
		yield { json: trackedPlan(plan, assessed, checkpoints, run, onlyTableColumns), from };
		for (const milestone of milestones) {
			const row = rows.get(milestone.milestoneId);
			if (row !== undefined)
				yield { json: trackedMilestone(row, milestone, run.day, onlyTableColumns), from, output: 1 };
		}
		for (const json of checkpointRows(plan, planId, checkpoints)) yield { json, from, output: 2 };
	}
	addHint(context, { ...counts, ...statuses });
	const share = decided > 0 ? onTime / decided : null;
	const summary = { ...counts, ...statuses, milestones_decided: decided, on_time_share: share };
	yield { json: { as_of_on: run.day, run_id: run.runId, ...summary }, from: null, output: 3 };
}
