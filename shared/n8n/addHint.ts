import type { IExecuteFunctions } from 'n8n-workflow';

/** What a hint counts, in the order it is said: `{ read: 1250, scored: 1180 }`. */
export type Counts = Readonly<Record<string, number>>;

/** "Read 1,250, scored 1,180, insufficient 70." Counts of zero are said too: nothing is dropped silently. */
function sentence(counts: Counts): string {
	const text = Object.entries(counts)
		.map(([what, count]) => `${what} ${count.toLocaleString('en-US')}`)
		.join(', ');
	return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * Adds a line above the node's output, and to the saved run: counts of what happened, or a sentence.
 * An empty text or no count adds nothing.
 */
export function addHint(
	context: IExecuteFunctions,
	hint: string | Counts,
	type: 'info' | 'warning' = 'info',
): void {
	const message = typeof hint === 'string' ? hint : sentence(hint);
	if (message !== '') context.addExecutionHints({ message, type, location: 'outputPane' });
}
