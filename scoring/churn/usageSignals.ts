import type { SignalRule } from './RuleRisk';
import { wordChange } from './wordChange';
import { wordCount } from '../core/wordCount';
import { wordMove } from './wordMove';
import { wordPercent } from './wordPercent';

/** Signs in usage (35 of 100): level, decline, trend, depth. Anchors in comments are words of the catalogue of risk signals. */
export const USAGE_SIGNALS: readonly SignalRule[] = [
	{
		id: 'usage_decline',
		family: 'usage',
		label: 'Usage over 60 days',
		weight: 9,
		facts: ['usage_change_60d'],
		// Above 60 % lies the base rate of 89 %.
		curve: [-0.6, 1, -0.3, 0.6, -0.1, 0.1, 0, 0],
		words: (value) => `Usage ${wordChange(value)} in 60 days`,
	},
	{
		id: 'usage_trend',
		family: 'usage',
		label: 'Usage trend',
		weight: 4,
		facts: ['usage_trend_12w'],
		curve: [-0.06, 1, -0.03, 0.5, -0.005, 0],
		words: (value) =>
			`Usage ${wordChange(value) === 'did not change' ? 'is steady' : `${wordChange(value)} a week`} over 12 weeks`,
	},
	{
		id: 'licence_use',
		family: 'usage',
		label: 'Licences in use',
		weight: 7,
		facts: ['licence_use_share'],
		// "2 of 8 provisioned users active"
		curve: [0.25, 1, 0.5, 0.5, 0.85, 0],
		words: (value) => `${wordPercent(value)} of the licences are used`,
	},
	{
		id: 'feature_adoption',
		family: 'usage',
		label: 'Features in use',
		weight: 4,
		facts: ['feature_share'],
		curve: [0.15, 1, 0.35, 0.5, 0.65, 0],
		words: (value) => `${wordPercent(value)} of the features are used`,
	},
	{
		id: 'feature_decline',
		family: 'usage',
		label: 'Features given up',
		weight: 3,
		facts: ['feature_share_change'],
		curve: [-0.25, 1, -0.03, 0],
		words: (value) =>
			`The share of features used ${wordMove(100 * value, 'points')} against the quarter before`,
	},
	{
		id: 'api_decline',
		family: 'usage',
		label: 'API calls',
		weight: 3,
		facts: ['api_change_60d'],
		// "Reduced 89 %"
		curve: [-0.8, 1, -0.15, 0],
		words: (value) => `API calls ${wordChange(value)} in 60 days`,
	},
	{
		id: 'session_length',
		family: 'usage',
		label: 'Length of a session',
		weight: 2,
		facts: ['session_minutes_change'],
		// "28 minutes to 7 minutes"
		curve: [-0.75, 1, -0.1, 0],
		words: (value) => `Sessions: their length ${wordChange(value)} against the quarter before`,
	},
	{
		id: 'no_use',
		family: 'usage',
		label: 'Weeks without use',
		weight: 3,
		facts: ['weeks_without_use'],
		// "workflows not executed 18 days"
		curve: [0, 0, 2, 0.8, 3, 1],
		words: (value) =>
			value === 0 ? 'It was used in the last week' : `Not used at all for ${wordCount(value, 'week')}`,
	},
];
