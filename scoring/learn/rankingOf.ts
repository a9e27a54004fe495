import type { Ranking } from './Evaluation';
import { measureMetrics } from './measureMetrics';
import { orderOf } from './orderOf';

/**
 * How well a score that is no probability ranks labelled rows (1 happened): AUC with 90 % interval, average precision, lift of the top tenth. Higher is
 * riskier; rows whose score is NaN (not observed) are left out and missing from `rows`. Only the order counts.
 *
 * @example
 * [rankingOf(Float64Array.of(80, 20, NaN), Uint8Array.of(1, 0, 1))].map(({ auc, rows }) => [auc, rows])
 * // => [[1, 2]]
 */
export function rankingOf(risk: Float64Array, labels: Uint8Array): Ranking {
	const scored = [...risk.keys()].filter((row) => !Number.isNaN(risk[row]));
	const values = Float64Array.from(scored, (row) => risk[row] as number);
	const order = orderOf(values);
	const ranks = new Float64Array(values.length);
	let rank = 0;
	for (let place = 0; place < order.length; place++) {
		const row = order[place] as number;
		if (place === 0 || values[row] !== values[order[place - 1] as number]) rank += 1;
		ranks[row] = rank / (values.length + 1);
	}
	const { auc, aucLow, aucHigh, prAuc, lift10, rows, events } = measureMetrics(
		ranks,
		Uint8Array.from(scored, (row) => labels[row] as number),
	);
	return { auc, aucLow, aucHigh, prAuc, lift10, rows, events };
}
