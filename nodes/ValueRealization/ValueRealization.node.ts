import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { forBatch } from '../../shared/n8n/forBatch';
import { OPERATIONS, type OperationId } from './ValueRealization.operations';
import {
	valueRealizationInputs,
	valueRealizationOutputs,
	valueRealizationSubtitle,
} from './ValueRealization.ports';
import { valueRealizationProperties } from './ValueRealization.properties';

export class ValueRealization implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Value Realization',
		name: 'valueRealization',
		icon: { light: 'file:valueRealization.svg', dark: 'file:valueRealization.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: valueRealizationSubtitle,
		description:
			'Show what each account got for its money, with evidence, and keep the success plan that it was promised',
		defaults: { name: 'Value Realization' },
		usableAsTool: true,
		inputs: valueRealizationInputs,
		requiredInputs: [0],
		outputs: valueRealizationOutputs,
		properties: valueRealizationProperties,
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
