/** Rows of a leaf with their gradients: `pairs[2 * k]` and `pairs[2 * k + 1]` are gradient and hessian of row `rows[start + k]`. */
export interface LeafRows {
	readonly rows: Int32Array;
	readonly start: number;
	readonly pairs: Float32Array;
}

// The inner loops of boosting. A pass reads four columns, so that a row's gradients are fetched once for four features and the four parts
// of the histogram still fit the processor's first cache. They are written out because a loop over the four is a third slower.

function addFour(
	sums: Float64Array,
	columns: readonly Uint8Array[],
	slots: Int32Array,
	first: number,
	leaf: LeafRows,
	from: number,
	to: number,
): void {
	const [columnA, columnB, columnC, columnD] = [
		columns[first]!,
		columns[first + 1]!,
		columns[first + 2]!,
		columns[first + 3]!,
	];
	const [slotA, slotB, slotC, slotD] = [
		slots[first]!,
		slots[first + 1]!,
		slots[first + 2]!,
		slots[first + 3]!,
	];
	const { rows, start, pairs } = leaf;
	for (let at = from, pair = (from - start) * 2; at < to; at++, pair += 2) {
		const row = rows[at]!;
		const gradient = pairs[pair]!;
		const hessian = pairs[pair + 1]!;
		let bin = slotA + columnA[row]! * 3;
		sums[bin]! += gradient;
		sums[bin + 1]! += hessian;
		sums[bin + 2]! += 1;
		bin = slotB + columnB[row]! * 3;
		sums[bin]! += gradient;
		sums[bin + 1]! += hessian;
		sums[bin + 2]! += 1;
		bin = slotC + columnC[row]! * 3;
		sums[bin]! += gradient;
		sums[bin + 1]! += hessian;
		sums[bin + 2]! += 1;
		bin = slotD + columnD[row]! * 3;
		sums[bin]! += gradient;
		sums[bin + 1]! += hessian;
		sums[bin + 2]! += 1;
	}
}

function addTwo(
	sums: Float64Array,
	columns: readonly Uint8Array[],
	slots: Int32Array,
	first: number,
	leaf: LeafRows,
	from: number,
	to: number,
): void {
	const [columnA, columnB] = [columns[first]!, columns[first + 1]!];
	const [slotA, slotB] = [slots[first]!, slots[first + 1]!];
	const { rows, start, pairs } = leaf;
	for (let at = from, pair = (from - start) * 2; at < to; at++, pair += 2) {
		const row = rows[at]!;
		const gradient = pairs[pair]!;
		const hessian = pairs[pair + 1]!;
		let bin = slotA + columnA[row]! * 3;
		sums[bin]! += gradient;
		sums[bin + 1]! += hessian;
		sums[bin + 2]! += 1;
		bin = slotB + columnB[row]! * 3;
		sums[bin]! += gradient;
		sums[bin + 1]! += hessian;
		sums[bin + 2]! += 1;
	}
}

function addOne(
	sums: Float64Array,
	column: Uint8Array,
	slot: number,
	{ rows, start, pairs }: LeafRows,
	from: number,
	to: number,
): void {
	for (let at = from, pair = (from - start) * 2; at < to; at++, pair += 2) {
		const bin = slot + column[rows[at]!]! * 3;
		sums[bin]! += pairs[pair]!;
		sums[bin + 1]! += pairs[pair + 1]!;
		sums[bin + 2]! += 1;
	}
}

/**
 * Adds gradient, hessian and count of the leaf's rows `from` to `to` to the bins they lie in, for up to four columns from `first` on.
 * Returns how many columns it did.
 *
 * @example
 * fillHistogram(new Float64Array(6), [Uint8Array.of(0, 1)], Int32Array.of(0), 0, { rows: Int32Array.of(0, 1), start: 0, pairs: Float32Array.of(1, 2, 3, 4) }, 0, 2)
 * // => 1
 */
export function fillHistogram(
	sums: Float64Array,
	columns: readonly Uint8Array[],
	slots: Int32Array,
	first: number,
	leaf: LeafRows,
	from: number,
	to: number,
): number {
	if (first + 4 <= columns.length) {
		addFour(sums, columns, slots, first, leaf, from, to);
		return 4;
	}
	if (first + 2 <= columns.length) {
		addTwo(sums, columns, slots, first, leaf, from, to);
		return 2;
	}
	addOne(sums, columns[first]!, slots[first]!, leaf, from, to);
	return 1;
}
