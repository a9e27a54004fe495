import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { createSuccessPlan } from '../../../scoring/value/createSuccessPlan';
import { PLAN_DESIGNS } from '../../../scoring/value/planDesigns';
import type { PlanKind } from '../../../scoring/value/SuccessPlan';
import { readDay } from '../../../shared/fields/readDay';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { textIn } from './readEntry';
import { countLoad, readContacts, readPeople } from './readPeople';
import { readCriteria, readPlanEvent, type PlanEvent } from './readPlanEvent';
import { groupBy, listRows, readRecords } from './readRecords';
import { readRun } from './readRun';
import { kickoffTask, milestoneRows, planRow, type PlanParts } from './writePlan';

/** The vertical of an account as the event, else the account says it; null where nobody can know it better than others. */
function verticalOf(event: PlanEvent, account: IDataObject | undefined): string | null {
	const vertical =
		textIn(event.fields, 'vertical') ??
		textIn(event.fields, 'industry') ??
		(account ? textIn(account, 'industry') : null);
	return vertical !== null && ['other', 'unknown'].includes(vertical.toLowerCase()) ? null : vertical;
}

/**
 * Create Success Plan: one plan per event with its milestones and the kick-off task. An event that made its plan before gives that plan again,
 * unchanged, and only the milestones that are missing.
 */
export function* createPlanRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const run = readRun(context);
	const records = readRecords(context);
	const kind = context.getNodeParameter('planKind', 0) as PlanKind;
	const kickoffDays = Number(context.getNodeParameter('kickoffDays', 0));
	const { criterion = [] } = context.getNodeParameter('criteria', 0, {}) as { criterion?: IDataObject[] };
	const onlyTableColumns = context.getNodeParameter('planTableColumns', 0, false) as boolean;
	const standard = readCriteria(criterion);

	const accounts = new Map(records.accounts.map((row) => [String(row.account_id), row]));
	const contacts = groupBy(records.contacts, 'account_id');
	const plans = new Map(records.plans.map((row) => [String(row.plan_id), row]));
	const known = new Set(records.milestones.map((row) => String(row.milestone_id)));
	const measured = new Set(
		records.ledger.filter(({ kind: of }) => of === 'baseline').map((row) => String(row.account_id)),
	);
	const load = countLoad(records);
	const counts = { created: 0, 'there already': 0, drafts: 0, 'same event twice': 0, faulty: 0 };
	const seen = new Set<string>();

	for (const { row, from } of listRows(items)) {
		const read = readPlanEvent(row, kind, standard);
		if (!read.ok) {
			counts.faulty++;
			yield { json: { event_id: row.event_id ?? null }, from, fault: read.issues };
			continue;
		}
		const event = read.value;
		if (seen.has(event.planId)) {
			counts['same event twice']++;
			continue;
		}
		seen.add(event.planId);
		const existing = plans.get(event.planId);
		const account = accounts.get(event.accountId);
		const named = (column: string): string | null =>
			(existing ? textIn(existing, column) : null) ?? textIn(event.fields, column);
		const plan = createSuccessPlan(
			{
				planId: event.planId,
				accountId: event.accountId,
				kind: event.kind,
				signedOn: event.signedOn,
				startsOn: existing ? readDay(existing.starts_on) : event.startsOn,
				vertical: verticalOf(event, account),
				csmId: named('csm_id') ?? (account ? textIn(account, 'csm_id') : null),
				contactId: named('contact_id'),
				sponsorId: named('sponsor_id'),
				hasBaseline:
					event.fields.baseline !== undefined ||
					event.fields.baseline_minor !== undefined ||
					measured.has(event.accountId),
				criteria: event.criteria,
				risks: event.risks,
				team: event.team,
			},
			PLAN_DESIGNS[event.kind],
			{
				people: readPeople(records.people, load),
				contacts: readContacts(contacts.get(event.accountId) ?? []),
				asOfOn: run.day,
				kickoffDays,
			},
		);
		const parts: PlanParts = { event, plan, account, run, onlyTableColumns };
		if (existing === undefined) {
			counts.created++;
			if (plan.status === 'draft') counts.drafts++;
			const owns = account !== undefined && textIn(account, 'csm_id') === plan.csmId;
			if (plan.csmId !== null && !owns) load.set(plan.csmId, (load.get(plan.csmId) ?? 0) + 1);
			yield { json: planRow(parts), from };
			const task = kickoffTask(parts);
			if (task !== null) yield { json: task, from, output: 2 };
		} else {
			counts['there already']++;
			yield { json: onlyTableColumns ? existing : { ...existing, existing: true }, from };
		}
		for (const json of milestoneRows(parts))
			if (!known.has(String(json.milestone_id))) yield { json, from, output: 1 };
	}
	addHint(context, counts);
	if (records.people.length === 0)
		addHint(context, 'Nobody can be put in charge: connect rows of cs_people to Records.', 'warning');
	yield { json: { as_of_on: run.day, run_id: run.runId, ...counts }, from: null, output: 3 };
}
