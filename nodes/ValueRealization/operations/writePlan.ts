import type { IDataObject } from 'n8n-workflow';

import type { CreatedPlan } from '../../../scoring/value/SuccessPlan';
import { hash12 } from '../../../shared/hash12';
import { textIn } from './readEntry';
import type { PlanEvent } from './readPlanEvent';
import type { Run } from './readRun';

export interface PlanParts {
	readonly event: PlanEvent;
	readonly plan: CreatedPlan;
	readonly account: IDataObject | undefined;
	readonly run: Run;
	readonly onlyTableColumns: boolean;
}

/** The plan as a row of cs_success_plans. */
export function planRow({ event, plan, account, run, onlyTableColumns }: PlanParts): IDataObject {
	const { fields } = event;
	const detail = {
		event_id: event.eventId,
		signed_on: event.signedOn,
		kickoff_on: plan.kickoffOn,
		value_hypothesis: textIn(fields, 'value_hypothesis'),
		baseline: fields.baseline ?? fields.baseline_minor ?? null,
		criteria: event.criteria,
		risks: plan.risks,
		implementation_team: plan.team,
		reasons: plan.reasons,
	};
	const row: IDataObject = {
		plan_id: event.planId,
		account_id: event.accountId,
		kind: event.kind,
		status: plan.status,
		csm_id: plan.csmId,
		contact_id: plan.contactId,
		sponsor_id: plan.sponsorId,
		starts_on: plan.startsOn,
		ends_on: plan.endsOn,
		detail_json: JSON.stringify(detail),
	};
	if (onlyTableColumns) return row;
	return {
		...row,
		existing: false,
		name: account ? textIn(account, 'name') : textIn(fields, 'account_name'),
		kickoff_on: plan.kickoffOn,
		risk_count: plan.risks.length,
		as_of_on: run.day,
		run_id: run.runId,
		details: detail as unknown as IDataObject,
	};
}

/** The milestones as rows of cs_milestones; ids are the plan's with the key of the step. */
export function milestoneRows({ event, plan, onlyTableColumns }: PlanParts): IDataObject[] {
	return plan.milestones.map(({ milestoneId, name, phase, weight, dueOn, ownerId }) => {
		const row: IDataObject = {
			milestone_id: milestoneId,
			plan_id: event.planId,
			account_id: event.accountId,
			name,
			weight,
			due_on: dueOn,
			done_at: null,
			owner_id: ownerId,
			status: 'open',
			rev: 1,
		};
		return onlyTableColumns ? row : { ...row, phase };
	});
}

/** The kick-off as a row of cs_tasks; null while nobody can be asked or there is no day. */
export function kickoffTask({ event, plan, account }: PlanParts): IDataObject | null {
	if (plan.csmId === null || plan.kickoffOn === null) return null;
	const name = (account ? textIn(account, 'name') : null) ?? event.accountId;
	const key = `plan.kickoff:${event.planId}`;
	const whom = [plan.contactId, plan.sponsorId].filter((id) => id !== null);
	return {
		task_id: `TASK_${hash12(key)}`,
		account_id: event.accountId,
		kind: 'meeting',
		title: `Kick-off with ${name}`,
		text: [
			`Meet ${whom.length > 0 ? [...new Set(whom)].join(' and ') : 'the customer'} by ${plan.kickoffOn}.`,
			...plan.risks.map(({ text, mitigation }) => `${text} ${mitigation}`),
		].join('\n'),
		priority: 'high',
		status: 'open',
		due_at: `${plan.kickoffOn}T00:00:00.000Z`,
		owner_id: plan.csmId,
		rule: 'plan.kickoff',
		effect_key: key,
		external_id: null,
		closed_at: null,
		outcome: null,
		rev: 1,
	};
}
