import type { OutboxRow } from './AlertRows';
import { readDetail } from './readDetail';

export interface Coverage {
	/** What the messages planned so far already say (values of the payload's list `field`). */
	readonly covered: ReadonlySet<string>;
	/** A message does not tell what it says (its payload was emptied, say): then it counts as saying everything. */
	readonly coversAll: boolean;
	/** Person ids that are targets of them. */
	readonly told: ReadonlySet<string>;
	/** Keys of the message and its follow-ups, as far as planned. */
	readonly keys: readonly string[];
}

/**
 * What the outbox already says under an effect key: the message itself and its follow-ups, whose keys are the key, a colon and more.
 *
 * @example
 * [...coveredBefore([{ effect_key: 'k', target: 'mia', payload_json: '{"causes":["c"]}' }], 'k', 'causes').covered]
 * // => ['c']
 */
export function coveredBefore(
	outbox: ReadonlyArray<Pick<OutboxRow, 'effect_key' | 'target' | 'payload_json'>>,
	effectKey: string,
	field: string,
): Coverage {
	const covered = new Set<string>();
	const told = new Set<string>();
	const keys: string[] = [];
	let coversAll = false;
	for (const row of outbox) {
		if (row.effect_key !== effectKey && !row.effect_key.startsWith(`${effectKey}:`)) continue;
		if (!keys.includes(row.effect_key)) keys.push(row.effect_key);
		for (const id of (row.target ?? '').split(',')) if (id !== '') told.add(id);
		const list = readDetail(row.payload_json)[field];
		if (!Array.isArray(list)) coversAll = true;
		else for (const value of list) covered.add(String(value));
	}
	return { covered, coversAll, told, keys };
}
