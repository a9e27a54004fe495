import type { INodeProperties } from 'n8n-workflow';

import type { SourceId } from '../../../shared/connectors/Source';
import { shownForSource } from '../shownFor';
import { salesforceOptions } from './salesforceOptions.properties';

const collection = (source: SourceId, displayName: string, options: INodeProperties[]): INodeProperties => ({
	displayName,
	name: 'sourceOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options,
	...shownForSource(source),
});

/** What one system alone knows. The names are those that its connector reads. */
export const sourceOptions: INodeProperties[] = [
	collection('airtable', 'Airtable Options', [
		{
			displayName: 'Create Missing Select Options',
			name: 'typecast',
			type: 'boolean',
			default: false,
			description:
				'Whether Airtable may add an option to a select column that does not have it yet, and convert values as it sees fit',
		},
		{
			displayName: 'Prepare Only Results',
			name: 'prepareOnly',
			type: 'options',
			options: [
				{ name: 'Everything', value: '', description: 'The whole base that this package ships' },
				{ name: 'Results, Tasks and Deals', value: 'results', description: 'Only what is written back' },
			],
			default: '',
			description: 'What Prepare Base looks at',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5, numberPrecision: 1 },
			default: 4,
			description:
				'Airtable allows 5 per base and blocks it for 30 seconds when there are more; leave room for others',
		},
		{
			displayName: 'Score History Table',
			name: 'scoresTable',
			type: 'string',
			default: '',
			placeholder: 'e.g. Scores',
			description:
				'Name or ID of a table that gets one row per account and day. Empty: none is kept in Airtable.',
		},
	]),
	collection('hubspot', 'HubSpot Options', [
		{
			displayName: 'ARR From Deals',
			name: 'arr_from_deals',
			type: 'options',
			options: [
				{ name: 'Amount', value: 'amount', description: 'Recurring revenue of won deals, else their amount' },
				{ name: 'No', value: '', description: 'Only from a property that is mapped' },
				{ name: 'Recurring Revenue', value: 'recurring', description: 'ARR or MRR of won deals' },
			],
			default: '',
			description:
				'How ARR is made from won deals where no property is mapped: a call for every 100 deals. Deals that ended without a renewal still count, so look at the sums. Annual Revenue is what the customer earns and is never used.',
		},
		{
			displayName: 'Create Missing Companies',
			name: 'create_companies',
			type: 'boolean',
			default: false,
			description: 'Whether a score for an account ID that HubSpot does not know makes a company',
		},
		{
			displayName: 'Deal Pipeline ID',
			name: 'pipeline',
			type: 'string',
			default: '',
			placeholder: 'e.g. default',
			description: 'Pipeline of new opportunities. Empty: the first one.',
		},
		{
			displayName: 'Lifecycle Stages',
			name: 'lifecycle_stages',
			type: 'string',
			default: '',
			placeholder: 'e.g. customer',
			description: 'Only companies in these stages, with commas between them. Empty: all companies.',
		},
		{
			displayName: 'Plan',
			name: 'plan',
			type: 'options',
			options: [
				{ name: 'Free or Starter', value: 'free', description: '100 requests in 10 seconds' },
				{
					name: 'Professional or Enterprise',
					value: 'professional',
					description: '190 requests in 10 seconds',
				},
				{ name: 'With API Limit Increase', value: 'increased', description: '250 requests in 10 seconds' },
			],
			default: 'free',
			description: 'How fast HubSpot may be asked',
		},
		{
			displayName: 'Renewal Pipeline ID',
			name: 'renewal_pipeline',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12345678',
			description:
				'Pipeline whose open deals are renewals, and the next renewal day of their companies. Empty: the one with renewal in its name, and no days from deals.',
		},
	]),
	collection('pipedrive', 'Pipedrive Options', [
		{
			displayName: 'Activity Type',
			name: 'taskType',
			type: 'string',
			default: 'task',
			description: 'Type of the activities that tasks become, as Pipedrive calls it in its API',
		},
		{
			displayName: 'Pipeline of Expansions',
			name: 'expansionPipeline',
			type: 'string',
			default: '',
			description: 'ID of the pipeline for expansion deals. Empty: the first one.',
		},
		{
			displayName: 'Pipeline of New Deals',
			name: 'newPipeline',
			type: 'string',
			default: '',
			description: 'ID of the pipeline for new deals. Empty: the first one.',
		},
		{
			displayName: 'Pipeline of Renewals',
			name: 'renewalPipeline',
			type: 'string',
			default: '',
			description: 'ID of the pipeline for renewal deals. Empty: the first one.',
		},
		{
			displayName: 'Plan',
			name: 'plan',
			type: 'options',
			options: [
				{ name: 'Growth', value: 'growth' },
				{ name: 'Lite', value: 'lite' },
				{ name: 'Premium', value: 'premium' },
				{ name: 'Ultimate', value: 'ultimate' },
			],
			default: 'lite',
			description:
				'How fast Pipedrive may be asked. How many tokens of the day are left it tells by itself; a fifth is kept for others.',
		},
	]),
	collection('salesforce', 'Salesforce Options', salesforceOptions),
	collection('stripe', 'Stripe Options', [
		{
			displayName: 'Sandbox',
			name: 'sandbox',
			type: 'boolean',
			default: false,
			description: 'Whether the key is one of a sandbox or of test mode, which may be asked less often',
		},
		{
			displayName: 'Write to Metadata',
			name: 'writeMetadata',
			type: 'boolean',
			default: false,
			description:
				'Whether scores may be written into the metadata of customers. Off: Stripe is only read. The key needs Write on Customers.',
		},
	]),
];
