import { CRM_SCORECARD } from './crmScorecard';
import { FRAMEWORK_SCORECARD } from './frameworkScorecard';
import { HEALTH_BANDS } from './healthBands';
import { ONBOARDING_SCORECARD } from './onboardingScorecard';
import type { Scorecard } from './Scorecard';
import { SUB_SCORE_SCORECARD } from './subScoreScorecard';

export { CRM_SCORECARD, FRAMEWORK_SCORECARD, HEALTH_BANDS, ONBOARDING_SCORECARD, SUB_SCORE_SCORECARD };

/** Ready-made scorecards by id. */
export const HEALTH_PRESETS: Readonly<Record<string, Scorecard>> = {
	[FRAMEWORK_SCORECARD.id]: FRAMEWORK_SCORECARD,
	[SUB_SCORE_SCORECARD.id]: SUB_SCORE_SCORECARD,
	[ONBOARDING_SCORECARD.id]: ONBOARDING_SCORECARD,
	[CRM_SCORECARD.id]: CRM_SCORECARD,
};
