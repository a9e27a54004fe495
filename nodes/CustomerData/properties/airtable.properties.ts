import type { INodeProperties } from 'n8n-workflow';

import { shownForSource } from '../shownFor';

const shown = shownForSource('airtable');

const otherTable = (object: string, label: string): INodeProperties => ({
	displayName: `${label} Name or ID`,
	name: object,
	type: 'options',
	typeOptions: { loadOptionsMethod: 'listTables', loadOptionsDependsOn: ['base.value'] },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

/** Which base and which tables. */
export const airtableProperties: INodeProperties[] = [
	{
		displayName: 'Base',
		name: 'base',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'Airtable base that holds your customers',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchBases', searchable: true },
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://airtable.com/appAbCdEfGhIjKlMn/tblXyz',
				extractValue: { type: 'regex', regex: 'https://airtable\\.com/(app[a-zA-Z0-9]{14})' },
				validation: [
					{
						type: 'regex',
						properties: {
							regex: 'https://airtable\\.com/app[a-zA-Z0-9]{14}.*',
							errorMessage: 'Not the address of an Airtable base',
						},
					},
				],
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. appAbCdEfGhIjKlMn',
				validation: [
					{
						type: 'regex',
						properties: { regex: 'app[a-zA-Z0-9]{14}', errorMessage: 'A base ID is app and 14 characters' },
					},
				],
			},
		],
		...shown,
	},
	{
		displayName: 'Accounts Table',
		name: 'accountsTable',
		type: 'resourceLocator',
		default: { mode: 'name', value: 'Accounts' },
		description: 'Table with one row per customer. A base that calls it "Customer Assets" is understood too.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchTables', searchable: true },
			},
			{ displayName: 'Name', name: 'name', type: 'string', placeholder: 'e.g. Accounts' },
		],
		...shown,
	},
	{
		displayName: 'Other Tables',
		name: 'tables',
		type: 'collection',
		placeholder: 'Add Table',
		default: {},
		description: 'Only tables that are not called Contacts, Deals, Subscriptions, Tasks, Tickets and Usage',
		options: [
			otherTable('contacts', 'Contacts Table'),
			otherTable('deals', 'Deals Table'),
			otherTable('subscriptions', 'Subscriptions Table'),
			otherTable('tasks', 'Tasks Table'),
			otherTable('tickets', 'Tickets Table'),
			otherTable('usage', 'Usage Table'),
		],
		...shown,
	},
];
