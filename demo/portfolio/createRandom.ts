/** A reproducible source of random numbers. */
export interface Random {
	/** Uniform in [0, 1). */
	next(): number;
	/** About normal with mean 0 and standard deviation 1, always within ±3.5. */
	normal(): number;
	/** Whole number from `low` to `high`, both inclusive. */
	integer(low: number, high: number): number;
	/** Uniform in [low, high). */
	between(low: number, high: number): number;
	/** True with this probability, 0 to 1. */
	chance(probability: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	/** Item with probability in proportion to its weight. */
	weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
}

/** Multiplies as 32-bit whole numbers and mixes: murmur3's finaliser. */
function mix(hash: number): number {
	let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a over the text, so that each topic of an account has a stream of its own. */
function hashTopic(topic: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < topic.length; index++) {
		hash = Math.imul(hash ^ topic.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/**
 * Random numbers that depend on nothing but seed, index and topic (mulberry32 over a mixed key). Only integer arithmetic, +, -, *, / and
 * square roots are used anywhere in the generator, which IEEE 754 rounds the same everywhere: same seed, same bytes.
 * A topic ("usage", "tickets") has its own stream, so that one more ticket does not change the names.
 *
 * @example
 * createRandom(42, 7, 'usage').next() === createRandom(42, 7, 'usage').next()
 * // => true
 */
export function createRandom(seed: number, index: number, topic: string): Random {
	let state = mix(mix(mix(seed >>> 0) + index) ^ hashTopic(topic));
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	return {
		next,
		// The sum of four uniforms has variance 1/3.
		normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
		integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
		between: (low, high) => low + next() * (high - low),
		chance: (probability) => next() < probability,
		pick: (items) => items[Math.floor(next() * items.length)] as never,
		weighted: (items) => {
			let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [item, weight] of items) {
				left -= weight;
				if (left < 0) return item;
			}
			return (items.at(-1) as readonly [never, number])[0];
		},
	};
}
