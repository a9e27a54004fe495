import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SOURCES } from '../../../shared/connectors/sources';
import type { Source, SourceObject } from '../../../shared/connectors/Source';
import { shownFor } from '../shownFor';

const shown = shownFor(['getAll']);

/** All kinds of records besides the accounts, in alphabetical order. */
const RECORDS: ReadonlyArray<INodePropertyOptions & { readonly value: SourceObject }> = [
	{ name: 'Contacts', value: 'contacts' },
	{ name: 'Deals', value: 'deals', description: 'Opportunities, won, lost and open' },
	{ name: 'Interactions', value: 'interactions', description: 'Meetings and calls' },
	{ name: 'Invoices', value: 'invoices' },
	{ name: 'People', value: 'people', description: 'Users and owners: your own colleagues' },
	{ name: 'Subscriptions', value: 'subscriptions', description: 'Become contracts and their lines' },
	{ name: 'Tasks', value: 'tasks', description: 'Those this package created, with their status' },
	{ name: 'Tickets', value: 'tickets', description: 'Support tickets or cases' },
	{ name: 'Usage', value: 'usage' },
];

/** Read as the panel is first opened: what a system has and the daily run looks at. */
const READ_AT_FIRST: readonly SourceObject[] = [
	'contacts',
	'deals',
	'interactions',
	'invoices',
	'people',
	'subscriptions',
	'tickets',
];

/** Each system offers what it has. */
function recordsOf({ id, readers }: Source): INodeProperties {
	const there = RECORDS.filter(({ value }) => readers[value] !== undefined);
	return {
		displayName: 'Records',
		name: 'records',
		type: 'multiOptions',
		options: there,
		default: [...there.map(({ value }) => value).filter((value) => READ_AT_FIRST.includes(value))],
		description: 'What to read besides the accounts',
		...shownFor(['getAll'], [id]),
	};
}

export const getAllProperties: INodeProperties[] = [
	...Object.values(SOURCES).map(recordsOf),
	{
		displayName: 'Only What Changed',
		name: 'onlyChanged',
		type: 'boolean',
		default: false,
		description:
			'Whether to read only what changed since the last run. Connect the rows of cs_sync_state to the Items input, and store the Sync State output when all is done.',
		...shown,
	},
];

/** Below the mapping: few ever touch it. */
export const runIdProperty: INodeProperties = {
	displayName: 'Run ID',
	name: 'runId',
	type: 'string',
	default: '={{ $execution.id }}',
	description: 'Stands in the sync state. Reading in several parts needs the same one for all parts.',
	...shown,
};

export const getAllOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Accounts per Run',
			name: 'accountsPerRun',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'Stop after this many accounts, and as many records of each other kind; the next call with the stored sync state and the same run ID goes on. 0: read all.',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: '',
			placeholder: 'e.g. EUR',
			description:
				'Three letters, ISO 4217, for amounts that come without a currency. Empty: such amounts have none.',
		},
		{
			displayName: 'Include Removed',
			name: 'includeRemoved',
			type: 'boolean',
			default: true,
			description: 'Whether accounts that were deleted in the system come too, with deleted set',
		},
		{
			displayName: 'Only Table Columns',
			name: 'onlyTableColumns',
			type: 'boolean',
			default: false,
			description: 'Whether to output only the columns of our tables, ready for a Data Table insert',
		},
		{
			displayName: 'Records As',
			name: 'recordsAs',
			type: 'options',
			options: [
				{
					name: 'One Item With a List',
					value: 'list',
					description: 'Quick in the editor; Health Score takes it on its Records input',
				},
				{ name: 'One Item per Row', value: 'rows', description: 'Ready to be stored in tables' },
			],
			default: 'rows',
			description: 'How the Records output is made',
		},
	],
	...shown,
};
