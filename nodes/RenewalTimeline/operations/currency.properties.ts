import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../shownFor';

/** The report currency, for one operation. */
export const reportCurrency = (operation: string): INodeProperties => ({
	displayName: 'Report Currency',
	name: 'reportCurrency',
	type: 'string',
	default: '',
	placeholder: 'e.g. USD',
	description:
		'Currency that amounts are brought to with the rows of cs_rates on Records. Empty, or without a rate: every currency by itself.',
	...shownFor(operation),
});
