import type { OutboxRow, PersonRow } from './AlertRows';
import { coveredBefore } from './coveredBefore';
import { fingerprint } from './fingerprint';
import { planMessage, type MessageContent } from './planMessage';

export interface OnceOnly<Part> {
	readonly effectKey: string;
	readonly accountId: string | null;
	/** What has to be said, by the name under which the payload's list `field` keeps it. */
	readonly parts: ReadonlyMap<string, Part>;
	readonly field: string;
	readonly outbox: ReadonlyArray<Pick<OutboxRow, 'effect_key' | 'target' | 'payload_json'>>;
	/** Recipients and content for the parts that nobody was told yet. */
	readonly write: (parts: readonly Part[]) => {
		readonly to: readonly PersonRow[];
		readonly content: MessageContent;
	};
	/** Whether a message that reaches nobody is planned all the same, for the channel behind the outbox. */
	readonly evenToNobody: boolean;
	readonly asOf: string;
}

export interface PlannedOnce {
	readonly message: OutboxRow | null;
	/** Keys of all messages about this, planned before or now. */
	readonly keys: readonly string[];
}

/**
 * Plans a message unless the outbox says all of it already. What is new since (a second run on one day) becomes a follow-up under a
 * key of its own, and goes only to people the first one did not go to: nobody gets two messages under one effect key.
 *
 * @example
 * planOnce({
 * 	effectKey: 'digest:2024-01-15',
 * 	accountId: null,
 * 	parts: new Map([['a', 'Acme']]),
 * 	field: 'account_ids',
 * 	outbox: [],
 * 	evenToNobody: true,
 * 	asOf: '2024-01-15T00:05:00.000Z',
 * 	write: (names) => ({ to: [], content: { title: 'Digest', text: names.join(', '), priority: 'normal' } }),
 * }).keys
 * // => ['digest:2024-01-15']
 */
export function planOnce<Part>(once: OnceOnly<Part>): PlannedOnce {
	const { covered, coversAll, told, keys } = coveredBefore(once.outbox, once.effectKey, once.field);
	const open = [...once.parts].filter(([name]) => !covered.has(name));
	if (coversAll || open.length === 0) return { message: null, keys };
	const names = open.map(([name]) => name);
	const effectKey = keys.includes(once.effectKey)
		? `${once.effectKey}:${fingerprint([...names].sort().join('\n'))}`
		: once.effectKey;
	const { to, content } = once.write(open.map(([, part]) => part));
	const recipients = once.evenToNobody ? to : to.filter((person) => !told.has(person.person_id));
	if (recipients.length === 0 && !once.evenToNobody) return { message: null, keys };
	const more = { ...content.more, [once.field]: names };
	const message = planMessage(effectKey, once.accountId, recipients, { ...content, more }, once.asOf);
	return { message, keys: [...keys, effectKey] };
}
