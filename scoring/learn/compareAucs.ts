import { orderOf } from './orderOf';

export interface AucDifference {
	/** AUC of the first and of the second score. */
	readonly first: number;
	readonly second: number;
	/** Second less first. */
	readonly difference: number;
	/** Of the difference on the same rows; 0 when both rank alike. */
	readonly standardError: number;
}

/**
 * Difference of two scores' AUCs on the same rows with its standard error (paired test of DeLong et al., Biometrics 44 (1988), 837-845); higher is riskier, ties
 * count half. null with fewer than two rows of a class, as the error is then unknown.
 *
 * @example
 * compareAucs(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4), Uint8Array.of(0, 0, 1, 1))?.difference
 * // => -0.25
 */
export function compareAucs(
	first: Float64Array,
	second: Float64Array,
	labels: Uint8Array,
): AucDifference | null {
	let events = 0;
	for (let row = 0; row < labels.length; row++) events += labels[row] as number;
	const rest = labels.length - events;
	if (events < 2 || rest < 2) return null;
	const [before, after] = [placements(first, labels, events), placements(second, labels, events)];
	const sums = { first: 0, second: 0 };
	for (let row = 0; row < labels.length; row++) {
		if (labels[row] !== 1) continue;
		sums.first += before[row] as number;
		sums.second += after[row] as number;
	}
	const difference = (sums.second - sums.first) / events;
	// The mean of the changes is the difference in both classes.
	const squares = [0, 0];
	for (let row = 0; row < labels.length; row++) {
		const label = labels[row] as 0 | 1;
		const away = (after[row] as number) - (before[row] as number) - difference;
		squares[label] = (squares[label] as number) + away * away;
	}
	const [kept, happened] = squares as [number, number];
	return {
		first: sums.first / events,
		second: sums.second / events,
		difference,
		standardError: Math.sqrt(kept / (rest - 1) / rest + happened / (events - 1) / events),
	};
}

/** Of a row with the event the share of the others below it, of another row the share of events above it; ties half. */
function placements(scores: Float64Array, labels: Uint8Array, events: number): Float64Array {
	const rows = labels.length;
	const order = orderOf(scores);
	const shares = new Float64Array(rows);
	let [eventsBelow, restBelow] = [0, 0];
	for (let start = 0; start < rows; ) {
		let end = start;
		let tied = 0;
		while (end < rows && scores[order[end] as number] === scores[order[start] as number]) {
			tied += labels[order[end++] as number] as number;
		}
		const tiedRest = end - start - tied;
		for (let place = start; place < end; place++) {
			const row = order[place] as number;
			shares[row] =
				labels[row] === 1
					? (restBelow + tiedRest / 2) / (rows - events)
					: (events - eventsBelow - tied / 2) / events;
		}
		eventsBelow += tied;
		restBelow += tiedRest;
		start = end;
	}
	return shares;
}
