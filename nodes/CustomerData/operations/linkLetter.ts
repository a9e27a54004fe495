import type { DeadLetterRow } from '../../../shared/connectors/engine/Engine';

interface Refused {
	readonly index: number;
	readonly external_id: string | null;
	readonly error: string | null;
	readonly effect_key?: string;
}

/** Says which input item a dead letter is about: the one whose result has its vendor id or key, else its very message. */
export function linkLetter(
	results: readonly Refused[],
	itemOf: (index: number) => number | null,
): (letter: DeadLetterRow) => number | null {
	const byKey = new Map<string, number>();
	const byError = new Map<string, { next: number; readonly indices: number[] }>();
	for (const { index, external_id, error, effect_key } of results) {
		if (error === null) continue;
		for (const key of [external_id, effect_key]) if (key) byKey.set(key, index);
		const same = byError.get(error) ?? { next: 0, indices: [] };
		same.indices.push(index);
		byError.set(error, same);
	}
	return (letter) => {
		const keyed = letter.external_id === null ? undefined : byKey.get(letter.external_id);
		if (keyed !== undefined) return itemOf(keyed);
		const same = byError.get(letter.message);
		const index = same?.indices[same.next];
		if (same !== undefined) same.next += 1;
		return index === undefined ? null : itemOf(index);
	};
}
