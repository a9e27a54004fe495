/** Collects whole numbers and tells columns with equal ones apart from all others. */
export interface Fingerprint {
	readonly add: (bits: number) => void;
	readonly text: () => string;
}

/**
 * Fingerprint of a sequence of 32-bit whole numbers: two independent 32-bit mixes, so two of 5,000 columns meet by chance once in 10^12
 * tables.
 *
 * @example
 * createFingerprint().text()
 * // => '811c9dc5.9e3779b9'
 */
export function createFingerprint(): Fingerprint {
	let first = 0x811c9dc5;
	let second = 0x9e3779b9;
	return {
		add: (bits) => {
			first = Math.imul(first ^ bits, 0x01000193);
			first ^= first >>> 15;
			second = Math.imul(second ^ Math.imul(bits, 0xcc9e2d51), 0x85ebca6b);
			second = (second ^ (second >>> 13)) + 0x7f4a7c15;
		},
		text: () => `${(first >>> 0).toString(16)}.${(second >>> 0).toString(16)}`,
	};
}
