import type { ItemObject, ItemPresetId } from './ItemPreset';

export interface ItemPresetInfo {
	readonly id: ItemPresetId;
	readonly label: string;
	/** What the preset expects, for the node's panel. */
	readonly description: string;
	readonly objects: readonly ItemObject[];
}

const TABLES: readonly ItemObject[] = [
	'accounts',
	'contacts',
	'contractLines',
	'deals',
	'interactions',
	'invoices',
	'people',
	'subscriptions',
	'surveyAnswers',
	'tasks',
	'tickets',
	'usage',
];

/** The presets of *normalise input items*, for the node's lists. */
export const ITEM_PRESETS: readonly ItemPresetInfo[] = [
	{
		id: 'airtable',
		label: 'Airtable',
		description: 'Records of the Airtable node, flat or with fields',
		objects: ['accounts', 'contacts', 'deals', 'people', 'subscriptions', 'tasks', 'tickets', 'usage'],
	},
	{
		id: 'dataTable',
		label: 'Data Table',
		description: 'Rows of our own tables; an unknown value is an error',
		objects: TABLES,
	},
	{
		id: 'googleCalendar',
		label: 'Google Calendar',
		description: 'Events: who was invited and accepted, and the next meeting',
		objects: ['interactions'],
	},
	{
		id: 'googleSheets',
		label: 'Google Sheets',
		description: 'Rows with the column names as headers, everything as text',
		objects: TABLES,
	},
	{
		id: 'hubspot',
		label: 'HubSpot',
		description: 'Companies, contacts, deals, tickets or engagements of the HubSpot node, old and new form',
		objects: ['accounts', 'contacts', 'deals', 'interactions', 'people', 'tasks', 'tickets'],
	},
	{
		id: 'outlook',
		label: 'Microsoft Outlook',
		description: 'Calendar events: who was invited and accepted, and the next meeting',
		objects: ['interactions'],
	},
	{
		id: 'pipedrive',
		label: 'Pipedrive',
		description: 'Organizations, persons, deals, activities or users of the Pipedrive node',
		objects: ['accounts', 'contacts', 'deals', 'interactions', 'people', 'tasks'],
	},
	{
		id: 'postgres',
		label: 'Postgres',
		description: 'Rows of a database with the column names of our tables, or mapped',
		objects: TABLES,
	},
	{
		id: 'salesforce',
		label: 'Salesforce',
		description: 'Records of the Salesforce node or of a query',
		objects: ['accounts', 'contacts', 'deals', 'interactions', 'people', 'subscriptions', 'tasks', 'tickets'],
	},
	{
		id: 'stripe',
		label: 'Stripe',
		description: 'Customers, subscriptions or invoices as Stripe sends them',
		objects: ['accounts', 'invoices', 'subscriptions'],
	},
];
