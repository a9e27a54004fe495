import type { OutboxRow, PersonRow } from './AlertRows';

/** What a message says; it becomes `payload_json`, which a channel of one's own reads. */
export interface MessageContent {
	readonly title: string;
	/** Readable as it is; lines are separated by \n. */
	readonly text: string;
	readonly priority: 'critical' | 'high' | 'normal';
	/** Further fields of the payload, such as `account`, `causes` and `due_at`. */
	readonly more?: Readonly<Record<string, unknown>>;
}

/**
 * Plans a message as a row of cs_outbox: status `planned`, not attempted, due at once. The same `effectKey` is the same message,
 * however often it is planned. Without recipients `target` is null: the channel gets it with nobody named.
 *
 * @example
 * planMessage('digest:2024-01-15', null, [], { title: 'T', text: 'X', priority: 'normal' }, '2024-01-15T00:00:00.000Z').status
 * // => 'planned'
 */
export function planMessage(
	effectKey: string,
	accountId: string | null,
	to: readonly PersonRow[],
	content: MessageContent,
	asOf: string,
): OutboxRow {
	const { title, text, priority, more } = content;
	const recipients = to.map(({ person_id, name, email }) => ({ person_id, name, email }));
	return {
		effect_key: effectKey,
		kind: 'message',
		account_id: accountId,
		target: to.length === 0 ? null : to.map((person) => person.person_id).join(','),
		payload_json: JSON.stringify({ title, text, priority, to: recipients, account_id: accountId, ...more }),
		status: 'planned',
		claimed_by: null,
		claimed_until: null,
		attempts: 0,
		first_at: asOf,
		next_at: asOf,
		last_at: null,
		external_id: null,
		error: null,
		rev: 1,
	};
}
