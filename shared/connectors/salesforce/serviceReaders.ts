import type { SourceReader } from '../Source';
import { vendorId } from './vendorId';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** IsClosed decides; the status is each org's own list and only tells apart who has to act. */
function ticketStatus(isClosed: unknown, status: unknown): unknown {
	if (isClosed === true) return /resolv|solved/i.test(text(status)) ? 'resolved' : 'closed';
	if (isClosed === false) return /pending|wait|hold|await/i.test(text(status)) ? 'pending' : 'open';
	return status;
}

/** Case. First response and CSAT are no standard fields: map the org's own. */
export const ticketReader: SourceReader = {
	fields: {
		priority: 'Priority',
		status: 'Status',
		category: 'Type',
		opened_at: 'CreatedDate',
		resolved_at: 'ClosedDate',
		escalated: 'IsEscalated',
	},
	needed: ['AccountId', 'IsClosed'],
	shape: (record, mapped) => [
		{
			object: 'tickets',
			accountExternalId: text(record.fields.AccountId) || null,
			amounts: 'major',
			values: {
				...mapped,
				ticket_id: vendorId(record.id),
				status: ticketStatus(record.fields.IsClosed, mapped.status),
			},
		},
	],
};

/** Length of a logged call stands in seconds, that of an event in minutes. */
function minutesOf(id: string, length: unknown): unknown {
	return id.startsWith('00T') && typeof length === 'number' ? length / 60 : length;
}

/**
 * Event: a meeting unless its type says otherwise; and logged calls and mails, which are tasks. Salesforce does not record who came, so
 * `attended` stays unknown unless mapped.
 */
export const interactionReader: SourceReader = {
	fields: { kind: 'Type', occurred_at: 'StartDateTime', minutes: 'DurationInMinutes', text: 'Subject' },
	needed: ['AccountId', 'WhoId', 'ActivityDate'],
	shape: (record, mapped) => {
		const { AccountId: account, WhoId: who, ActivityDate: day } = record.fields;
		return [
			{
				object: 'interactions',
				accountExternalId: text(account) || null,
				amounts: 'major',
				values: {
					...mapped,
					interaction_id: vendorId(record.id),
					// WhoId is a contact (003) or a lead (00Q).
					contact_id: text(who).startsWith('003') ? vendorId(who) : undefined,
					kind: mapped.kind ?? 'meeting',
					minutes: minutesOf(record.id, mapped.minutes),
					occurred_at: mapped.occurred_at ?? day,
				},
			},
		];
	},
};

const TASK_PRIORITY: Readonly<Record<string, string>> = { High: 'high', Normal: 'medium', Low: 'low' };

function taskStatus(isClosed: unknown, status: unknown): unknown {
	if (isClosed === true) return /cancel|defer|not needed/i.test(text(status)) ? 'cancelled' : 'done';
	return isClosed === false ? 'open' : status;
}

/** Task: only those that we created, told by their effect key, so that what a CSM closed in Salesforce is closed here. */
export const taskReader: SourceReader = {
	fields: {
		title: 'Subject',
		text: 'Description',
		priority: 'Priority',
		status: 'Status',
		due_at: 'ActivityDate',
		owner_id: 'OwnerId',
		effect_key: 'CS_Effect_Key__c',
		closed_at: 'CompletedDateTime',
	},
	needed: ['AccountId', 'WhatId', 'IsClosed'],
	shape: (record, mapped) => {
		const { AccountId: account, WhatId: what, IsClosed: isClosed } = record.fields;
		return [
			{
				object: 'tasks',
				accountExternalId: text(account) || (text(what).startsWith('001') ? text(what) : null),
				amounts: 'major',
				values: {
					...mapped,
					task_id: vendorId(record.id),
					external_id: record.id,
					priority: TASK_PRIORITY[text(mapped.priority)] ?? mapped.priority,
					status: taskStatus(isClosed, mapped.status),
					owner_id: vendorId(mapped.owner_id),
				},
			},
		];
	},
};
