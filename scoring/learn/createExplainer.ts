import { createTreeExplainer } from './createTreeExplainer';
import { explainLinear } from './explainLinear';
import { forestMargin } from './forestMargin';
import { logit } from './logit';
import type { Matrix } from './Matrix';
import type { TrainedModel } from './Model';

/** Below this distance a difference of logarithms would lose digits. */
const NEAR = 1e-3;

/** Adds contributions in log-odds to `sums` (width + 1 long, last the base). */
type Adder = (matrix: Matrix, row: number, sums: Float64Array) => void;

function addScaled(from: Float64Array, factor: number, sums: Float64Array): void {
	for (let feature = 0; feature < sums.length; feature++) sums[feature]! += factor * from[feature]!;
}

/** Log-odds per unit of probability on the way from `base` by `distance`: times the distance it is the difference in log-odds. */
function stretch(base: number, distance: number, margin: number): number {
	const isInside = (share: number): boolean => share > margin && share < 1 - margin;
	if (Math.abs(distance) > NEAR || !isInside(base) || !isInside(base + distance)) {
		return distance === 0 ? 0 : (logit(base + distance, margin) - logit(base, margin)) / distance;
	}
	if (distance === 0) return 1 / (base * (1 - base));
	return (Math.log1p(distance / base) - Math.log1p(-distance / (1 - base))) / distance;
}

function forestAdder({ forest, rows, weights }: TrainedModel): Adder | null {
	if (forest === null) return null;
	const explain = createTreeExplainer(forest);
	const margin = forestMargin(rows);
	const parts = new Float64Array(forest.width + 1);
	return (matrix, row, sums) => {
		explain(matrix, row, parts);
		const base = parts[forest.width]!;
		let distance = 0;
		for (let feature = 0; feature < forest.width; feature++) distance += parts[feature]!;
		const factor = stretch(base, distance, margin);
		for (let feature = 0; feature < forest.width; feature++) {
			sums[feature]! += weights.forest * factor * parts[feature]!;
		}
		sums[forest.width]! += weights.forest * logit(base, margin);
	};
}

/**
 * What each feature of an encoded row adds to its calibrated log-odds, and last the base: linear terms and boosted trees exactly (TreeSHAP), a
 * forest's shares of probability stretched so that they sum to its log-odds, which is exact in sum and near Shapley values in the parts.
 */
export function createExplainer(model: TrainedModel): (matrix: Matrix, row: number) => Float64Array {
	const { linear, boosted, weights, calibration } = model;
	const width = model.schema.features.length;
	const adders: Adder[] = [];
	if (linear !== null) {
		adders.push((matrix, row, sums) => addScaled(explainLinear(linear, matrix, row), weights.linear, sums));
	}
	if (boosted !== null) {
		const explain = createTreeExplainer(boosted);
		const parts = new Float64Array(width + 1);
		adders.push((matrix, row, sums) => addScaled(explain(matrix, row, parts), weights.boosted, sums));
	}
	const forest = forestAdder(model);
	if (forest !== null) adders.push(forest);
	return (matrix, row) => {
		const sums = new Float64Array(width + 1);
		for (const add of adders) add(matrix, row, sums);
		for (let feature = 0; feature <= width; feature++) sums[feature]! *= calibration.slope;
		sums[width]! += calibration.intercept;
		return sums;
	};
}
