import { rankValues } from '../core/rankValues';

/** Rank correlation with a yes/no outcome, and the most that a perfect ranking could reach. */
export interface OutcomeCorrelation {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly ceiling: number;
}

/**
 * Spearman's correlation (-1 to 1) of risk and yes/no outcome, from the AUC and its interval. With ranks R of the values, a share p of events and n rows
 * it is (2 AUC - 1) * ceiling, ceiling = sqrt(p (1 - p)) n / (2 sd R): about 0.87 at the very most when all values differ, 0.38 when 5 % churn; the
 * interval is the AUC's (DeLong, 90 %) on that scale. null when all values or all outcomes are the same.
 *
 * @example
 * correlateOutcomes([1, 2, 3, 4], 2, { auc: 1, low: 0.5, high: 1 })?.value.toFixed(3)
 * // => '0.894'
 */
export function correlateOutcomes(
	values: readonly number[],
	events: number,
	area: { readonly auc: number; readonly low: number; readonly high: number },
): OutcomeCorrelation | null {
	const rows = values.length;
	const share = events / rows;
	const centre = (rows + 1) / 2;
	const squares = rankValues(values).reduce((sum, rank) => sum + (rank - centre) * (rank - centre), 0);
	const ceiling = (Math.sqrt(share * (1 - share)) * rows) / (2 * Math.sqrt(squares / rows));
	if (!(ceiling > 0) || !Number.isFinite(ceiling)) return null;
	const onScale = (auc: number): number => (2 * auc - 1) * ceiling;
	return { value: onScale(area.auc), low: onScale(area.low), high: onScale(area.high), ceiling };
}
