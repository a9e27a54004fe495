import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** Parameters of Evaluate. */
export const evaluateProperties: INodeProperties[] = [
	{
		displayName: 'Champion Model ID',
		name: 'championModelId',
		type: 'string',
		default: '',
		placeholder: 'e.g. churn-2026-01-08',
		description:
			'ID of the model in use. Every other model is compared with it, and promoted only if it is better by more than chance. Leave empty for the oldest of them.',
		...shownFor('evaluate'),
	},
];

/** Its options, which stand last. */
export const evaluateOptions: INodeProperties = {
	displayName: 'Options',
	name: 'evaluateOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('evaluate'),
	options: [
		{
			displayName: 'Account Column',
			name: 'accountField',
			type: 'string',
			default: 'account_id',
			description: 'Column with the account: rows of one account count as one piece of evidence, not many',
		},
		{
			displayName: 'Rule Score Column',
			name: 'ruleField',
			type: 'string',
			default: 'rule_risk',
			description: 'Column with the score of the rules (higher is riskier), measured on the same rows',
		},
	],
};
