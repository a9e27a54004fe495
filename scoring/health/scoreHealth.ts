import type { Issue, Outcome } from '../core/issue';
import { checkHealthInput } from './checkHealthInput';
import { chooseScorecard } from './chooseScorecard';
import { compileScorecard, type CompiledScorecard } from './compileScorecard';
import { findNextBand } from './findNextBand';
import type { HealthInput, HealthScore } from './HealthScore';
import { listActions } from './listActions';
import { listContributions } from './listContributions';
import { listDimensions } from './listDimensions';
import { listInvalid } from './listInvalid';
import { listMissing } from './listMissing';
import { prepareHealthScorer, type HealthNumbers } from './prepareHealthScorer';
import { HEALTH_PRESETS } from './presets';
import type { Scorecard } from './Scorecard';
import { writeReason } from './writeReason';

/**
 * Scores one account's health from 0 (worst) to 100 and explains it: contributions that add up to the unrounded value, the bounds the
 * missing data allow, the smallest change to the next band, actions and a sentence.
 *
 * Missing, stale and invalid measures never lower the score; they lower the coverage (rules at `prepareHealthScorer`). Under the
 * scorecard's minimum coverage the status is "insufficient": value and band are null, everything else is still given. Values that
 * cannot be used come back as warnings. Not ok: a faulty scorecard, no day of the score, an override without reason or expiry.
 * `alternatives` are the scorecards the lifecycle rules may choose, by id (presets unless given). Scorecards are compiled once per
 * object: pass the same object for every account and do not change it. With `explanation` "none" the lists are empty and the sentence
 * is '': for runs over many accounts of which only a few are looked at; these are then scored again with "full".
 *
 * @example
 * scoreHealth({ accountId: 'CUST-001', asOfOn: '2024-01-15', observations: { product_usage: 85, business_value: 80, engagement: 78, technical_health: 88, growth_potential: 75 } }, FRAMEWORK_SCORECARD).value.reason
 * // => '82, Good: business value 80 costs 5 points; product usage 85 costs 4.5 points; engagement 78 costs 4.4 points'
 */
export function scoreHealth(
	input: HealthInput,
	scorecard: Scorecard,
	alternatives: Readonly<Record<string, Scorecard>> = HEALTH_PRESETS,
	explanation: 'full' | 'none' = 'full',
): Outcome<HealthScore> {
	const faults = checkHealthInput(input);
	if (faults.some((issue) => issue.severity === 'error')) return { ok: false, issues: faults };
	const chosen = chooseScorecard(input, scorecard, alternatives);
	const compiled = compileScorecard(chosen.scorecard);
	const scorer = prepareHealthScorer(chosen.scorecard);
	if (!compiled.ok) return compiled;
	if (!scorer.ok) return scorer;
	const numbers = scorer.value(input);
	const warnings: Issue[] = [...faults, ...(chosen.warning ? [chosen.warning] : [])];
	warnings.push(...listInvalid(compiled.value, input, numbers));
	const score = state(compiled.value, input, numbers);
	return {
		ok: true,
		value: explanation === 'none' ? score : explain(score, compiled.value, input, numbers),
		warnings,
	};
}

function state(card: CompiledScorecard, input: HealthInput, numbers: HealthNumbers): HealthScore {
	return {
		accountId: input.accountId,
		asOfOn: input.asOfOn,
		status: numbers.value === null ? 'insufficient' : 'scored',
		value: numbers.value,
		rounded: numbers.rounded,
		band: numbers.bandIndex === null ? null : (card.scorecard.bands[numbers.bandIndex]?.id ?? null),
		low: numbers.low,
		high: numbers.high,
		coverage: numbers.coverage,
		confidence: numbers.confidence,
		scorecardId: card.scorecard.id,
		dimensions: [],
		contributions: [],
		missing: [],
		nextBand: null,
		actions: [],
		reason: '',
	};
}

function explain(
	score: HealthScore,
	card: CompiledScorecard,
	input: HealthInput,
	numbers: HealthNumbers,
): HealthScore {
	const contributions = listContributions(card, input, numbers);
	const dimensions = listDimensions(card, input, numbers);
	const missing = listMissing(dimensions);
	return {
		...score,
		dimensions,
		contributions,
		missing,
		nextBand: findNextBand(card, input, numbers),
		actions: listActions({ card, input, numbers, contributions, missing }),
		reason: writeReason(card, numbers, contributions, missing),
	};
}
