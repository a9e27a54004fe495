import type { Backtest } from './Backtest';
import type { WeightRow } from './WeightAdvice';

/**
 * What `suggestWeights` learns from: of the accounts of a backtest those whose value came with its components, as known at the main horizon.
 *
 * @example
 * weightRows({ joined: [{ churned: true, components: { usage: 20 } }, { churned: false, components: null }] })
 * // => [{ churned: true, components: { usage: 20 } }]
 */
export function weightRows(backtest: Pick<Backtest, 'joined'>): WeightRow[] {
	const rows: WeightRow[] = [];
	for (const { churned, components } of backtest.joined)
		if (components !== null) rows.push({ churned, components });
	return rows;
}
