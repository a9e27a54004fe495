import type { RenewalOperation } from '../RenewalOperation';
import { planRows } from './plan';
import { planProperties } from './plan.properties';

/** Contracts in; one row per contract, the stages that were crossed, what to do about them and when. */
export const planOperation: RenewalOperation = {
	option: {
		name: 'Plan Renewals',
		description:
			'Dates, notice deadlines, probability, amount and strategy of each renewal, and each stage once when it is reached',
		action: 'Plan renewals',
	},
	subtitle: 'plan renewals',
	inputs: ['Contracts', 'Records', 'Scores', 'Stages'],
	outputs: ['Renewals', 'Stages', 'Tasks', 'Calendar', 'Summary'],
	properties: planProperties,
	run: planRows,
};
