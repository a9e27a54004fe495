import type { Issue } from '../core/issue';
import { findScorecardFaults } from './findScorecardFaults';
import { normaliseAnswer } from './normaliseAnswer';
import type { Cap, Category, Dimension, Metric, Scorecard } from './Scorecard';

export interface CompiledMetric {
	readonly id: string;
	readonly metric: Metric;
	/** Share of its dimension, 0 to 1. */
	readonly weight: number;
	/** Nominal share of the whole score, 0 to 1. */
	readonly share: number;
	/** Anchor values ascending and their points; both empty for categories. */
	readonly values: readonly number[];
	readonly points: readonly number[];
	/** Points by normalised answer. */
	readonly answers: ReadonlyMap<string, number>;
	readonly plain: boolean;
	/** Infinity: never stale. */
	readonly staleAfterDays: number;
	/** 0: no decay. */
	readonly halfLifeDays: number;
}

export interface CompiledDimension {
	readonly id: string;
	/** Other name of the ready-made dimension score, `<id>_health_score`. */
	readonly alias: string;
	readonly dimension: Dimension;
	/** Nominal share of the whole score, 0 to 1. */
	readonly share: number;
	/** Its metrics are `metrics[first]` to `metrics[last - 1]`. */
	readonly first: number;
	readonly last: number;
	/** A ready-made score is as fresh as the most patient metric asks for; Infinity: never stale. */
	readonly staleAfterDays: number;
}

/** A scorecard that has been checked and laid out for speed. */
export interface CompiledScorecard {
	readonly scorecard: Scorecard;
	readonly dimensions: readonly CompiledDimension[];
	readonly metrics: readonly CompiledMetric[];
	readonly bandFrom: readonly number[];
	/** Lowest cap first, so that the first one that applies is the one that counts. */
	readonly caps: readonly Cap[];
}

type Compiled =
	| { readonly ok: true; readonly value: CompiledScorecard }
	| { readonly ok: false; readonly issues: readonly Issue[] };

const compiledScorecards = new WeakMap<Scorecard, Compiled>();

/**
 * Checks a scorecard and lays it out for scoring, once per scorecard object: a scorecard must not be changed after its first use.
 * Not ok when `findScorecardFaults` finds something.
 *
 * @example
 * compileScorecard({ ...FRAMEWORK_SCORECARD, bands: [] }).ok
 * // => false
 */
export function compileScorecard(scorecard: Scorecard): Compiled {
	const known = compiledScorecards.get(scorecard);
	if (known) return known;
	const issues = findScorecardFaults(scorecard);
	const compiled: Compiled =
		issues.length > 0 ? { ok: false, issues } : { ok: true, value: compile(scorecard) };
	if (scorecard !== null && typeof scorecard === 'object') compiledScorecards.set(scorecard, compiled);
	return compiled;
}

function compile(scorecard: Scorecard): CompiledScorecard {
	const total = sumOfWeights(scorecard.dimensions);
	const metrics: CompiledMetric[] = [];
	const dimensions = scorecard.dimensions.map((dimension): CompiledDimension => {
		const first = metrics.length;
		const share = dimension.weight / total;
		const inside = sumOfWeights(dimension.metrics);
		for (const metric of dimension.metrics)
			metrics.push(compileMetric(metric, metric.weight / inside, share));
		const ages = dimension.metrics.map((metric) => metric.staleAfterDays ?? Infinity);
		return {
			id: dimension.id,
			alias: `${dimension.id}_health_score`,
			dimension,
			share,
			first,
			last: metrics.length,
			staleAfterDays: Math.max(...ages),
		};
	});
	const caps = [...(scorecard.caps ?? [])].sort((left, right) => left.cap - right.cap);
	return { scorecard, dimensions, metrics, bandFrom: scorecard.bands.map((band) => band.from), caps };
}

function compileMetric(metric: Metric, weight: number, dimensionShare: number): CompiledMetric {
	const { rubric } = metric;
	const anchors = rubric.kind === 'anchors' ? rubric.anchors : [];
	const answers: readonly Category[] = rubric.kind === 'anchors' ? (rubric.words ?? []) : rubric.categories;
	return {
		id: metric.id,
		metric,
		weight,
		share: weight * dimensionShare,
		values: anchors.map((anchor) => anchor.value),
		points: anchors.map((anchor) => anchor.points),
		answers: new Map(answers.map((answer) => [normaliseAnswer(answer.value), answer.points])),
		plain: metric.normalisation === 'none',
		staleAfterDays: metric.staleAfterDays ?? Infinity,
		halfLifeDays: metric.halfLifeDays ?? 0,
	};
}

function sumOfWeights(parts: readonly { readonly weight: number }[]): number {
	return parts.reduce((sum, part) => sum + part.weight, 0);
}
