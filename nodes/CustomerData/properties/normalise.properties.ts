import type { INodeProperties } from 'n8n-workflow';

import { ITEM_PRESETS } from '../../../shared/intake/itemPresets';
import { shownFor } from '../shownFor';

const shown = shownFor(['normalise']);

export const normaliseProperties: INodeProperties[] = [
	{
		displayName: 'Made By',
		name: 'itemPreset',
		type: 'options',
		noDataExpression: true,
		options: ITEM_PRESETS.map(({ id, label, description }) => ({ name: label, value: id, description })),
		default: 'airtable',
		description: 'Which node the items come from',
		...shown,
	},
	{
		displayName: 'Kind of Record',
		name: 'itemObject',
		type: 'options',
		options: [
			{ name: 'Accounts', value: 'accounts' },
			{ name: 'Contacts', value: 'contacts' },
			{ name: 'Contract Lines', value: 'contractLines' },
			{ name: 'Deals', value: 'deals' },
			{ name: 'Interactions', value: 'interactions', description: 'Meetings and calls, calendar events too' },
			{ name: 'Invoices', value: 'invoices' },
			{ name: 'People', value: 'people', description: 'Your own colleagues' },
			{ name: 'Subscriptions', value: 'subscriptions' },
			{ name: 'Survey Answers', value: 'surveyAnswers' },
			{ name: 'Tasks', value: 'tasks' },
			{ name: 'Tickets', value: 'tickets' },
			{ name: 'Usage', value: 'usage' },
		],
		default: 'accounts',
		description: 'What the items are',
		...shown,
	},
	{
		displayName: 'Account ID Field',
		name: 'itemKeyField',
		type: 'string',
		default: '',
		placeholder: 'e.g. Account ID or properties.ext_account_id',
		description:
			'Field of an account item that holds your own account ID. Empty: accounts are known by the ID of their system.',
		...shown,
	},
	{
		displayName: 'Field Mapping',
		name: 'itemFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		description: 'Only what differs from the preset',
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{
						displayName: 'Our Field Name or ID',
						name: 'field',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'itemFields', loadOptionsDependsOn: ['itemObject'] },
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Field of the Item',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Monthly Fee or properties.plan',
						description:
							'Name of the field in the item; dots lead into nested fields. Empty: it is not read.',
					},
				],
			},
		],
		...shown,
	},
	{
		displayName: 'Options',
		name: 'itemOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'As Of',
				name: 'asOf',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-01-15T06:00:00Z',
				description:
					'Instant that counts as now: later meetings are the next ones. Empty: the time of the execution.',
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
				displayName: 'Issue Account IDs',
				name: 'issueIds',
				type: 'boolean',
				default: false,
				description:
					'Whether an account without an ID of your own gets the next number, such as CUST_0042, with a row of cs_aliases that keeps it. Connect the rows of cs_accounts and cs_aliases to the Accounts input.',
			},
			{
				displayName: 'Only Table Columns',
				name: 'onlyTableColumns',
				type: 'boolean',
				default: false,
				description: 'Whether to output only the columns of our tables, ready for a Data Table insert',
			},
			{
				displayName: 'Own Mail Domains',
				name: 'ownDomains',
				type: 'string',
				default: '',
				placeholder: 'e.g. mycompany.com, mycompany.de',
				description: 'Guests of meetings from these domains are your colleagues and not the customer',
			},
			{
				displayName: 'Report Currency',
				name: 'reportCurrency',
				type: 'string',
				default: '',
				placeholder: 'e.g. USD',
				description:
					'Also give every amount in this currency, in fields that end in _report_minor, with the rows of cs_rates from the Accounts input. What has no rate stays empty and is said.',
			},
		],
		...shown,
	},
];
