import type { INodeProperties } from 'n8n-workflow';

import { INACTION_ASSUMPTIONS } from '../../../scoring/value/inactionModel';
import { shownFor } from '../shownFor';

const number = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	// Text, because an empty number field would be 0 and not unknown.
	type: 'string',
	default: '',
	description,
});

/** Parameters of Calculate Cost of Inaction. */
export const costOfInactionProperties: INodeProperties[] = [
	{
		displayName:
			'Cost per month = hours x hourly cost x share that goes away + services / 12 x share + events / 12 x cost of one x share + delayed revenue x margin, added up over the months of waiting; from the second year on it grows by the growth rate. What is not filled in is left out, never 0. An account may hold an object "assumptions" with numbers, or { low, base, high, source }, of its own.',
		name: 'inactionNotice',
		type: 'notice',
		default: '',
		...shownFor('costOfInaction'),
	},
	{
		displayName: 'Assumptions',
		name: 'assumptions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Assumption' },
		placeholder: 'Add Assumption',
		default: {},
		description: 'Money in currency units (dollars), shares from 0 to 1',
		options: [
			{
				displayName: 'Assumption',
				name: 'assumption',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'options',
						options: [...INACTION_ASSUMPTIONS]
							.sort((a, b) => (a.label < b.label ? -1 : 1))
							.map(({ name, label }) => ({ name: label, value: name })),
						default: 'hours_per_month',
					},
					number('Base', 'base', 'What is most likely'),
					number('Low', 'low', 'Lowest value that is plausible. Empty: it does not vary downwards.'),
					number('High', 'high', 'Highest value that is plausible. Empty: it does not vary upwards.'),
					{
						displayName: 'Source',
						name: 'source',
						type: 'string',
						default: '',
						description: 'Who said so, or where it stands',
					},
				],
			},
		],
		...shownFor('costOfInaction'),
	},
	{
		displayName: 'Own Model',
		name: 'ownModel',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '',
		placeholder: 'A list of components as JSON',
		description:
			'A list of components of your own, each with a name of its own, a label and a formula of money per month over names of assumptions: + - * / and parentheses. Empty: the model above. Name their assumptions in the object "assumptions" of the account.',
		...shownFor('costOfInaction'),
	},
];
