import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { forBatch } from '../../shared/n8n/forBatch';
import {
	expansionDetectionInputs,
	expansionDetectionOutputs,
	PORTS,
	type Operation,
} from './ExpansionDetection.ports';
import { expansionDetectionProperties } from './ExpansionDetection.properties';
import { detectRows } from './operations/detect';
import { handOffRows } from './operations/handOff';

const OPERATIONS = { detect: detectRows, handOff: handOffRows } as const;

export class ExpansionDetection implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Expansion Detection',
		name: 'expansionDetection',
		icon: { light: 'file:expansionDetection.svg', dark: 'file:expansionDetection.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ { detect: "detect opportunities", handOff: "hand off to sales" }[$parameter.operation] }}',
		description:
			'Find customer accounts that are ready to buy more, with the evidence, the amount, the probability and what to do next',
		defaults: { name: 'Expansion Detection' },
		usableAsTool: true,
		inputs: expansionDetectionInputs,
		requiredInputs: [0],
		outputs: expansionDetectionOutputs,
		properties: expansionDetectionProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		return await forBatch(
			this,
			this.continueOnFail(),
			(items) => OPERATIONS[operation](this, items),
			PORTS[operation].outputs.length,
		);
	}
}
