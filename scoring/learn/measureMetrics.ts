import { aucInterval } from './aucInterval';
import type { Metrics } from './Metrics';
import { orderOf } from './orderOf';

const BINS = 10;
const CLIP = 1e-15;

/** Mean log-loss of telling all rows the same rate. */
function entropy(rate: number): number {
	return -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate));
}

/** By place in the order: the share of events among the rows with the same probability, so that no figure depends on the order of equal rows. */
function tiedLabels(probabilities: Float64Array, labels: Uint8Array, order: Int32Array): Float64Array {
	const shares = new Float64Array(order.length);
	for (let start = 0; start < order.length; ) {
		let end = start;
		let events = 0;
		while (end < order.length && probabilities[order[end]!] === probabilities[order[start]!]) {
			events += labels[order[end++]!]!;
		}
		shares.fill(events / (end - start), start, end);
		start = end;
	}
	return shares;
}

/** Sum of precision at each threshold times the recall it adds; equal probabilities are one threshold. */
function averagePrecision(
	probabilities: Float64Array,
	order: Int32Array,
	shares: Float64Array,
	events: number,
): number {
	let sum = 0;
	let found = 0;
	for (let end = order.length; end > 0; ) {
		let start = end;
		let added = 0;
		while (start > 0 && probabilities[order[start - 1]!] === probabilities[order[end - 1]!])
			added += shares[--start]!;
		found += added;
		sum += (added * found) / (order.length - start);
		end = start;
	}
	return Math.min(1, sum / events);
}

/** Mean distance between what was told and what happened, over ten bins of equally many rows. */
function calibrationError(probabilities: Float64Array, order: Int32Array, shares: Float64Array): number {
	const size = Math.ceil(order.length / BINS);
	let error = 0;
	for (let start = 0; start < order.length; start += size) {
		let gap = 0;
		for (let place = start; place < Math.min(start + size, order.length); place++) {
			gap += shares[place]! - probabilities[order[place]!]!;
		}
		error += Math.abs(gap);
	}
	return error / order.length;
}

/**
 * How good probabilities (0 to 1, one per row) were against labels (1 happened, 0 did not): AUC with DeLong's 90 % interval, average precision, log-loss
 * (clipped at 1e-15), Brier score, calibration error over ten equal-count bins, lift of the top tenth. What needs both classes is null when there
 * is only one, everything is null without rows. Equal probabilities count as equal, in whatever order their rows stand.
 *
 * @example
 * measureMetrics(Float64Array.of(0.9, 0.2), Uint8Array.of(1, 0)).auc
 * // => 1
 */
export function measureMetrics(probabilities: Float64Array, labels: Uint8Array): Metrics {
	const rows = labels.length;
	let events = 0;
	let loss = 0;
	let brier = 0;
	for (let row = 0; row < rows; row++) {
		const probability = probabilities[row]!;
		const label = labels[row]!;
		const told = Math.min(Math.max(label === 1 ? probability : 1 - probability, CLIP), 1 - CLIP);
		events += label;
		loss -= Math.log(told);
		brier += (probability - label) * (probability - label);
	}
	const both = events > 0 && events < rows;
	const order = orderOf(probabilities);
	const shares = tiedLabels(probabilities, labels, order);
	const area = both ? aucInterval(probabilities, labels, order) : null;
	const top = Math.max(1, Math.round(rows / 10));
	let caught = 0;
	for (let place = rows - top; both && place < rows; place++) caught += shares[place]!;
	return {
		rows,
		events,
		auc: area?.auc ?? null,
		aucLow: area?.low ?? null,
		aucHigh: area?.high ?? null,
		prAuc: both ? averagePrecision(probabilities, order, shares, events) : null,
		logLoss: rows > 0 ? loss / rows : null,
		brier: rows > 0 ? brier / rows : null,
		ece: rows > 0 ? calibrationError(probabilities, order, shares) : null,
		lift10: both ? caught / top / (events / rows) : null,
		baseLogLoss: both ? entropy(events / rows) : null,
	};
}
