import type { Evidence, SignalRule } from './Signal';

/**
 * What a signal says, as a sentence that stands by itself: evidence that was counted or said is preceded by the label of its rule, because
 * a seller reads it without the catalogue beside it.
 *
 * @example
 * wordSignal({ label: 'Another team is interested', test: { kind: 'mention' } }, { words: '1 conversation' })
 * // => 'Another team is interested (1 conversation)'
 */
export function wordSignal(
	{ label, test }: { readonly label: string; readonly test: Pick<SignalRule['test'], 'kind'> },
	{ words }: Pick<Evidence, 'words'>,
): string {
	const isNamed = test.kind === 'mention' || test.kind === 'first' || test.kind === 'contact';
	return isNamed ? `${label} (${words})` : words;
}
