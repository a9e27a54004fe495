import { MOST_DEPTH } from './draftTree';
import type { Tree, TreeEnsemble } from './TreeEnsemble';

const MOST_EDGES = 254;
const MOST_FEATURES = 32_767;

/** Far beyond any log-odds; sums of such values stay finite. */
const MOST_VALUE = 1e9;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isAnswer = (value: unknown): value is number => isNumber(value) && Math.abs(value) <= MOST_VALUE;

function readNumbers(value: unknown): Float64Array | null {
	return Array.isArray(value) && value.every(isNumber) ? Float64Array.from(value) : null;
}

function readEdges(value: unknown, width: number): Float64Array[] | null {
	if (!Array.isArray(value) || value.length !== width) return null;
	const edges: Float64Array[] = [];
	for (const entry of value) {
		const points = readNumbers(entry);
		if (points === null || points.length > MOST_EDGES) return null;
		if (points.some((point, at) => at > 0 && point <= points[at - 1]!)) return null;
		edges.push(points);
	}
	return edges;
}

/** Where the reading of nodes and leaf values stands. */
interface Cursor {
	readonly nodes: Float64Array;
	readonly values: Float64Array;
	node: number;
	value: number;
}

/** How many nodes the tree has that starts at the cursor; null when it does not end, or is too deep. */
function measureTree({ nodes, node: start }: Cursor): number | null {
	const depths = [0];
	let at = start;
	for (let depth = depths.pop(); depth !== undefined; depth = depths.pop()) {
		if (at >= nodes.length || depth > MOST_DEPTH) return null;
		if (nodes[at]! >= 0) depths.push(depth + 1, depth + 1);
		at += 1;
	}
	return at - start;
}

function readTree(cursor: Cursor, edges: readonly Float64Array[]): Tree | null {
	const count = measureTree(cursor);
	if (count === null) return null;
	const width = edges.length;
	const tree: Tree = {
		feature: new Int16Array(count).fill(-1),
		bin: new Uint8Array(count),
		missingLeft: new Uint8Array(count),
		left: new Int32Array(count),
		right: new Int32Array(count),
		value: new Float64Array(count),
		cover: new Float64Array(count),
	};
	/** Tests whose right child has not begun yet. */
	const open: number[] = [];
	for (let node = 0; node < count; node++) {
		const code = cursor.nodes[cursor.node++]!;
		if (!Number.isSafeInteger(code)) return null;
		if (code < 0) {
			if (cursor.value >= cursor.values.length) return null;
			tree.cover[node] = -code;
			tree.value[node] = cursor.values[cursor.value++]!;
			const parent = open.pop();
			if (parent !== undefined) tree.right[parent] = node + 1;
			continue;
		}
		const feature = code % width;
		const rest = (code - feature) / width;
		const missingLeft = rest % 2;
		const bin = (rest - missingLeft) / 2;
		if (bin > edges[feature]!.length) return null;
		tree.feature[node] = feature;
		tree.bin[node] = bin;
		tree.missingLeft[node] = missingLeft;
		tree.left[node] = node + 1;
		open.push(node);
	}
	// Children stand behind their parents, so that backwards every child is known before its parent.
	for (let node = count - 1; node >= 0; node--) {
		if (tree.feature[node]! >= 0)
			tree.cover[node] = tree.cover[tree.left[node]!]! + tree.cover[tree.right[node]!]!;
	}
	return tree;
}

/**
 * Makes an ensemble of what packTrees wrote; null when anything about it is not as packTrees writes it (numbers that are not finite,
 * features or bins that do not exist, trees that do not end or are deeper than 64, too many or too few leaf values).
 *
 * @example
 * unpackTrees({ base: 0.5, width: 1, edges: [[]], nodes: [-10], values: [0.25] })?.trees.length
 * // => 1
 */
export function unpackTrees(packed: unknown): TreeEnsemble | null {
	if (typeof packed !== 'object' || packed === null) return null;
	const {
		base,
		width,
		edges: packedEdges,
		nodes: packedNodes,
		values: packedValues,
	} = packed as Record<string, unknown>;
	if (!isAnswer(base) || !isNumber(width) || !Number.isInteger(width) || width < 0 || width > MOST_FEATURES)
		return null;
	const edges = readEdges(packedEdges, width);
	const nodes = readNumbers(packedNodes);
	const values = readNumbers(packedValues);
	if (edges === null || nodes === null || values === null || !values.every(isAnswer)) return null;
	if (width === 0 && nodes.some((code) => code >= 0)) return null;
	const cursor: Cursor = { nodes, values, node: 0, value: 0 };
	const trees: Tree[] = [];
	while (cursor.node < nodes.length) {
		const tree = readTree(cursor, edges);
		if (tree === null) return null;
		trees.push(tree);
	}
	return cursor.value === values.length ? { base, width, edges, trees } : null;
}
