import type { ValueOperation } from '../ValueOperation';
import { createPlanRows } from './createPlan';
import { createPlanProperties } from './createPlan.properties';

/** Events in (a deal that was won); a success plan with people, dates, milestones and the kick-off task. */
export const createPlanOperation: ValueOperation = {
	resource: 'plan',
	option: {
		name: 'Create',
		description: 'Make a success plan from a deal that was won: who, by when, measured how',
		action: 'Create a success plan',
	},
	subtitle: 'create success plan',
	inputs: ['Events', 'Records'],
	outputs: ['Plans', 'Milestones', 'Tasks', 'Summary'],
	properties: createPlanProperties,
	run: createPlanRows,
};
