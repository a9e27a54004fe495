import type { RenewalStrategy } from './Assessment';

/**
 * A strategy with its reason, as one sentence.
 *
 * @example
 * wordStrategy({ id: 'hold_price', words: 'Hold the price: trade term length for it.', because: 'the price sensitivity is high' })
 * // => 'Hold the price: trade term length for it (the price sensitivity is high).'
 */
export const wordStrategy = ({ words, because }: RenewalStrategy): string =>
	`${words.replace(/\.$/, '')} (${because}).`;
