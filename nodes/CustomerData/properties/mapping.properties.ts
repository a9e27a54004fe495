import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { USUAL_KEY_FIELD } from '../../../shared/connectors/n8n/readSettings';
import { RESULT_LABELS } from '../lists/resultLabels';
import { SYSTEM_RESOURCES, shownFor } from '../shownFor';

const FROM_LIST =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const keyField = (usual: string, source: string[]): INodeProperties => ({
	displayName: 'Account ID Field',
	name: 'keyField',
	type: 'resourceLocator',
	default: { mode: 'name', value: '' },
	description: `Field of the account that holds your own account ID, the same in every system. Empty: ${usual === '' ? '' : `${usual}. A minus sign: `}accounts are known by the ID the system gave them.`,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchKeyFields', searchable: true },
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			placeholder: `e.g. ${usual === '' ? 'ext_account_id' : usual}`,
		},
	],
	displayOptions: { show: { resource: SYSTEM_RESOURCES, source } },
});

/** One kind of record, with a live list of our fields (each says what it is read from now) and one of the system's fields. */
const group = (object: string, displayName: string): INodePropertyCollection => ({
	displayName,
	name: object,
	values: [
		{
			displayName: 'Our Field Name or ID',
			name: 'field',
			type: 'options',
			typeOptions: { loadOptionsMethod: `our_${object}`, loadOptionsDependsOn: ['source'] },
			default: '',
			description: `The list says what each field is read from now. ${FROM_LIST}.`,
		},
		{
			displayName: 'Read From Name or ID',
			name: 'vendorField',
			type: 'options',
			typeOptions: {
				loadOptionsMethod: `their_${object}`,
				loadOptionsDependsOn: ['source', 'base.value', 'accountsTable.value', `tables.${object}`],
			},
			default: '',
			description: `Field of the system; its ID is kept, so a new name does no harm. ${FROM_LIST}.`,
		},
	],
});

/** Where our fields come from, and where results go. What is not listed is as the preset of the system has it. */
export const mappingProperties: INodeProperties[] = [
	keyField(USUAL_KEY_FIELD.airtable ?? '', ['airtable']),
	keyField('', ['hubspot', 'pipedrive', 'salesforce']),
	keyField(USUAL_KEY_FIELD.stripe ?? '', ['stripe']),
	{
		displayName:
			'Every field is read from where the system usually has it. <b>Field Mapping</b> lists only what differs in yours.',
		name: 'mappingNotice',
		type: 'notice',
		default: '',
		...shownFor(['create', 'getAll', 'upsert']),
	},
	{
		displayName: 'Field Mapping',
		name: 'fields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		description: 'Only what differs from the preset of the system',
		options: [
			group('accounts', 'Account Field'),
			group('contacts', 'Contact Field'),
			group('deals', 'Deal Field'),
			group('interactions', 'Interaction Field'),
			group('invoices', 'Invoice Field'),
			group('people', 'Person Field'),
			group('subscriptions', 'Subscription Field'),
			group('tasks', 'Task Field'),
			group('tickets', 'Ticket Field'),
			group('usage', 'Usage Field'),
		],
		...shownFor(['create', 'getAll', 'upsert']),
	},
	{
		displayName: 'Result Mapping',
		name: 'results',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Result',
		default: {},
		description:
			'Only results that go elsewhere than into the fields that Prepare Base creates. Set the same when reading: a change of these fields alone is ours and not one of the account.',
		options: [
			{
				displayName: 'Result',
				name: 'result',
				values: [
					{
						displayName: 'Result',
						name: 'result',
						type: 'options',
						options: RESULT_LABELS.map(([value, name]) => ({ name, value })),
						default: 'score',
					},
					{
						displayName: 'Write To Name or ID',
						name: 'vendorField',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'resultTargets',
							loadOptionsDependsOn: ['source', 'base.value', 'accountsTable.value'],
						},
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
				],
			},
		],
		...shownFor(['getAll', 'prepare', 'writeScores']),
	},
];
