import type { Explanation } from '../learn/Explanation';
import type { ChurnFacts } from './ChurnFacts';
import { wordFact } from './wordFact';
import { wordProbability } from './wordProbability';

export interface Reason {
	readonly field: string;
	readonly direction: 'raises' | 'lowers';
	/** Above 0 it raises the probability. */
	readonly logOdds: number;
	/** Probability (0 to 1) before and after this reason is added. */
	readonly from: number;
	readonly to: number;
	/** "Usage fell 43 % in 60 days: raises the risk from 12 % to 19 %" */
	readonly words: string;
}

/** A reason that moves the log-odds by less is none. */
const WORTH_SAYING = 0.02;

/**
 * The top reasons of a prediction in plain words, with direction and size. Reasons are added one after the other in log-odds, largest first, starting
 * from what an ordinary account has (`base`): so the last one, were all told, ends at the probability itself.
 *
 * @param facts the account's row, for values that the explanation does not carry
 * @param limit how many at most
 *
 * @example
 * wordReasons({ logOdds: -1.5, base: -2, contributions: [{ field: 'usage_change_60d', value: -0.43, logOdds: 0.5 }] }, {})[0].words
 * // => 'Usage fell 43 % in 60 days: raises the risk from 12 % to 18 %'
 */
export function wordReasons(explanation: Explanation, facts: ChurnFacts, limit = 5): Reason[] {
	const ordered = [...explanation.contributions]
		.filter(({ logOdds }) => Math.abs(logOdds) >= WORTH_SAYING)
		.sort((left, right) => Math.abs(right.logOdds) - Math.abs(left.logOdds))
		.slice(0, Math.max(0, limit));
	let sum = explanation.base;
	return ordered.map(({ field, value, logOdds }) => {
		const from = probabilityOf(sum);
		sum += logOdds;
		const to = probabilityOf(sum);
		const direction = logOdds > 0 ? 'raises' : 'lowers';
		const said = wordFact(field, value === undefined ? facts[field] : value);
		const move = `${direction} the risk from ${wordProbability(from)} to ${wordProbability(to)}`;
		return { field, direction, logOdds, from, to, words: `${said}: ${move}` };
	});
}

const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
