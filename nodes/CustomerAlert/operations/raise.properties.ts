import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['raiseHealthAlerts'] } };
/** What the alerts of every score have in common. */
const bothRaise = { show: { operation: ['raiseChurnAlerts', 'raiseHealthAlerts'] } };

/** Parameters of Raise Health Alerts. */
export const raiseProperties: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of cs_scores to Scores, and the rows of cs_accounts, cs_people, cs_alerts, cs_outbox and cs_audit, in any order, to Context. Write each output to the table of its name; nothing is sent by this node.',
		name: 'raiseNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Alert Below',
		name: 'alertBelow',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 70,
		description:
			'The CSM and the account executive are told when the rounded score drops from this number or more to less. 0 switches this level off.',
		displayOptions,
	},
	{
		displayName: 'Executive Below',
		name: 'executiveBelow',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 50,
		description:
			'People with the role executive are told when the rounded score drops from this number or more to less. 0 switches this level off.',
		displayOptions,
	},
	{
		displayName: 'Digest Person ID',
		name: 'digestPersonId',
		type: 'string',
		default: '',
		placeholder: 'e.g. cs_ops',
		description:
			'ID in cs_people of who gets the one digest of accounts that start beyond a threshold, and hears of alerts that reach nobody',
		displayOptions: bothRaise,
	},
	{
		displayName: 'Run ID',
		name: 'runId',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.runId }}',
		description: 'Stands in the audit rows. Leave empty to use the ID of this execution.',
		displayOptions: bothRaise,
	},
];

/** Its options, which stand after the parameters of both operations. */
export const raiseOptions: INodeProperties = {
	displayName: 'Options',
	name: 'raiseOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: bothRaise,
	options: [
		{
			displayName: 'Account Link',
			name: 'accountLink',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://crm.example.com/accounts/{account_id}',
			description: 'Address of an account for people; {account_id} is replaced',
		},
		{
			displayName: 'Digest Currency',
			name: 'currency',
			type: 'string',
			default: 'USD',
			description:
				'Currency in which the digest compares accounts, with the rows of cs_rates if Context has them',
		},
		{
			displayName: 'Due In (Hours)',
			name: 'dueInHours',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 24,
			description: 'Within how many hours somebody must act',
		},
		{
			displayName: 'Minimum Scored Share',
			name: 'minScoredShare',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0.8,
			displayOptions: { show: { '/operation': ['raiseChurnAlerts'] } },
			description:
				'When fewer accounts than this share of the day before were scored, churn alerts are held back, 0 to 1',
		},
		{
			displayName: 'Stale After (Hours)',
			name: 'staleAfterHours',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 48,
			displayOptions: { show: { '/operation': ['raiseChurnAlerts'] } },
			description:
				'Churn alerts of accounts whose source brought no change for longer than this are held back',
		},
	],
};
