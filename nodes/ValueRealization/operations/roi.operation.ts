import type { ValueOperation } from '../ValueOperation';
import { roiRows } from './roi';
import { roiProperties } from './roi.properties';

/** Accounts in; what each got for its money, from the value ledger or from fields. */
export const roiOperation: ValueOperation = {
	resource: 'value',
	option: {
		name: 'Measure ROI',
		description:
			'Evidenced value against cost: ROI gross and net, payback, achieved against target, and the years to come',
		action: 'Measure the ROI of accounts',
	},
	subtitle: 'measure ROI',
	inputs: ['Accounts', 'Records'],
	outputs: ['Accounts', 'Trajectory', 'Summary'],
	properties: roiProperties,
	run: roiRows,
};
