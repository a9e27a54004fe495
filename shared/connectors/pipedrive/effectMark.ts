const MARK = /\[cs-key ([^\]\s<]+)\]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The line of a note that carries the key of an effect. Pipedrive keeps notes as HTML and cleans them, so the key is written in characters
 * that no cleaning touches: percent-encoded but for the colons.
 */
export function effectMark(effectKey: string): string {
	return `[cs-key ${encodeURIComponent(effectKey.replace(LONE_SURROGATE, '\ufffd')).replaceAll('%3A', ':')}]`;
}

/** The key that a note carries; null: the activity is not one of ours. */
export function readEffectMark(note: unknown): string | null {
	const found = typeof note === 'string' ? MARK.exec(note)?.[1] : undefined;
	if (found === undefined) return null;
	try {
		return decodeURIComponent(found);
	} catch {
		return found;
	}
}

/** Text that must not become markup in a note. */
export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
