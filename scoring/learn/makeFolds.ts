import { createRandom } from './createRandom';
import { orderOf } from './orderOf';

/** Rows that stay together, as spans of `rows`, and how many of them have the event. */
interface Bundles {
	readonly starts: Int32Array;
	readonly events: Int32Array;
	readonly rows: Int32Array;
}

function bundle(labels: Uint8Array, groups: Int32Array | undefined): Bundles {
	const rows = new Int32Array(labels.length);
	for (let row = 0; row < rows.length; row++) rows[row] = row;
	const places = new Map<number, number>();
	const bundleOf =
		groups === undefined
			? rows
			: rows.map((row) => {
					const known = places.get(groups[row]!);
					if (known === undefined) places.set(groups[row]!, places.size);
					return known ?? places.size - 1;
				});
	const bundles = groups === undefined ? rows.length : places.size;
	const starts = new Int32Array(bundles + 1);
	const events = new Int32Array(bundles);
	for (let row = 0; row < rows.length; row++) {
		starts[bundleOf[row]! + 1]!++;
		events[bundleOf[row]!]! += labels[row]!;
	}
	for (let place = 0; place < bundles; place++) starts[place + 1]! += starts[place]!;
	const next = starts.slice();
	for (let row = 0; row < bundleOf.length; row++) rows[next[bundleOf[row]!]!++] = row;
	return { starts, events, rows };
}

/**
 * Fold (0 to `folds` - 1) of each row, by chance of `seed`: each fold gets its share of rows with and without the event, and rows of one group (account)
 * stay in one fold. A fold stays empty when there are fewer groups than folds.
 *
 * @example
 * [...makeFolds(Uint8Array.of(1, 1, 0, 0), { folds: 2, seed: 1 })].sort().join()
 * // => '0,0,1,1'
 */
export function makeFolds(
	labels: Uint8Array,
	options: { folds: number; seed: number; groups?: Int32Array },
): Uint8Array {
	const { folds, seed, groups } = options;
	const random = createRandom(seed);
	const { starts, events, rows } = bundle(labels, groups);
	const order = new Int32Array(events.length);
	for (let place = 0; place < order.length; place++) order[place] = place;
	for (let place = order.length - 1; place > 0; place--) {
		const other = Math.floor(random() * (place + 1));
		const moved = order[place]!;
		order[place] = order[other]!;
		order[other] = moved;
	}
	const size = (place: number): number => starts[place + 1]! - starts[place]!;
	// Those with most events are dealt first, then the large ones, each to the fold that has least so far.
	const keys = new Float64Array(order.length);
	for (let index = 0; index < keys.length; index++) {
		keys[index] = -(events[order[index]!]! * (labels.length + 1) + size(order[index]!));
	}

	const foldOf = new Uint8Array(labels.length);
	const foldEvents = new Int32Array(folds);
	const foldRows = new Int32Array(folds);
	const ranked = orderOf(keys);
	for (let rank = 0; rank < ranked.length; rank++) {
		const place = order[ranked[rank]!]!;
		let best = 0;
		for (let fold = 1; fold < folds; fold++) {
			const fewer = events[place]! > 0 ? foldEvents[fold]! - foldEvents[best]! : 0;
			if (fewer < 0 || (fewer === 0 && foldRows[fold]! < foldRows[best]!)) best = fold;
		}
		foldEvents[best]! += events[place]!;
		foldRows[best]! += size(place);
		for (let at = starts[place]!; at < starts[place + 1]!; at++) foldOf[rows[at]!] = best;
	}
	return foldOf;
}
