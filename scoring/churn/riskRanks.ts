import { orderOf } from '../learn/orderOf';
import type { RiskDirection } from './Backtest';

/**
 * Values as ranks of risk between 0 and 1, equal values equal: the order alone decides what is measured with them, so another scale of the score
 * changes nothing. NaN is not allowed.
 *
 * @example
 * [...riskRanks([90, 40, 90], 'low')]
 * // => [0.25, 0.5, 0.25]
 */
export function riskRanks(values: readonly number[], direction: RiskDirection): Float64Array {
	const signed = Float64Array.from(values, (value) => (direction === 'low' ? -value : value));
	const order = orderOf(signed);
	const ranks = new Float64Array(signed.length);
	let rank = 0;
	for (let place = 0; place < order.length; place++) {
		const row = order[place] as number;
		if (place === 0 || signed[row] !== signed[order[place - 1] as number]) rank += 1;
		ranks[row] = rank / (signed.length + 1);
	}
	return ranks;
}
