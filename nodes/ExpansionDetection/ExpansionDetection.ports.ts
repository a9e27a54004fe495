import type { INodeInputConfiguration } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { byOperation } from '../../shared/n8n/byOperation';
import { outputsByOperation } from '../../shared/n8n/outputsByOperation';

/** Inputs and outputs of each operation, in order; the first input must be connected. */
export const PORTS = {
	detect: {
		inputs: ['Accounts', 'Records', 'Scores', 'Model'],
		outputs: ['Opportunities', 'Signals', 'Summary', 'Scores'],
	},
	handOff: { inputs: ['Opportunities', 'Records'], outputs: ['Packages'] },
} as const;

export type Operation = keyof typeof PORTS;

/** They follow the operation, so that a connection is labelled by what runs through it. */
export const expansionDetectionInputs = byOperation({
	detect: inputsOf(PORTS.detect.inputs),
	handOff: inputsOf(PORTS.handOff.inputs),
});

export const expansionDetectionOutputs = outputsByOperation({
	detect: PORTS.detect.outputs,
	handOff: PORTS.handOff.outputs,
});

function inputsOf(names: readonly string[]): INodeInputConfiguration[] {
	return names.map((displayName, index) => ({
		type: NodeConnectionTypes.Main,
		displayName,
		...(index === 0 ? { required: true } : {}),
	}));
}
