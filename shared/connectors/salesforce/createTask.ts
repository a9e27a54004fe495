import type { EffectOutcome, SourceSettings, TaskEffect } from '../Source';
import type { Call } from '../Wire';
import { effectOutcome } from './effectOutcome';
import { findAccount } from './findAccounts';
import { quoteSoql } from './quoteSoql';
import { effectField, EFFECT_KEY_FIELD } from './salesforceObjects';
import { soqlLiteral } from './soqlLiteral';
import { keyLine, upsertRecord } from './upsertRecord';

const PRIORITY: Readonly<Record<TaskEffect['priority'], string>> = {
	urgent: 'High',
	high: 'High',
	medium: 'Normal',
	low: 'Low',
};
const SUBJECT_LENGTH = 255;
const DESCRIPTION_LENGTH = 30_000;

/**
 * Creates a task on the account, once per effect key. Without an owner it goes to the account's owner, if active, else to the user of the
 * credential. The status is left to the org's default, so that a repeat does not open again what a CSM has closed.
 */
export async function createTask(
	call: Call,
	settings: SourceSettings,
	task: TaskEffect,
): Promise<EffectOutcome> {
	return await effectOutcome(async () => {
		const { accountId, accountExternalId, effectKey, ownerExternalId } = task;
		const account =
			accountExternalId !== null && ownerExternalId !== null
				? null
				: await findAccount(call, settings, accountId, accountExternalId);
		const what = account?.id ?? accountExternalId ?? '';
		const accountOwner = account?.fields['Owner.IsActive'] === true ? account.fields.OwnerId : undefined;
		const subject = task.title.slice(0, SUBJECT_LENGTH);
		return await upsertRecord(call, {
			object: 'Task',
			keyField: effectField(settings, 'tasks') || EFFECT_KEY_FIELD,
			key: effectKey,
			fields: {
				Subject: subject,
				Description: `${task.text.slice(0, DESCRIPTION_LENGTH)}\n\n${keyLine(effectKey)}`,
				ActivityDate: task.dueOn,
				Priority: PRIORITY[task.priority],
				WhatId: what,
				OwnerId: ownerExternalId ?? accountOwner,
			},
			candidates: {
				where: `WhatId = ${quoteSoql(what)} AND ActivityDate = ${soqlLiteral(task.dueOn, 'day')}`,
				field: 'Description',
			},
		});
	});
}
