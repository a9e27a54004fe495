import type { EffectOutcome, SourceSettings, TaskEffect } from '../Source';
import type { Call } from '../Wire';
import { findCompany } from './findCompany';
import { beforeWriting, failedEffect, upsertByEffectKey } from './upsertByEffectKey';

const PRIORITY = { high: 'HIGH', low: 'LOW', medium: 'MEDIUM', urgent: 'HIGH' } as const;

/**
 * One task on the company, for the person named, else for the company's owner. The status is not sent: a new task is not started, and
 * one that a person has completed meanwhile stays completed when the call is repeated.
 */
export async function createTask(
	call: Call,
	settings: SourceSettings,
	task: TaskEffect,
): Promise<EffectOutcome> {
	return await attempt(call, settings, task).catch((error: unknown) => failedEffect(error, 'tasks'));
}

async function attempt(call: Call, settings: SourceSettings, task: TaskEffect): Promise<EffectOutcome> {
	const company = await beforeWriting(findCompany(call, settings, task.accountId, task.accountExternalId));
	const owner = task.ownerExternalId ?? company.fields.hubspot_owner_id;
	return await upsertByEffectKey(
		call,
		'tasks',
		task.effectKey,
		{
			hs_task_subject: task.title,
			hs_task_body: asHtml(task.text),
			hs_task_priority: PRIORITY[task.priority],
			hs_task_type: 'TODO',
			// Noon UTC is the same calendar day from Honolulu to Auckland.
			hs_timestamp: `${task.dueOn}T12:00:00.000Z`,
			...(typeof owner === 'string' ? { hubspot_owner_id: owner } : {}),
		},
		company.id,
	);
}

/** HubSpot shows the body as HTML. */
function asHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\n', '<br>');
}
