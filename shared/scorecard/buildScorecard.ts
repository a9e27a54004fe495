import { HEALTH_BANDS } from '../../scoring/health/presets';
import type { Dimension, Metric, Scorecard } from '../../scoring/health/Scorecard';

/** A metric as entered in the editor: raw values at five marks of the rubric. */
export interface CustomMetric {
	readonly field: string;
	readonly label?: string;
	readonly weight?: number;
	readonly unit?: string;
	readonly direction?: 'higher_is_better' | 'lower_is_better';
	readonly worst: number;
	readonly fair: number;
	readonly good: number;
	readonly excellent: number;
	readonly best: number;
	/** 0: never stale. */
	readonly staleAfterDays?: number;
	readonly normalisation?: Metric['normalisation'];
}

export interface CustomDimension {
	readonly name: string;
	readonly weight?: number;
	readonly metrics: readonly CustomMetric[];
}

/** Points at the five marks. */
const POINTS = { worst: 0, fair: 50, good: 70, excellent: 85, best: 100 } as const;
const MARKS = ['worst', 'fair', 'good', 'excellent', 'best'] as const;

const toId = (text: string): string =>
	text
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '_')
		.replace(/^_+|_+$/g, '');

/**
 * A scorecard from what was entered in the editor. The marks worst, fair, good, excellent and best earn 0, 50, 70, 85 and 100 points with
 * straight lines between them; a metric's id is made from its label or its field. What cannot be scored with (no dimension, marks in
 * the wrong order) is found when the scorecard is checked.
 *
 * @param minCoverage 0 to 1
 * @returns the scorecard, and the item field of each metric by id
 */
export function buildScorecard(
	dimensions: readonly CustomDimension[],
	minCoverage: number,
): { readonly scorecard: Scorecard; readonly fields: Readonly<Record<string, string>> } {
	const fields: Record<string, string> = {};
	const metricOf = (custom: CustomMetric): Metric => {
		const label = custom.label?.trim() || custom.field;
		const id = toId(label);
		fields[id] = custom.field;
		const anchors = MARKS.map((mark) => ({ value: custom[mark], points: POINTS[mark] }));
		return {
			id,
			label,
			weight: custom.weight ?? 1,
			unit: custom.unit ?? '',
			direction: custom.direction ?? 'higher_is_better',
			rubric: { kind: 'anchors', anchors: anchors.sort((a, b) => a.value - b.value || a.points - b.points) },
			normalisation: custom.normalisation ?? 'none',
			staleAfterDays: custom.staleAfterDays ? custom.staleAfterDays : null,
			halfLifeDays: null,
		};
	};
	const built = dimensions.map(
		(dimension): Dimension => ({
			id: toId(dimension.name),
			label: dimension.name,
			weight: dimension.weight ?? 1,
			metrics: dimension.metrics.map(metricOf),
		}),
	);
	// A dimension may be called like its only metric; ids must differ.
	const separate = built.map((dimension) =>
		fields[dimension.id] === undefined ? dimension : { ...dimension, id: `${dimension.id}_dimension` },
	);
	return {
		scorecard: {
			id: 'custom',
			name: 'Custom scorecard',
			dimensions: separate,
			bands: HEALTH_BANDS,
			minCoverage,
			caps: [],
			lifecycle: [],
		},
		fields,
	};
}
