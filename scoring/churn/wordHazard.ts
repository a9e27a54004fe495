import type { PairedDifference } from '../learn/comparePaired';
import { wordCount } from '../core/wordCount';

/**
 * Why the accounts' estimates rest on a model of time to churn, or do not, as one sentence.
 *
 * @param fewest churns it takes; null when there are enough
 *
 * @example
 * wordHazard(false, [], null, null)
 * // => 'No column tells accounts apart, so the estimates rest on the plain curves (Kaplan-Meier).'
 */
export function wordHazard(
	used: boolean,
	columns: readonly string[],
	held: PairedDifference | null,
	fewest: number | null,
): string {
	const rest = 'the estimates rest on the plain curves (Kaplan-Meier)';
	if (fewest !== null) return `With fewer than ${fewest} churns no model of time to churn is tried: ${rest}.`;
	if (columns.length === 0) return `No column tells accounts apart, so ${rest}.`;
	if (held === null || held.standardError === null)
		return `A model of time to churn could not be checked on accounts it had not seen, so ${rest}.`;
	const on = `on ${wordCount(held.clusters, 'account')} neither had seen`;
	const size = `${Math.abs(held.mean).toFixed(4)} (standard error ${held.standardError.toFixed(4)})`;
	if (used)
		return `The estimates rest on a model of time to churn from ${columns.join(', ')}: its log-loss per account is ${size} below that of the plain curves ${on}.`;
	return held.mean > 0
		? `A model of time to churn from ${columns.join(', ')} is better than the plain curves by only ${size} ${on}, which may be chance, so ${rest}.`
		: `A model of time to churn from ${columns.join(', ')} is worse than the plain curves by ${size} ${on}, so ${rest}.`;
}
