import type { INodeInputConfiguration } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { byOperation } from '../../shared/n8n/byOperation';
import { outputsByOperation } from '../../shared/n8n/outputsByOperation';
import type { RenewalOperation } from './RenewalOperation';
import { OPERATIONS } from './RenewalTimeline.operations';

const each = <Value>(of: (operation: RenewalOperation) => Value): Readonly<Record<string, Value>> =>
	Object.fromEntries(Object.entries(OPERATIONS).map(([id, operation]) => [id, of(operation)]));

/** Inputs and outputs follow the operation, so that a connection is labelled by what runs through it. */
export const renewalTimelineInputs = byOperation(
	each(({ inputs }) =>
		inputs.map(
			(displayName, index): INodeInputConfiguration => ({
				type: NodeConnectionTypes.Main,
				displayName,
				...(index === 0 ? { required: true } : {}),
			}),
		),
	),
);

export const renewalTimelineOutputs = outputsByOperation(each(({ outputs }) => outputs));

export const renewalTimelineSubtitle = byOperation(each(({ subtitle }) => subtitle));
