import { orderOf } from './orderOf';
import { wilsonInterval } from './wilsonInterval';

const Z90 = 1.6448536269514722;

/** Variance of a mean from sum and sum of squares of its parts; null with fewer than two. */
function varianceOfMean(count: number, sum: number, squares: number): number | null {
	return count < 2 ? null : Math.max(0, squares - (sum * sum) / count) / (count - 1) / count;
}

/**
 * Chance (0 to 1) that a row with the event has the higher score, ties half, and its 90 % interval; null when there is only one class. `order` are the
 * rows by rising score, when the caller has them already. The interval is DeLong's (Biometrics 44 (1988), 837-845); where its variance says nothing
 * (all pairs right or wrong, or a class of one row) a Wilson interval over the smaller class stands in.
 *
 * @example
 * aucInterval(Float64Array.of(1, 2, 3, 4), Uint8Array.of(0, 1, 0, 1))?.auc
 * // => 0.75
 */
export function aucInterval(
	scores: Float64Array,
	labels: Uint8Array,
	order: Int32Array = orderOf(scores),
): { auc: number; low: number; high: number } | null {
	const rows = labels.length;
	let events = 0;
	for (let row = 0; row < rows; row++) events += labels[row]!;
	const rest = rows - events;
	if (events === 0 || rest === 0) return null;

	// Of a row with the event: the share of the others below it; of another row: the share of events above it.
	let belowRest = 0;
	let belowEvents = 0;
	let sum = 0;
	let squares = 0;
	let restSum = 0;
	let restSquares = 0;
	for (let start = 0; start < rows; ) {
		let end = start;
		let tiedEvents = 0;
		while (end < rows && scores[order[end]!] === scores[order[start]!]) tiedEvents += labels[order[end++]!]!;
		const tiedRest = end - start - tiedEvents;
		const share = (belowRest + tiedRest / 2) / rest;
		const restShare = (events - belowEvents - tiedEvents / 2) / events;
		sum += tiedEvents * share;
		squares += tiedEvents * share * share;
		restSum += tiedRest * restShare;
		restSquares += tiedRest * restShare * restShare;
		belowRest += tiedRest;
		belowEvents += tiedEvents;
		start = end;
	}
	const auc = Math.min(1, sum / events);
	const variances = [
		varianceOfMean(events, sum, squares),
		varianceOfMean(rest, restSum, restSquares),
	] as const;
	if (variances[0] === null || variances[1] === null || variances[0] + variances[1] <= 1e-12) {
		const smaller = Math.min(events, rest);
		return { auc, ...wilsonInterval(auc * smaller, smaller, Z90) };
	}
	const half = Z90 * Math.sqrt(variances[0] + variances[1]);
	return { auc, low: Math.max(0, auc - half), high: Math.min(1, auc + half) };
}
