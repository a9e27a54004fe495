import type { Issue } from '../core/issue';
import { findDoubtfulCaps } from './findDoubtfulCaps';
import { findDoubtfulMeasures } from './findDoubtfulMeasures';
import { findDoubtfulSettings } from './findDoubtfulSettings';
import { findScorecardFaults } from './findScorecardFaults';
import type { HealthInput } from './HealthScore';
import type { Scorecard } from './Scorecard';

/**
 * Checks a health model before it is used: `error` issues make it unusable (`findScorecardFaults`), `warning` issues say what is
 * probably not meant. With a sample of inputs it also looks at the data: measures mostly missing, measures that say the same, values
 * outside the rubric, answers never given, caps that never or always apply. Errors come first; an unusable scorecard is not looked at further.
 *
 * @example
 * checkScorecard(FRAMEWORK_SCORECARD)
 * // => []
 */
export function checkScorecard(scorecard: Scorecard, sample: readonly HealthInput[] = []): Issue[] {
	const faults = findScorecardFaults(scorecard);
	if (faults.length > 0) return faults;
	return [
		...findDoubtfulSettings(scorecard),
		...findDoubtfulCaps(scorecard, sample),
		...findDoubtfulMeasures(scorecard, sample),
	];
}
