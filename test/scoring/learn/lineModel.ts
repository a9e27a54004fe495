import { createRandom } from '../../../scoring/learn/createRandom';
import type { TrainedModel } from '../../../scoring/learn/Model';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { cells, tableOf } from './tables';

/** A model whose log-odds are exactly `intercept + slope * x`; trained on x from 0 to 1 in even shares. */
export function lineModel(intercept: number, slope: number, rate = 0.3): TrainedModel {
	return {
		format: 1,
		kind: 'lr',
		schema: {
			fields: [{ name: 'x', kind: 'number', low: 0, high: 1 }],
			features: [{ field: 0, what: 'value' }],
			left: [
				{ name: 'x_copy', reason: 'identical', same: 'x' },
				{ name: 'note|s', reason: 'text' },
			],
		},
		base: { rate, low: rate - 0.05, high: rate + 0.05 },
		rows: 1000,
		events: Math.round(1000 * rate),
		seed: 1,
		linear: {
			terms: [{ feature: 0, basis: 'value', fill: 0.5, mean: 0, scale: 1 }],
			coefficients: [slope],
			intercept,
			lambda: 1,
			leaveOneOut: null,
		},
		boosted: null,
		forest: null,
		weights: { linear: 1, boosted: 0, forest: 0 },
		calibration: { slope: 1, intercept: 0 },
		bands: [
			{ from: 0, to: 0.3, rows: 500, events: 75, low: 0.12, high: 0.18 },
			{ from: 0.3, to: 1, rows: 500, events: 225, low: 0.41, high: 0.49 },
		],
		metrics: null,
		signal: null,
		reference: {
			rows: 1000,
			fields: [{ name: 'x', edges: [0.25, 0.5, 0.75], levels: null, shares: [0.25, 0.25, 0.25, 0.25, 0] }],
		},
		warnings: [],
		context: { horizon_days: 90 },
	};
}

/** Rows with x from 0 to 1 and labels drawn with log-odds `intercept + slope * x`. */
export function drawRows(
	rows: number,
	intercept: number,
	slope: number,
	seed = 1,
): { table: RawTable; labels: Uint8Array } {
	const random = createRandom(seed);
	const xs = cells(rows, () => random());
	const labels = Uint8Array.from(xs, (x) => (random() < 1 / (1 + Math.exp(-intercept - slope * x)) ? 1 : 0));
	return { table: tableOf({ x: xs }), labels };
}
