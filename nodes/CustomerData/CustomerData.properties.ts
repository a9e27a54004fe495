import type { INodeProperties } from 'n8n-workflow';

import { operationsOf } from '../../shared/n8n/operationsOf';
import { airtableProperties } from './properties/airtable.properties';
import { getAllOptions, getAllProperties, runIdProperty } from './properties/getAll.properties';
import { itemProperties } from './properties/item.properties';
import { mappingProperties } from './properties/mapping.properties';
import { sourceProperties } from './properties/source.properties';
import { sourceOptions } from './properties/sourceOptions.properties';
import { writeProperties } from './properties/write.properties';

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Account', value: 'account', description: 'Read customers from a system, write scores back' },
		{ name: 'Item', value: 'item', description: 'Work on items of any node: no login needed' },
		{ name: 'Opportunity', value: 'opportunity', description: 'Renewals and expansions in a system' },
		{ name: 'Setup', value: 'setup', description: 'Tables, columns and properties that results need' },
		{ name: 'Task', value: 'task', description: 'To-dos for customer success managers in a system' },
	],
	default: 'account',
};

export const customerDataProperties: INodeProperties[] = [
	resource,
	operationsOf(
		'account',
		[
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read accounts with their contacts, deals, tickets and more, whole or only what changed',
				action: 'Get accounts',
			},
			{
				name: 'Write Scores',
				value: 'writeScores',
				description: 'Write health scores, bands and reasons into the accounts, only where they changed',
				action: 'Write scores to accounts',
			},
		],
		'getAll',
	),
	operationsOf(
		'item',
		[
			{
				name: 'Check Quality',
				value: 'checkQuality',
				description: 'Report missing and invalid values, duplicates and stale sources in rows of any table',
				action: 'Check data quality',
			},
			{
				name: 'Forget Person',
				value: 'forgetPerson',
				description: 'Find one person in rows of all tables: what to change, to delete and to do by hand',
				action: 'Plan to forget a person',
			},
			{
				name: 'Mask Personal Data',
				value: 'mask',
				description: 'Hide names, addresses, telephone numbers and what else tells who somebody is',
				action: 'Mask personal data',
			},
			{
				name: 'Normalise',
				value: 'normalise',
				description:
					'Turn items of any node into rows of our tables: units, days, currencies, allowed values',
				action: 'Normalise items',
			},
		],
		'normalise',
	),
	operationsOf(
		'opportunity',
		[
			{
				name: 'Create or Update',
				value: 'upsert',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
				action: 'Create or update an opportunity',
			},
		],
		'upsert',
	),
	operationsOf(
		'setup',
		[
			{
				name: 'Prepare Base',
				value: 'prepare',
				description: 'Show what the results need in the system, and create it on request',
				action: 'Prepare a base',
			},
		],
		'prepare',
	),
	operationsOf(
		'task',
		[
			{
				name: 'Create',
				value: 'create',
				description: 'Create tasks for customer success managers, each once',
				action: 'Create a task',
			},
		],
		'create',
	),
	...sourceProperties,
	...airtableProperties,
	...writeProperties,
	...getAllProperties,
	...mappingProperties,
	...itemProperties,
	runIdProperty,
	getAllOptions,
	...sourceOptions,
];
