import type { AlertRow } from './AlertRows';
import { closedOn } from './closedOn';
import type { PlannedAlert } from './planAlerts';
import type { Deed } from './writeAudit';

export interface DayOfAlerts {
	readonly planned: readonly PlannedAlert[];
	readonly changes: readonly AlertRow[];
	readonly ledger: readonly AlertRow[];
	readonly messageKeys: readonly string[];
	readonly businessDayOn: string;
}

/**
 * Lists all that the alerts did for a business day: opened, closed, planned a message. Deeds of an interrupted earlier call are listed
 * again, in the same words, because its audit rows may be what is missing.
 */
export function listDeeds(day: DayOfAlerts): readonly Deed[] {
	const closedBefore = day.ledger.filter((row) => closedOn(row) === day.businessDayOn);
	const closed = new Map([...closedBefore, ...day.changes].map((row) => [row.alert_key, row]));
	return [...day.planned.map(opened), ...[...closed.values()].map(closing), ...new Set(day.messageKeys)].map(
		(deed) => (typeof deed === 'string' ? planning(deed) : deed),
	);
}

function opened({ row, crossing, fall }: PlannedAlert): Deed {
	const { rounded, previous } = fall.score;
	const before = previous === null ? 'no earlier score' : `before ${previous.rounded}`;
	return {
		action: 'alert.opened',
		subject: row.alert_key,
		reason: `Health ${rounded} (${before}) is below ${crossing.level.below}`,
		after: { sent_to: row.sent_to, channel: row.channel },
	};
}

function closing(row: AlertRow): Deed {
	return {
		action: 'alert.closed',
		subject: row.alert_key,
		reason: 'Health is back at or above the threshold',
		before: { closed_at: null, rev: row.rev - 1 },
		after: { closed_at: row.closed_at, rev: row.rev },
	};
}

function planning(effectKey: string): Deed {
	return { action: 'message.planned', subject: effectKey, reason: 'Written to the outbox before it is sent' };
}
