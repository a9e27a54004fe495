import type { EffectOutcome, SourceSettings, TaskEffect } from '../Source';
import type { Call } from '../Wire';
import { effectOutcome } from './effectOutcome';
import { openEffectTable } from './effectTable';
import { fitFields } from './fitFields';

/** An email address out of a person's id of ours; null: it holds none. */
export function ownerEmail(ownerExternalId: string | null): string | null {
	const plain = ownerExternalId?.replace(/^airtable:/, '') ?? '';
	return plain.includes('@') ? plain : null;
}

/**
 * Makes a task once. One that is there already, by its effect key, is left as people have it by now; otherwise it is written as an upsert by
 * that key, so a repeat after a lost answer finds the first one.
 */
export async function createTask(
	call: Call,
	settings: SourceSettings,
	task: TaskEffect,
): Promise<EffectOutcome> {
	const open = async () => await openEffectTable(call, settings, 'tasks');
	const find = async () => await (await open()).find(task.effectKey);
	return await effectOutcome(async () => {
		const tasks = await open();
		const there = await find();
		if (there) return { externalId: there.id, created: false };
		const fields = fitFields(tasks.table, settings, {
			...tasks.accountFields(task.accountId, task.accountExternalId),
			Title: task.title,
			Text: task.text,
			Priority: task.priority,
			Status: 'open',
			'Due Date': task.dueOn,
			Owner: ownerEmail(task.ownerExternalId),
		});
		return await tasks.write({ effectKey: task.effectKey }, fields);
	}, find);
}
