import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

export const handOffProperties: INodeProperties[] = [
	{
		displayName:
			'Connect opportunities (output of Detect Opportunities, or rows of cs_opportunities) to Opportunities, and the rows of cs_accounts, cs_contacts, cs_interactions, cs_contract_lines, cs_tickets and cs_scores, in any order, to Records.',
		name: 'handOffNotice',
		type: 'notice',
		default: '',
		...shownFor('handOff'),
	},
];

/** Its options, which stand after the parameters of both operations. */
export const handOffOptions: INodeProperties = {
	displayName: 'Options',
	name: 'handOffOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...shownFor('handOff'),
	options: [
		{
			displayName: 'Only Ready',
			name: 'onlyReady',
			type: 'boolean',
			default: false,
			description: 'Whether to output only packages that nothing blocks and that miss nothing',
		},
	],
};
