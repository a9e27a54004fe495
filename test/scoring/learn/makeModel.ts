import type { TrainedModel } from '../../../scoring/learn/Model';
import type { Tree } from '../../../scoring/learn/TreeEnsemble';

/** A balanced tree over the features, its leaf values drawn from `random`. */
function makeTree(leaves: number, width: number, edges: number, random: () => number): Tree {
	const count = 2 * leaves - 1;
	const tree: Tree = {
		feature: new Int16Array(count).fill(-1),
		bin: new Uint8Array(count),
		missingLeft: new Uint8Array(count),
		left: new Int32Array(count).fill(-1),
		right: new Int32Array(count).fill(-1),
		value: new Float64Array(count),
		cover: new Float64Array(count),
	};
	for (let node = 0; node < count; node++) {
		if (node < leaves - 1) {
			tree.feature[node] = Math.floor(random() * width);
			tree.bin[node] = Math.floor(random() * edges);
			tree.missingLeft[node] = random() < 0.5 ? 1 : 0;
			tree.left[node] = 2 * node + 1;
			tree.right[node] = 2 * node + 2;
		} else {
			tree.value[node] = random() - 0.5;
			tree.cover[node] = 20 + Math.floor(random() * 100);
		}
	}
	for (let node = leaves - 2; node >= 0; node--) {
		tree.cover[node] = (tree.cover[2 * node + 1] as number) + (tree.cover[2 * node + 2] as number);
	}
	return tree;
}

/** A model with every part, of the size that is asked for; two fields, `width` features. */
export function makeModel(
	random: () => number,
	{ width = 3, rounds = 3, leaves = 4, trees = 2, forestLeaves = 5, edges = 6 } = {},
): TrainedModel {
	const levels = Array.from({ length: width - 1 }, (_, index) => (index === 0 ? 'größer' : `level ${index}`));
	const ensemble = (count: number, size: number) => ({
		base: -1.2345678901234567,
		width,
		edges: Array.from({ length: width }, () => Float64Array.from({ length: edges }, () => random()).sort()),
		trees: Array.from({ length: count }, () => makeTree(size, width, edges, random)),
	});
	return {
		format: 1,
		kind: 'blend',
		schema: {
			fields: [
				{ name: 'seats', kind: 'number', low: -0, high: 0.1 + 0.2 },
				{ name: 'plan', kind: 'category', levels },
			],
			features: [
				{ field: 0, what: 'value' },
				...levels.map((level) => ({ field: 1, what: 'level' as const, level })),
			],
			left: [{ name: 'seats_copy', reason: 'identical', same: 'seats' }],
		},
		base: { rate: 0.1, low: 0.08, high: 0.12 },
		rows: 1000,
		events: 100,
		seed: 1,
		linear: {
			terms: [
				{ feature: 0, basis: 'value', fill: 0, mean: random(), scale: random() + 0.1 },
				{ feature: 0, basis: 'spline', knots: [0, 1, 2], index: 0, fill: 0, mean: 0, scale: 1 },
				{ feature: 1, basis: 'point', at: 1, fill: 0, mean: 0.5, scale: 0.5 },
			],
			coefficients: [random(), -0, -random()],
			intercept: -random(),
			lambda: 3,
			leaveOneOut: random(),
		},
		boosted: ensemble(rounds, leaves),
		forest: ensemble(trees, forestLeaves),
		weights: { linear: 0.2, boosted: 0.5, forest: 0.3 },
		calibration: { slope: 1, intercept: 0 },
		bands: [{ from: 0, to: 1, rows: 1000, events: 100, low: 0.08, high: 0.12 }],
		metrics: null,
		signal: { gain: 0.1, limit: 0.05, weak: false },
		reference: {
			rows: 1000,
			fields: [{ name: 'seats', edges: [0.1, 0.2], levels: null, shares: [0.3, 0.3, 0.3, 0.1] }],
		},
		warnings: [{ code: 'drift', text: 'Something moved' }],
		context: { horizon_days: 90, list: [1, null, 'x'] },
	};
}
