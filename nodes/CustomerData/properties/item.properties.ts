import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';
import { normaliseProperties } from './normalise.properties';

export const itemProperties: INodeProperties[] = [
	...normaliseProperties,
	{
		displayName:
			'Nothing to set. Connect items of any node or rows of our tables: names, addresses, telephone numbers and other personal data come out hidden, all else as it was.',
		name: 'maskNotice',
		type: 'notice',
		default: '',
		...shownFor(['mask']),
	},
	{
		displayName:
			'Connect rows of any of our tables, in any order. The rows of cs_sync_state say how fresh each source is.',
		name: 'checkQualityNotice',
		type: 'notice',
		default: '',
		...shownFor(['checkQuality']),
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-15T06:00:00Z',
		description: 'Instant that counts as now. Leave empty for the time of the execution.',
		...shownFor(['checkQuality']),
	},
	{
		displayName: 'Stale After (Hours)',
		name: 'staleAfterHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 26,
		description: 'A source that was not read to its end for longer than this is stale',
		...shownFor(['checkQuality']),
	},
	{
		displayName:
			'Connect the rows of all tables in which the person may stand. Nothing is changed here: store the outputs with the nodes after this one, and do the steps by hand.',
		name: 'forgetPersonNotice',
		type: 'notice',
		default: '',
		...shownFor(['forgetPerson']),
	},
	{
		displayName: 'Email',
		name: 'personEmail',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		description: 'Address of the person to forget',
		...shownFor(['forgetPerson']),
	},
	{
		displayName: 'IDs',
		name: 'personIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. hubspot:151, airtable:recAbCdEfGhIjKlMn',
		description: 'IDs of the person in cs_contacts or cs_people, with commas between them',
		...shownFor(['forgetPerson']),
	},
];
