import type { INodeProperties } from 'n8n-workflow';

export const fieldProperties: INodeProperties[] = [
	{
		displayName: 'Field Names',
		name: 'fieldPreset',
		type: 'options',
		options: [
			{
				name: 'Airtable',
				value: 'airtable',
				description: 'Words with capitals, such as "Active Users"; amounts in currency units',
			},
			{ name: 'Data Table', value: 'dataTable', description: 'Columns of cs_accounts and cs_scores' },
			{
				name: 'HubSpot',
				value: 'hubspot',
				description: 'Company properties, such as "properties.active_users"',
			},
			{ name: 'Salesforce', value: 'salesforce', description: 'Custom fields, such as "Active_Users__c"' },
			{ name: 'Same as Metric IDs', value: 'metricIds', description: 'Such as "active_users"' },
		],
		default: 'dataTable',
		description: 'How the fields of the account items are called',
		displayOptions: { show: { operation: ['score', 'compareScorecards', 'checkScorecard', 'rollUp'] } },
	},
	{
		displayName: 'Other Field Names',
		name: 'fieldOverrides',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field Name',
		default: {},
		description: 'Only what differs from the names above',
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{
						displayName: 'Meaning',
						name: 'meaning',
						type: 'string',
						default: '',
						placeholder: 'e.g. active_users, account_id, arr, override_value',
						description:
							'A metric ID, or one of account_id, name, tier, segment, industry, company_size, csm_id, currency, arr (in currency units), arr_minor (in cents), started_on, seats, custom_json, override_value, override_reason, override_by, override_expires_on',
					},
					{
						displayName: 'Field Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Monthly Active Users or usage.active',
						description: 'Name of the field in the item. Dots lead into nested fields.',
					},
				],
			},
		],
		displayOptions: { show: { operation: ['score', 'compareScorecards', 'checkScorecard', 'rollUp'] } },
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-15',
		description:
			'Day or instant (UTC) the result is as of; nothing that became known later is used. Empty: now. A day means its end.',
		displayOptions: { show: { operation: ['score', 'compareScorecards', 'checkScorecard', 'rollUp'] } },
	},
];
