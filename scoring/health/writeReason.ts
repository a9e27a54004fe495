import { roundHalfUp } from '../core/roundHalfUp';
import type { CompiledScorecard } from './compileScorecard';
import type { Contribution } from './HealthScore';
import type { HealthNumbers } from './prepareHealthScorer';

/** Terms that cost less than this many points are not worth a sentence. */
const WORTH_SAYING = 0.5;
const MOST_TERMS = 3;

/**
 * Why a score is what it is, in one sentence: score and band, then override, cap and the up to three measures that cost most, then how much was
 * not observed. Without a score: what share was observed, what is needed and what is missing, heaviest first.
 *
 * @example
 * scoreHealth(EXAMPLE_ACCOUNT, FRAMEWORK_SCORECARD).value.reason
 * // => '88, Excellent: NPS 8.5 costs 2.5 points; ROI demonstrated 150 % costs 2.1 points; workflow volume 78 % (39 of 50 monthly workflows) costs 1.8 points (67 % of the weight observed; missing: support interaction, product feedback, upgrade readiness and 3 more)'
 */
export function writeReason(
	card: CompiledScorecard,
	numbers: HealthNumbers,
	contributions: readonly Contribution[],
	missing: readonly string[],
): string {
	const share = `${roundHalfUp(numbers.coverage * 100)} %`;
	if (numbers.rounded === null || numbers.bandIndex === null) {
		const needed = `${roundHalfUp(card.scorecard.minCoverage * 100)} %`;
		return `Not enough data: ${share} of the weight was observed, ${needed} is needed; missing: ${enumerate(missing)}`;
	}
	const band = card.scorecard.bands[numbers.bandIndex];
	const terms = chooseTerms(contributions);
	const why = terms.length > 0 ? terms.join('; ') : 'nothing costs more than half a point';
	const rest = missing.length > 0 ? ` (${share} of the weight observed; missing: ${enumerate(missing)})` : '';
	return `${numbers.rounded}, ${band?.label ?? ''}: ${why}${rest}`;
}

function chooseTerms(contributions: readonly Contribution[]): string[] {
	const byHand = contributions.filter((term) => term.kind === 'override');
	const caps = contributions.filter((term) => term.kind === 'cap');
	const measures = contributions
		.filter((term) => term.points !== null && term.lost >= WORTH_SAYING)
		.sort((left, right) => right.lost - left.lost)
		.slice(0, MOST_TERMS);
	const causes = [...byHand, ...caps].map((term) => term.words.replace(/: costs [^:]*$/, ''));
	return [...causes, ...measures.map((term) => term.words.replace(/: costs ([^:]*)$/, ' costs $1'))].map(
		lowerFirst,
	);
}

function enumerate(labels: readonly string[]): string {
	const first = labels.slice(0, MOST_TERMS).map(lowerFirst).join(', ');
	return labels.length > MOST_TERMS ? `${first} and ${labels.length - MOST_TERMS} more` : first;
}

/** "Active users" becomes "active users" inside a sentence; "NPS" and "API usage" stay. */
function lowerFirst(text: string): string {
	return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
