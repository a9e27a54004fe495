import { roundHalfUp } from '../../core/roundHalfUp';

/** What came back for what was paid. Both conventions, because the same word "ROI" is used for both. */
export interface Return {
	/** value / cost; 1.869 is 186.9 %. null when there is no cost to divide by. */
	readonly grossRate: number | null;
	/** (value - cost) / cost; 0.869 is 86.9 %. Always the gross rate minus 1. */
	readonly netRate: number | null;
	/** value - cost, whole minor units; null when either is unknown. */
	readonly netMinor: number | null;
	/** Both rates in words with their definition, or why there are none. */
	readonly words: string;
}

const percent = (rate: number): string => (roundHalfUp(rate * 1000) / 10).toFixed(1);

/**
 * Return on investment, gross and net, each labelled. Amounts are whole minor units of one currency and one period. Unknown amounts
 * give null; so does a cost of 0 or less, since a ratio to nothing says nothing. A negative value (a loss) is kept.
 *
 * @example
 * computeReturn(163500000, 87500000).words
 * // => '186.9 % gross (value / cost), 86.9 % net ((value - cost) / cost)'
 */
export function computeReturn(valueMinor: number | null, costMinor: number | null): Return {
	const none = (words: string): Return => ({
		grossRate: null,
		netRate: null,
		netMinor: valueMinor === null || costMinor === null ? null : valueMinor - costMinor,
		words,
	});
	if (valueMinor === null) return none('no ROI: the value is not known');
	if (costMinor === null) return none('no ROI: the cost is not known');
	if (!(costMinor > 0)) return none('no ROI: the cost is not above 0');
	const netMinor = valueMinor - costMinor;
	const [grossRate, netRate] = [valueMinor / costMinor, netMinor / costMinor];
	return {
		grossRate,
		netRate,
		netMinor,
		words: `${percent(grossRate)} % gross (value / cost), ${percent(netRate)} % net ((value - cost) / cost)`,
	};
}
