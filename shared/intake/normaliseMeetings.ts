import type { Issue } from '../../scoring/core/issue';
import { normaliseRow } from '../../scoring/intake/normaliseRow';
import type { ItemProblem, ItemRow, ItemsRequest, ItemsResult } from './ItemPreset';
import { meetingRows, readCustomers } from './meetingRows';
import { readGoogleEvent } from './readGoogleEvent';
import { readOutlookEvent } from './readOutlookEvent';

const OPTIONS = { origin: 'vendor', amounts: 'major', currency: null } as const;

/**
 * Calendar events as interactions of the accounts whose people were invited, the next meeting of each account, and the ids of cancelled
 * ones. Events of our own people alone give nothing and are no problem.
 */
export function normaliseMeetings(request: ItemsRequest): ItemsResult {
	const read = request.preset === 'outlook' ? readOutlookEvent : readGoogleEvent;
	const customers = readCustomers(request);
	const rows: ItemRow[] = [];
	const problems: ItemProblem[] = [];
	const removed: string[] = [];
	const next: Record<string, string> = {};
	request.items.forEach((item, itemIndex) => {
		const event = read(item);
		const externalId = event?.id ?? null;
		if (event === null || event.fault !== null) {
			const issue = event === null ? noEvent() : unreadable(event.fault ?? '');
			problems.push({ itemIndex, object: 'interactions', externalId, issues: [issue], usable: false });
			return;
		}
		if (event.cancelled) {
			removed.push(event.id);
			return;
		}
		for (const values of meetingRows(event, customers, request.asOf)) {
			const { row, raw, issues } = normaliseRow('interactions', values, OPTIONS);
			rows.push({ object: 'interactions', row, raw, itemIndex, externalId });
			if (issues.length > 0)
				problems.push({ itemIndex, object: 'interactions', externalId, issues, usable: true });
			const account = String(row.account_id);
			const at = event.startsAt ?? '';
			const known = Object.hasOwn(next, account) ? next[account] : undefined;
			if (at > request.asOf && (known === undefined || at < known)) next[account] = at;
		}
	});
	const hasCustomers = request.accounts.length > 0 || request.contacts.length > 0;
	const notes = hasCustomers || request.items.length === 0 ? [] : [noCustomers()];
	return { rows, problems, notes, unmapped: [], removed, nextMeetings: next };
}

const noEvent = (): Issue => ({
	code: 'not-an-event',
	path: 'id',
	message: 'The item has no id, so it is no calendar event.',
	remedy: 'Connect the events of a Google Calendar or Microsoft Outlook node, not simplified further.',
	severity: 'error',
});

const unreadable = (fault: string): Issue => ({
	code: 'event-unreadable',
	path: 'start',
	message: `The event cannot be used. ${fault}`,
	remedy: 'Check the time and its time zone in the calendar node.',
	severity: 'error',
});

const noCustomers = (): Issue => ({
	code: 'no-customers',
	path: 'accounts',
	message: 'No accounts or contacts were handed over, so no meeting could be told to a customer.',
	remedy: 'Connect rows of cs_accounts (with domain) and cs_contacts (with email).',
	severity: 'warning',
});
