/**
 * Eight small letters that stand for a text: equal texts have equal tags. No secret is in it, so it hides a value from readers, not from
 * somebody who tries out guesses. Two different values out of 10,000 share a tag with a chance of 1 in 4,000.
 *
 * @example
 * [tagOf('ada@acme.com').length, tagOf('a') === tagOf('a'), tagOf('a') === tagOf('b')]
 * // => [8, true, false]
 */
export function tagOf(text: string): string {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	let number = 4294967296 * (2097151 & low) + (high >>> 0);
	let tag = '';
	for (let index = 0; index < 8; index++) {
		tag += String.fromCharCode(97 + (number % 26));
		number = Math.floor(number / 26);
	}
	return tag;
}
