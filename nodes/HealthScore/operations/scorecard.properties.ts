import type { INodeProperties } from 'n8n-workflow';

import { CRM_SCORECARD, FRAMEWORK_SCORECARD, SUB_SCORE_SCORECARD } from '../../../scoring/health/presets';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { Dimension, Scorecard } from '../../../scoring/health/Scorecard';
import { customDimensionsProperty } from './customScorecard.properties';

const SCORING = ['score', 'checkScorecard', 'compareScorecards'];

/** `product_usage` becomes productUsageWeight. */
export function weightParameter(dimensionId: string): string {
	return `${dimensionId.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Weight`;
}

const titled = (label: string): string => label.replace(/\b(?!and\b)\w/g, (letter) => letter.toUpperCase());

/** One visible number per dimension, with the preset's own weight in percent. */
function weightProperties(scorecard: Scorecard, kind: string): INodeProperties[] {
	return scorecard.dimensions.map(
		(dimension: Dimension): INodeProperties => ({
			displayName: `${titled(dimension.label)} Weight`,
			name: weightParameter(dimension.id),
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: roundHalfUp(dimension.weight * 100),
			description: `How much it counts in percent. Only the ratio to the other weights matters; 0 leaves it out. Made of: ${dimension.metrics
				.map((metric) => metric.label.toLowerCase())
				.join(', ')}.`,
			displayOptions: { show: { operation: SCORING, scorecard: [kind] } },
		}),
	);
}

export const scorecardProperties: INodeProperties[] = [
	{
		displayName: 'Scorecard',
		name: 'scorecard',
		type: 'options',
		options: [
			{
				name: 'CRM Only',
				value: 'crm',
				description:
					'Contacts, meetings, tickets, deals and renewal: what a CRM alone can tell. It says what it could not see.',
			},
			{
				name: 'Custom',
				value: 'custom',
				description: 'Your own dimensions and metrics, entered below',
			},
			{
				name: 'Five Sub-Scores',
				value: 'subScores',
				description: 'Usage, relationship, value, support and financial health with equal weights',
			},
			{
				name: 'Framework',
				value: 'framework',
				description: 'Product usage, business value, engagement, technical health and growth potential',
			},
			{
				name: 'JSON',
				value: 'json',
				description: 'A whole scorecard as JSON, or a ready-made one with other weights',
			},
		],
		default: 'framework',
		description: 'What the score is made of',
		displayOptions: { show: { operation: SCORING } },
	},
	...weightProperties(CRM_SCORECARD, 'crm'),
	...weightProperties(FRAMEWORK_SCORECARD, 'framework'),
	...weightProperties(SUB_SCORE_SCORECARD, 'subScores'),
	customDimensionsProperty,
	{
		displayName: 'Scorecard JSON',
		name: 'scorecardJson',
		type: 'json',
		typeOptions: { rows: 8 },
		required: true,
		default: '{\n  "preset": "framework",\n  "weights": { "product_usage": 0.4 }\n}',
		description:
			'A whole scorecard, or a preset with weights. Its schema ships beside the node; the README says where.',
		displayOptions: { show: { operation: SCORING, scorecard: ['json'] } },
	},
	{
		displayName: 'Scorecard From Settings',
		name: 'scorecardFromSettings',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.value_json }}',
		description:
			'Scorecard as JSON, for instance from your settings table. When it is empty or null, the scorecard above is used; otherwise it takes its place and a hint says so.',
	},
];
