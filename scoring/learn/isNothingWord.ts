const WORDS = new Set(['na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil', '-', '--', '?', 'unknown']);
const LONGEST = 12;

/**
 * Whether a text is a word that stands for nothing beside numbers and dates (`NA`, `null`, `-`). In a column of texts it is a level of its
 * own: `None` may be a plan.
 *
 * @example
 * [isNothingWord(' N/A '), isNothingWord('no')]
 * // => [true, false]
 */
export function isNothingWord(text: string): boolean {
	return text.length <= LONGEST && WORDS.has(text.trim().toLowerCase());
}
