import type { AlertRow } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import { closedOn } from './closedOn';
import { healthSubject } from './healthSubject';
import type { PlannedAlert } from './planAlerts';
import type { Deed } from './writeAudit';

export interface DayOfAlerts {
	readonly planned: readonly PlannedAlert[];
	readonly changes: readonly AlertRow[];
	readonly ledger: readonly AlertRow[];
	readonly messageKeys: readonly string[];
	readonly businessDayOn: string;
	/** Absent: health. */
	readonly subject?: AlertSubject;
}

/**
 * Lists all that the alerts did for a business day: opened, closed, planned a message. Deeds of an interrupted earlier call are listed
 * again, in the same words, because its audit rows may be what is missing.
 */
export function listDeeds(day: DayOfAlerts): readonly Deed[] {
	const subject = day.subject ?? healthSubject;
	const closedBefore = day.ledger.filter((row) => closedOn(row) === day.businessDayOn);
	const closed = new Map([...closedBefore, ...day.changes].map((row) => [row.alert_key, row]));
	return [
		...day.planned.map((alert) => opened(alert, subject)),
		...[...closed.values()].map((row) => closing(row, subject)),
		...[...new Set(day.messageKeys)].map(planning),
	];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function opened({ row, crossing, fall }: PlannedAlert, { words }: AlertSubject): Deed {
	const { rounded, previous } = fall.score;
	const { noun, side, unit } = words;
	const before = previous === null ? 'no earlier score' : `before ${previous.rounded}${unit}`;
	return {
		action: 'alert.opened',
		subject: row.alert_key,
		reason: `${capital(noun)} ${rounded}${unit} (${before}) is ${side} ${crossing.level.below}${unit}`,
		after: { sent_to: row.sent_to, channel: row.channel },
	};
}

function closing(row: AlertRow, { words }: AlertSubject): Deed {
	return {
		action: 'alert.closed',
		subject: row.alert_key,
		reason: `${capital(words.noun)} is ${words.back} the threshold`,
		before: { closed_at: null, rev: row.rev - 1 },
		after: { closed_at: row.closed_at, rev: row.rev },
	};
}

function planning(effectKey: string): Deed {
	return { action: 'message.planned', subject: effectKey, reason: 'Written to the outbox before it is sent' };
}
