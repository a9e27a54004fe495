import type { Issue } from '../core/issue';
import { roundHalfUp } from '../core/roundHalfUp';
import { activeOverride } from './activeOverride';
import { capApplies } from './capApplies';
import { compileScorecard, type CompiledScorecard } from './compileScorecard';
import type { Confidence, HealthInput } from './HealthScore';
import type { Cap, Scorecard } from './Scorecard';
import { weighObservations } from './weighObservations';

/** A health score in numbers only; the lists have the slots of `weighObservations`. */
export interface HealthNumbers {
	/** Unrounded 0 to 100 after cap and override; null: not enough was observed. */
	readonly value: number | null;
	/** Half-up to a whole number. */
	readonly rounded: number | null;
	/** Place in the scorecard's bands, null without a value. */
	readonly bandIndex: number | null;
	readonly low: number;
	readonly high: number;
	/** 0 to 1 */
	readonly coverage: number;
	readonly confidence: Confidence;
	/** Weighted mean before cap and override, 0 to 100; null when nothing was observed. */
	readonly base: number | null;
	/** 0 to 100, or a negative code of ABSENT. */
	readonly points: readonly number[];
	/** Effective share of the score, 0 to 1; 0: does not count. */
	readonly weights: readonly number[];
	/** weight x points. These, `capTerm` and `overrideTerm` add up to the value. */
	readonly contributions: readonly number[];
	/** The lowest cap that applies, whether or not the score reaches it: its place in the compiled caps, or null. */
	readonly capIndex: number | null;
	/** 0 or negative. */
	readonly capTerm: number;
	readonly overrideTerm: number;
}

/** Expects what `checkHealthInput` accepts. */
export type HealthScorer = (input: HealthInput) => HealthNumbers;

/**
 * The lean path for many accounts: checks a scorecard once and returns a function from input to numbers, without sentences and
 * actions. It keeps to this one scorecard; lifecycle rules are `scoreHealth`'s.
 *
 * Missing data: a missing metric gives its weight to the observed metrics of its dimension; a dimension of which nothing was observed
 * gives its weight to the other dimensions. Dimension weights state what matters and must not depend on which feed broke. So a null
 * never moves a score towards 0: it counts as its dimension's mean, a missing dimension as the mean of the others.
 * Coverage counts the nominal weight that was observed, a decayed metric in part. `low` and `high` put the missing weight at 0 and at
 * 100 points and then apply cap and override; cap fields are no measures, an unknown one does not widen the bounds.
 * An override makes a score even below the minimum coverage, then with low confidence.
 *
 * @example
 * prepareHealthScorer(FRAMEWORK_SCORECARD).value({ accountId: 'a', asOfOn: '2024-01-15', observations: { product_usage: 85, business_value: 80, engagement: 78, technical_health: 88, growth_potential: 75 } }).rounded
 * // => 82
 */
export function prepareHealthScorer(
	scorecard: Scorecard,
):
	| { readonly ok: true; readonly value: HealthScorer }
	| { readonly ok: false; readonly issues: readonly Issue[] } {
	const compiled = compileScorecard(scorecard);
	if (!compiled.ok) return compiled;
	const card = compiled.value;
	return { ok: true, value: (input) => scoreNumbers(card, input) };
}

function scoreNumbers(card: CompiledScorecard, input: HealthInput): HealthNumbers {
	const { points, weights, coverage, nominalPoints } = weighObservations(card, input);
	const contributions: number[] = [];
	let sum = 0;
	for (let slot = 0; slot < weights.length; slot++) {
		const weight = weights[slot] as number;
		const contribution = weight > 0 ? weight * (points[slot] as number) : 0;
		contributions.push(contribution);
		sum += contribution;
	}
	const base = coverage > 0 ? Math.min(100, sum) : null;
	const override = activeOverride(input);
	const capIndex = bindingCap(card.caps, input);
	const limit = capIndex === null ? 100 : (card.caps[capIndex] as Cap).cap;
	const final = (score: number): number => (override === null ? Math.min(limit, score) : override.value);

	const reached = base ?? 0;
	const value = final(reached);
	const capTerm = Math.min(0, limit - reached);
	const complete = coverage === 1;
	const low = complete ? value : Math.min(final(nominalPoints), value);
	const high = complete ? value : Math.max(final(Math.min(100, nominalPoints + (1 - coverage) * 100)), value);
	const enough = base !== null && coverage >= card.scorecard.minCoverage - 1e-12;
	const scored = enough || override !== null;
	return {
		value: scored ? value : null,
		rounded: scored ? roundHalfUp(value) : null,
		bandIndex: scored ? bandIndexOf(value, card.bandFrom) : null,
		low: base === null && override === null ? 0 : low,
		high: base === null && override === null ? limit : high,
		coverage,
		confidence: enough ? confidenceOf(low, value, high, card.bandFrom) : 'low',
		base,
		points,
		weights,
		contributions,
		capIndex,
		capTerm,
		overrideTerm: override === null ? 0 : value - (reached + capTerm),
	};
}

/** The lowest cap that applies; `caps` are sorted, lowest first. */
function bindingCap(caps: readonly Cap[], input: HealthInput): number | null {
	for (let index = 0; index < caps.length; index++) {
		const cap = caps[index] as Cap;
		if (capApplies(cap, input.observations[cap.field])) return index;
	}
	return null;
}

function bandIndexOf(score: number, bandFrom: readonly number[]): number {
	const rounded = roundHalfUp(score);
	let index = 0;
	while (index < bandFrom.length - 1 && rounded < (bandFrom[index] as number)) index++;
	return index;
}

function confidenceOf(low: number, value: number, high: number, bandFrom: readonly number[]): Confidence {
	if (low === high) return 'high';
	const band = bandIndexOf(value, bandFrom);
	const steps = Math.max(bandIndexOf(low, bandFrom) - band, band - bandIndexOf(high, bandFrom));
	if (steps === 0) return 'high';
	return steps === 1 ? 'medium' : 'low';
}
