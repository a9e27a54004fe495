import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome, SourceSettings, TaskEffect } from '../Source';
import type { Call } from '../Wire';
import { effectMark, escapeHtml } from './effectMark';
import { findPipedriveOrganization } from './findPipedriveOrganization';
import { allPipedriveRows, pipedriveRecord } from './pipedriveAnswer';
import { pipedriveOwner, pipedriveRequest } from './pipedriveRequest';
import { settleEffect } from './settleEffect';

const SUBJECT_LENGTH = 255;

/**
 * Makes a task for an organization: an activity of type `task`, with the effect's key in its note. Pipedrive cannot search activities
 * by a key of ours, so the organization's activities are listed and their notes compared (10 tokens), before the task is made and again
 * when the answer was lost. Only when that second look fails too is the state unknown.
 */
export async function createPipedriveTask(
	call: Call,
	settings: SourceSettings,
	task: TaskEffect,
): Promise<EffectOutcome> {
	const mark = effectMark(task.effectKey);
	let organization: string | null = null;
	const organizationId = async () => (organization ??= await organizationOf(call, settings, task));
	return await settleEffect({
		find: async () => {
			const activities = await allPipedriveRows(call, '/v2/activities', {
				org_id: await organizationId(),
				sort_by: 'id',
				sort_direction: 'desc',
			});
			const found = activities.find(({ note }) => typeof note === 'string' && note.includes(mark));
			return found === undefined ? null : String(found.id);
		},
		make: async () => {
			const body = {
				subject: task.title.slice(0, SUBJECT_LENGTH),
				type: typeof settings.options.taskType === 'string' ? settings.options.taskType : 'task',
				org_id: Number(await organizationId()),
				due_date: task.dueOn,
				note: noteOf(task),
				// `owner_id`, not `user_id`: v2 leaves out the latter without a word.
				...pipedriveOwner(task.ownerExternalId),
			};
			const answer = await call(pipedriveRequest({ method: 'POST', path: '/v2/activities', body }));
			return String(pipedriveRecord(answer).id);
		},
	});
}

async function organizationOf(call: Call, settings: SourceSettings, task: TaskEffect): Promise<string> {
	const id = task.accountExternalId ?? (await findPipedriveOrganization(call, settings, task.accountId));
	if (/^\d+$/.test(id)) return id;
	throw new ConnectorFault({
		faultClass: 'poison',
		code: 'pipedrive-id',
		message: `"${id}" is not the id of an organization in Pipedrive.`,
		remedy: 'Read the accounts from Pipedrive again and connect them to the second input.',
		status: null,
	});
}

function noteOf(task: TaskEffect): string {
	const text = escapeHtml(task.text).replaceAll('\n', '<br>');
	return `${text}<br><br>Priority: ${task.priority}<br>${effectMark(task.effectKey)}`;
}
