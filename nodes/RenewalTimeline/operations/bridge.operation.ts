import type { RenewalOperation } from '../RenewalOperation';
import { bridgeRows } from './bridge';
import { bridgeProperties } from './bridge.properties';

/** Contract lines in; the way from opening to closing revenue, per account and summed, with the retention rates. */
export const bridgeOperation: RenewalOperation = {
	option: {
		name: 'Bridge Revenue',
		description:
			'From opening to closing recurring revenue, cause by cause to the last cent, with GRR, NRR and the renewal rate',
		action: 'Bridge recurring revenue between two days',
	},
	subtitle: 'bridge revenue',
	inputs: ['Contract Lines', 'Records'],
	outputs: ['Bridge', 'Accounts', 'Summary'],
	properties: bridgeProperties,
	run: bridgeRows,
};
