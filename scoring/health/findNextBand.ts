import { roundHalfUp } from '../core/roundHalfUp';
import { activeOverride } from './activeOverride';
import { bandOf } from './bandOf';
import type { CompiledScorecard } from './compileScorecard';
import { findSmallestRaise } from './findSmallestRaise';
import type { HealthInput, NextBand } from './HealthScore';
import type { HealthNumbers } from './prepareHealthScorer';
import { rawValue } from './rawValue';
import type { Cap } from './Scorecard';
import { wordMeasure } from './wordMeasure';

/**
 * The smallest single change that reaches the next better band, everything else unchanged. "Smallest" is the share of a measure's own
 * range (from its first to its last anchor or answer) that it must move. Left out: facts that cannot change any more (`fixed`) and
 * percentiles, which depend on others. A cap that stands in the way comes first. null in the best band, without a score and under an override.
 *
 * @example
 * findNextBand(compileScorecard(FRAMEWORK_SCORECARD).value, EXAMPLE_ACCOUNT, prepareHealthScorer(FRAMEWORK_SCORECARD).value(EXAMPLE_ACCOUNT))
 * // => null
 */
export function findNextBand(
	card: CompiledScorecard,
	input: HealthInput,
	numbers: HealthNumbers,
): NextBand | null {
	const { bands } = card.scorecard;
	const next = bands[(numbers.bandIndex ?? 0) - 1];
	if (next === undefined || numbers.value === null || numbers.base === null || activeOverride(input) !== null)
		return null;
	// A score half a point under the limit rounds up to it.
	const needed = next.from - 0.5;
	const gap = needed - numbers.value;
	const change = { band: next.id, gap };
	const cap = numbers.capIndex === null ? null : (card.caps[numbers.capIndex] as Cap);
	if (cap !== null && cap.cap < needed) {
		if (numbers.base >= needed) return liftCap(change, cap, card, input, numbers.base);
		const missing = wordMeasure(needed - numbers.base, null);
		const words = `Two things stand before ${next.label}: ${cap.label}, and ${missing} points are missing`;
		return { ...change, metricId: null, label: null, from: null, to: null, words };
	}
	const raise = findSmallestRaise(card, input, numbers, needed - numbers.base);
	if (raise === null) {
		const words = `No single measure reaches ${next.label}: ${wordMeasure(gap, null)} points are missing`;
		return { ...change, metricId: null, label: null, from: null, to: null, words };
	}
	const { id, label, from, to, metric } = raise;
	const words = `${label} from ${wordMeasure(from, metric)} to ${wordMeasure(to, metric)} reaches ${next.label}`;
	return { ...change, metricId: id, label, from, to, words };
}

function liftCap(
	change: Pick<NextBand, 'band' | 'gap'>,
	cap: Cap,
	card: CompiledScorecard,
	input: HealthInput,
	base: number,
): NextBand {
	const without = bandOf(base, card.scorecard.bands);
	const words = `Resolve first: ${cap.label}. Without it the score is ${roundHalfUp(base)}, ${without?.label ?? ''}`;
	const from = rawValue(input.observations[cap.field]);
	return { ...change, metricId: null, label: cap.label, from, to: cap.threshold, words };
}
