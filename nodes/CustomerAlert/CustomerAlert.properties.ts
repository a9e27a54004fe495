import type { INodeProperties } from 'n8n-workflow';

import { raiseOptions, raiseProperties } from './operations/raise.properties';
import { raiseChurnProperties } from './operations/raiseChurn.properties';
import { watchOptions, watchProperties } from './operations/watch.properties';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Raise Churn Alerts',
			value: 'raiseChurnAlerts',
			description: 'Alert people once when the churn probability of an account rises to a threshold',
			action: 'Raise churn alerts',
		},
		{
			name: 'Raise Health Alerts',
			value: 'raiseHealthAlerts',
			description: 'Alert people once when the health score of an account drops below a threshold',
			action: 'Raise health alerts',
		},
		{
			name: 'Watch Daily Run',
			value: 'watchDailyRun',
			description:
				'Find out whether the daily run started, finished and read fresh data, and tell one person',
			action: 'Watch the daily run',
		},
	],
	default: 'raiseHealthAlerts',
};

const bothProperties: INodeProperties[] = [
	{
		displayName: 'Business Day',
		name: 'businessDayOn',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2024-01-15',
		description:
			'Day the run is for. An alert of an account is raised once per such day. Leave empty for the UTC day of As Of.',
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2024-01-15T00:00:00.000Z',
		description: 'Instant that counts as now. Leave empty for the time of the execution.',
	},
];

export const customerAlertProperties: INodeProperties[] = [
	operation,
	...raiseProperties,
	...raiseChurnProperties,
	...watchProperties,
	...bothProperties,
	raiseOptions,
	watchOptions,
];
