import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['watchDailyRun'] } };

/** Parameters of Watch Daily Run. */
export const watchProperties: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of cs_runs of the last days, and of cs_people, cs_accounts, cs_sync_state, cs_alerts and cs_outbox, in any order, to either input. The message goes to cs_outbox; the verdict says whether to resume the run and whether to send a heartbeat.',
		name: 'watchNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Watch Person ID',
		name: 'watchPersonId',
		type: 'string',
		default: '',
		placeholder: 'e.g. cs_ops',
		description: 'ID in cs_people of who is told when something is wrong',
		displayOptions,
	},
	{
		displayName: 'Deadline',
		name: 'deadline',
		type: 'string',
		default: '04:00',
		placeholder: 'e.g. 04:00',
		description: 'Time of day in UTC by which the run must be done',
		displayOptions,
	},
	{
		displayName: 'Expected Stages',
		name: 'expectedStages',
		type: 'string',
		default: 'health,alert',
		placeholder: 'e.g. health,alert',
		description: 'Comma-separated stages that must be done for the run to count as done',
		displayOptions,
	},
	{
		displayName: 'Minimum Scored Share',
		name: 'minScoredShare',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		default: 0.8,
		description: 'Fewer scored accounts than this share of the day before is a finding, 0 to 1',
		displayOptions,
	},
	{
		displayName: 'Stale After (Hours)',
		name: 'staleAfterHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 48,
		description: 'A source that brought no change for longer than this is a finding',
		displayOptions,
	},
];

/** Its options, which stand after the parameters of both operations. */
export const watchOptions: INodeProperties = {
	displayName: 'Options',
	name: 'watchOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions,
	options: [
		{
			displayName: 'Grace (Minutes)',
			name: 'graceMinutes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'How late after its start time a run may appear before it counts as not started',
		},
		{
			displayName: 'Scored Stage',
			name: 'scoredStage',
			type: 'string',
			default: 'health',
			description: 'Stage whose number of scored accounts is compared with the day before',
		},
		{
			displayName: 'Stalled After (Minutes)',
			name: 'stalledAfterMinutes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 15,
			description: 'An unfinished run that gave no sign for so long is resumed',
		},
		{
			displayName: 'Start Time',
			name: 'startAt',
			type: 'string',
			default: '00:00',
			description: 'Time of day in UTC at which the run starts',
		},
	],
};
