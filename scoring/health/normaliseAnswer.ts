/**
 * Form in which answers are compared: lower case, trimmed, spaces and hyphens as underscores.
 *
 * @example
 * normaliseAnswer(' Some-Issues ')
 * // => 'some_issues'
 */
export function normaliseAnswer(answer: string): string {
	return answer
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, '_');
}
