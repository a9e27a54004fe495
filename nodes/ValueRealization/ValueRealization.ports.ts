import type { INodeInputConfiguration } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { byOperation } from '../../shared/n8n/byOperation';
import { outputsByOperation } from '../../shared/n8n/outputsByOperation';
import type { ValueOperation } from './ValueOperation';
import { OPERATIONS } from './ValueRealization.operations';

const ofEach = <T>(pick: (operation: ValueOperation) => T): Record<string, T> =>
	Object.fromEntries(Object.entries(OPERATIONS).map(([id, operation]) => [id, pick(operation)]));

/** Inputs and outputs follow the operation, so that a connection is labelled by what runs through it. */
export const valueRealizationInputs = byOperation(
	ofEach(({ inputs }) =>
		inputs.map(
			(displayName, index): INodeInputConfiguration => ({
				type: NodeConnectionTypes.Main,
				displayName,
				...(index === 0 ? { required: true } : {}),
			}),
		),
	),
);

export const valueRealizationOutputs = outputsByOperation(ofEach(({ outputs }) => outputs));

export const valueRealizationSubtitle = byOperation(ofEach(({ subtitle }) => subtitle));
