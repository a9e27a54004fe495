import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { forBatch } from '../../shared/n8n/forBatch';
import { OPERATIONS, type OperationId } from './RenewalTimeline.operations';
import {
	renewalTimelineInputs,
	renewalTimelineOutputs,
	renewalTimelineSubtitle,
} from './RenewalTimeline.ports';
import { renewalTimelineProperties } from './RenewalTimeline.properties';

export class RenewalTimeline implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Renewal Timeline',
		name: 'renewalTimeline',
		icon: { light: 'file:renewalTimeline.svg', dark: 'file:renewalTimeline.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: renewalTimelineSubtitle,
		description:
			'See which contracts renew when, how likely and at what amount, with notice dates, tasks and a calendar',
		defaults: { name: 'Renewal Timeline' },
		usableAsTool: true,
		inputs: renewalTimelineInputs,
		requiredInputs: [0],
		outputs: renewalTimelineOutputs,
		properties: renewalTimelineProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = OPERATIONS[this.getNodeParameter('operation', 0) as OperationId];
		return await forBatch(
			this,
			this.continueOnFail(),
			(items) => operation.run(this, items),
			operation.outputs.length,
		);
	}
}
