import { aucInterval } from './aucInterval';
import type { Signal } from './Model';

/** Standard errors above a coin's AUC that no chance reaches, also not that of having chosen among models. */
const BEYOND_DOUBT = 4;

/**
 * The signal that a trained model itself found, in AUC above a coin's, where it is beyond doubt; null where it is not. `scores` are of rows the model
 * had not seen; of an account with several rows only one counts. A second opinion: trees find what likeness over all columns misses (both ends of one
 * column, one column only together with another).
 *
 * @example
 * signalOfModel(Float64Array.of(1, 2), Uint8Array.of(0, 1), null)
 * // => null
 */
export function signalOfModel(
	scores: Float64Array,
	labels: Uint8Array,
	groups: Int32Array | null,
): Signal | null {
	const area = aucInterval(scores, labels);
	if (area === null) return null;
	const everyone = new Set(groups ?? labels.keys());
	const withEvent = new Set<number>();
	for (let row = 0; row < labels.length; row++) if (labels[row] === 1) withEvent.add(groups?.[row] ?? row);
	const events = withEvent.size;
	const others = Math.max(1, everyone.size - events);
	// Of the rank sum when scores have nothing to do with labels.
	const error = Math.sqrt((events + others + 1) / (12 * events * others));
	const gain = area.auc - 0.5;
	return gain > BEYOND_DOUBT * error ? { gain, limit: gain - BEYOND_DOUBT * error, weak: false } : null;
}
