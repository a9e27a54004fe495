import type { INodeProperties } from 'n8n-workflow';

import { checkScorecardProperties } from './operations/checkScorecard.properties';
import { compareScorecardsProperties } from './operations/compareScorecards.properties';
import { fieldProperties } from './operations/fields.properties';
import { rollUpProperties } from './operations/rollUp.properties';
import { scoreProperties } from './operations/score.properties';
import { scorecardProperties } from './operations/scorecard.properties';

export const healthScoreProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Check Scorecard',
				value: 'checkScorecard',
				description:
					'Find faults of a scorecard: weights, bands, directions, measures that are mostly missing',
				action: 'Check a scorecard',
			},
			{
				name: 'Compare Scorecards',
				value: 'compareScorecards',
				description: 'See which accounts change band under another scorecard, and how much ARR that is',
				action: 'Compare two scorecards',
			},
			{
				name: 'Roll Up Portfolio',
				value: 'rollUp',
				description:
					'Summarise scored accounts by tier, industry, owner or any field, with the accounts to call first',
				action: 'Roll up the portfolio',
			},
			{
				name: 'Score Accounts',
				value: 'score',
				description: 'Score each account from 0 to 100 with reasons, trend and next steps',
				action: 'Score accounts',
			},
		],
		default: 'score',
	},
	...scorecardProperties,
	...compareScorecardsProperties,
	...rollUpProperties,
	...checkScorecardProperties,
	...fieldProperties,
	...scoreProperties,
];
