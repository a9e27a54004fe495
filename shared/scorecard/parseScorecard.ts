import type { Issue, Outcome } from '../../scoring/core/issue';
import { findScorecardFaults } from '../../scoring/health/findScorecardFaults';
import { HEALTH_BANDS, HEALTH_PRESETS } from '../../scoring/health/presets';
import type { Dimension, Metric, Scorecard } from '../../scoring/health/Scorecard';
import { weighPreset } from './weighPreset';
import { isObject } from '../isObject';

type Part = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const refuse = (
	code: string,
	path: string,
	message: string,
	remedy: string,
): { ok: false; issues: Issue[] } => ({
	ok: false,
	issues: [{ code, path, message, remedy, severity: 'error' }],
});

/**
 * A scorecard from JSON (text or object): a whole scorecard, or `{ "preset": "framework", "weights": { "engagement": 0.4 } }` for a
 * ready-made one with other weights. What may be left out: name, labels, weight (1), unit, direction (from the anchors),
 * normalisation, staleness, bands (85/70/50/0), minCoverage (0.4), caps, lifecycle. Faults are issues with path and remedy.
 */
export function parseScorecard(json: unknown): Outcome<Scorecard> {
	let value = json;
	if (typeof json === 'string') {
		try {
			value = JSON.parse(json);
		} catch (error) {
			const said = error instanceof Error ? error.message : String(error);
			const remedy = 'Check commas and quotes, for instance by pasting it into an editor that knows JSON.';
			return refuse('not-json', 'scorecard', `The scorecard is not valid JSON: ${said}.`, remedy);
		}
	}
	if (!isObject(value)) {
		const remedy = 'Give an object with "dimensions", or with "preset" and "weights".';
		return refuse('not-a-scorecard', 'scorecard', 'The scorecard is not a JSON object.', remedy);
	}
	if (value.preset !== undefined) return fromPreset(value);

	const scorecard = complete(value);
	const issues = findScorecardFaults(scorecard);
	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: scorecard, warnings: [] };
}

function fromPreset(value: Part): Outcome<Scorecard> {
	const preset = HEALTH_PRESETS[String(value.preset)];
	if (preset === undefined) {
		const remedy = `Use one of ${Object.keys(HEALTH_PRESETS).join(', ')}.`;
		return refuse('unknown-preset', 'preset', `There is no preset "${String(value.preset)}".`, remedy);
	}
	const weights = isObject(value.weights) ? (value.weights as Readonly<Record<string, number>>) : {};
	const known = new Set(preset.dimensions.map((dimension) => dimension.id));
	const stranger = Object.keys(weights).find((id) => !known.has(id));
	if (stranger !== undefined) {
		const remedy = `Use ${[...known].join(', ')}.`;
		return refuse(
			'unknown-dimension',
			`weights.${stranger}`,
			`Preset "${preset.id}" has no dimension "${stranger}".`,
			remedy,
		);
	}
	const weighed = weighPreset(preset, weights);
	const scorecard =
		value.minCoverage === undefined ? weighed : { ...weighed, minCoverage: value.minCoverage as number };
	const issues = findScorecardFaults(scorecard);
	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: scorecard, warnings: [] };
}

/** Fills what may be left out; everything else stays as given and is judged by `findScorecardFaults`. */
function complete(value: Part): Scorecard {
	const id = typeof value.id === 'string' && value.id !== '' ? value.id : 'json';
	return {
		...value,
		id,
		name: typeof value.name === 'string' ? value.name : id,
		dimensions: list(value.dimensions).map(completeDimension),
		bands: value.bands === undefined ? HEALTH_BANDS : value.bands,
		minCoverage: value.minCoverage === undefined ? 0.4 : value.minCoverage,
		caps: list(value.caps),
		lifecycle: list(value.lifecycle),
	} as unknown as Scorecard;
}

function completeDimension(dimension: unknown): Dimension {
	if (!isObject(dimension)) return dimension as Dimension;
	return {
		label: dimension.id,
		weight: 1,
		...dimension,
		metrics: list(dimension.metrics).map(completeMetric),
	} as unknown as Dimension;
}

function completeMetric(metric: unknown): Metric {
	if (!isObject(metric)) return metric as Metric;
	const rubric = isObject(metric.rubric) ? metric.rubric : {};
	const anchors = list(rubric.anchors).filter(isObject);
	const falls = Number(anchors.at(-1)?.points) < Number(anchors[0]?.points);
	return {
		label: metric.id,
		weight: 1,
		unit: '',
		direction: falls ? 'lower_is_better' : 'higher_is_better',
		normalisation: 'none',
		staleAfterDays: null,
		halfLifeDays: null,
		...metric,
		rubric: { ...rubric, ...labelled(rubric, 'categories'), ...labelled(rubric, 'words') },
	} as unknown as Metric;
}

/** Answers without a label are called by their value. */
function labelled(rubric: Part, name: 'categories' | 'words'): Part {
	if (!Array.isArray(rubric[name])) return {};
	return {
		[name]: list(rubric[name]).map((answer) =>
			isObject(answer) ? { label: answer.value, ...answer } : answer,
		),
	};
}
