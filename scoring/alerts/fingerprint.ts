const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * Short stable name of a text: the first 12 hex digits of its 64-bit FNV-1a hash over UTF-16 code units. Tells message keys of
 * different content apart; it is no protection against somebody who wants two texts to collide.
 *
 * @example
 * fingerprint('a')
 * // => 'af63dc4c8601'
 */
export function fingerprint(text: string): string {
	let hash = OFFSET;
	for (let index = 0; index < text.length; index++) {
		hash = ((hash ^ BigInt(text.charCodeAt(index))) * PRIME) & MASK;
	}
	return hash.toString(16).padStart(16, '0').slice(0, 12);
}
