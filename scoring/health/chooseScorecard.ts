import { daysBetween } from '../core/daysBetween';
import type { Issue } from '../core/issue';
import type { HealthInput } from './HealthScore';
import type { Scorecard } from './Scorecard';

/**
 * The scorecard that the lifecycle rules choose: that of the rule with the shortest period the account's age (days from its start to
 * the score) is still under, otherwise the given one. An unknown start chooses the given one, a start in the future counts as new.
 * A rule that names a scorecard that is not among `alternatives` is passed over with a warning. Only one step: the chosen scorecard's
 * own rules do not count.
 *
 * @example
 * chooseScorecard({ accountId: 'a', asOfOn: '2024-01-15', observations: {}, startedOn: '2023-12-01' }, FRAMEWORK_SCORECARD, HEALTH_PRESETS).scorecard.id
 * // => 'onboarding'
 */
export function chooseScorecard(
	input: HealthInput,
	scorecard: Scorecard,
	alternatives: Readonly<Record<string, Scorecard>>,
): { readonly scorecard: Scorecard; readonly warning: Issue | null } {
	const age = daysBetween(input.startedOn, input.asOfOn);
	if (age === null) return { scorecard, warning: null };
	let chosen: Scorecard['lifecycle'][number] | null = null;
	for (const rule of scorecard.lifecycle ?? []) {
		if (age < rule.untilDays && (chosen === null || rule.untilDays < chosen.untilDays)) chosen = rule;
	}
	if (chosen === null) return { scorecard, warning: null };
	const alternative = alternatives[chosen.scorecardId];
	if (alternative !== undefined) return { scorecard: alternative, warning: null };
	const warning: Issue = {
		code: 'unknown-scorecard',
		path: 'lifecycle',
		message: `Accounts younger than ${chosen.untilDays} days should use scorecard '${chosen.scorecardId}', which does not exist`,
		remedy: `Use one of ${Object.keys(alternatives).join(', ')}, or remove the rule`,
		severity: 'warning',
	};
	return { scorecard, warning };
}
