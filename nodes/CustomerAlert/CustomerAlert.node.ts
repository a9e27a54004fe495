import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { customerAlertOutputs } from './CustomerAlert.outputs';
import { customerAlertProperties } from './CustomerAlert.properties';
import { raise } from './operations/raise';
import { raiseChurn } from './operations/raiseChurn';
import { watch } from './operations/watch';

const OPERATIONS = new Map([
	['raiseChurnAlerts', raiseChurn],
	['raiseHealthAlerts', raise],
	['watchDailyRun', watch],
]);

export class CustomerAlert implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Alert',
		name: 'customerAlert',
		icon: { light: 'file:customerAlert.svg', dark: 'file:customerAlert.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { raiseChurnAlerts: "Raise churn alerts", raiseHealthAlerts: "Raise health alerts", watchDailyRun: "Watch daily run" }[$parameter.operation] }}',
		description:
			'Tell the right people once when the health of a customer account falls or its churn probability rises, and watch the daily run',
		defaults: { name: 'Customer Alert' },
		usableAsTool: true,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Scores' },
			{ type: NodeConnectionTypes.Main, displayName: 'Context' },
		],
		// One input with rows is enough: the watch needs no scores, and a first day may have no context.
		requiredInputs: 1,
		outputs: customerAlertOutputs,
		properties: customerAlertProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as string;
		const run = OPERATIONS.get(operation) ?? raise;
		return await run(this, this.continueOnFail());
	}
}
