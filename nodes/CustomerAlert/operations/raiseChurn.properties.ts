import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['raiseChurnAlerts'] } };

/** Parameters of Raise Churn Alerts; the others it shares with Raise Health Alerts. */
export const raiseChurnProperties: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of cs_scores with the score churn to Scores, and the rows of cs_accounts, cs_people, cs_alerts, cs_outbox, cs_audit, cs_runs and cs_sync_state, in any order, to Context. Write each output to the table of its name; nothing is sent by this node.',
		name: 'raiseChurnNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Alert Above',
		name: 'alertAbove',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 70,
		description:
			'The CSM and the account executive are told when the churn probability in percent, rounded, rises to this number or more. The alert is closed 5 points below. 0 switches this level off.',
		displayOptions,
	},
	{
		displayName: 'Executive Above',
		name: 'executiveAbove',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 85,
		description:
			'People with the role executive are told when the churn probability in percent, rounded, rises to this number or more. 0 switches this level off.',
		displayOptions,
	},
];
