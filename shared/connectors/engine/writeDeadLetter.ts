import { hash12 } from '../../hash12';
import type { SourceId } from '../Source';
import type { DeadLetterRow } from './Engine';

const LONGEST_PAYLOAD = 20_000;
const LONGEST_TEXT = 2_000;

/** JSON of the payload; long texts are cut first, then the whole. */
function writePayload(payload: unknown): string {
	const shorten = (_key: string, value: unknown) =>
		typeof value === 'string' && value.length > LONGEST_TEXT
			? `${value.slice(0, LONGEST_TEXT)}... (${value.length} characters)`
			: value;
	const text = JSON.stringify(payload, shorten) ?? 'null';
	if (text.length <= LONGEST_PAYLOAD) return text;
	return JSON.stringify({ cut: true, characters: text.length, begins: text.slice(0, LONGEST_PAYLOAD / 2) });
}

/**
 * A row of cs_dead_letters for a record or row that was refused. The same refusal of the same record has the same `letter_id`, so that a
 * daily run does not pile them up. The payload is for repeating it and stays out of messages and logs; what is longer than 20 kB is cut.
 */
export function writeDeadLetter(letter: {
	readonly source: SourceId;
	readonly object: string;
	readonly externalId: string | null;
	readonly payload: unknown;
	readonly letterClass: string;
	readonly code: string;
	/** What happened; the remedy is added. */
	readonly message: string;
	readonly remedy: string;
	readonly attempts: number;
	/** Milliseconds since 1970. */
	readonly now: number;
}): DeadLetterRow {
	const { source, object, externalId, code, payload, now } = letter;
	const payloadJson = writePayload(payload);
	const at = new Date(now).toISOString();
	return {
		letter_id: `dl:${hash12([source, object, externalId ?? payloadJson, code])}`,
		source,
		object,
		external_id: externalId,
		payload_json: payloadJson,
		class: letter.letterClass,
		message: `${letter.message} ${letter.remedy}`.trim(),
		attempts: letter.attempts,
		first_at: at,
		last_at: at,
		resolved_at: null,
	};
}
