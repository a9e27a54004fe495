import type { BinnedMatrix, JointColumn } from './BinnedMatrix';
import type { HistogramLayout } from './Boosting';

/** A layout while it is planned. */
interface Plan {
	readonly slots: Int32Array;
	readonly storedIn: Int32Array;
	readonly stored: Uint8Array[];
	readonly storedSlots: number[];
	readonly spreadFrom: number[];
	readonly spreadTo: number[];
	size: number;
}

/** One bin for each feature, and behind them those of the joint column, whose sums are spread to the features. */
function layJoint(plan: Plan, { packs, column }: JointColumn): void {
	const place = plan.size;
	for (const feature of packs.flatMap(({ features }) => features)) {
		plan.slots[feature] = plan.size;
		plan.storedIn[feature] = plan.stored.length;
		plan.size += 3;
	}
	plan.stored.push(column);
	plan.storedSlots.push(plan.size);
	const bins = packs.reduce((product, { states }) => product * states, 1);
	for (let bin = 0; bin < bins; bin++) {
		let rest = bin;
		let first = place;
		for (const { features, states } of packs) {
			const state = rest % states;
			rest = (rest - state) / states;
			if (state < features.length) {
				plan.spreadFrom.push(plan.size + bin * 3);
				plan.spreadTo.push(first + state * 3);
			}
			first += features.length * 3;
		}
	}
	plan.size += bins * 3;
}

/**
 * Plans the histograms of a binned matrix: features that cannot split are left out; those in joint columns have one bin, the upper.
 *
 * @example
 * layHistogram({ rows: 2, width: 1, edges: [Float64Array.of(3)], columns: [Uint8Array.of(0, 1)], hasMissing: Uint8Array.of(0), joints: [] }).size
 * // => 9
 */
export function layHistogram({ width, edges, columns, hasMissing, joints }: BinnedMatrix): HistogramLayout {
	const plan: Plan = {
		slots: new Int32Array(width),
		storedIn: new Int32Array(width),
		stored: [],
		storedSlots: [],
		spreadFrom: [],
		spreadTo: [],
		size: 0,
	};
	for (const joint of joints) layJoint(plan, joint);
	const isPacked = new Uint8Array(width);
	for (const { packs } of joints)
		for (const { features } of packs) for (const feature of features) isPacked[feature] = 1;
	const bins = new Int32Array(width).fill(1);
	const features: number[] = [];
	for (const [feature, points] of edges.entries()) {
		if (isPacked[feature] === 0) {
			if (points.length === 0 && hasMissing[feature] === 0) continue;
			bins[feature] = points.length + 1;
			plan.slots[feature] = plan.size;
			plan.storedIn[feature] = plan.stored.length;
			plan.stored.push(columns[feature]!);
			plan.storedSlots.push(plan.size);
			plan.size += (points.length + 2) * 3;
		}
		features.push(feature);
	}
	return {
		...plan,
		bins,
		isPacked,
		hasMissing,
		features: Int32Array.from(features),
		storedSlots: Int32Array.from(plan.storedSlots),
		spreadFrom: Int32Array.from(plan.spreadFrom),
		spreadTo: Int32Array.from(plan.spreadTo),
	};
}
