import type { IExecuteFunctions } from 'n8n-workflow';

import { readAsOf, type AsOf } from '../../../shared/fields/readAsOf';
import { unwrap } from '../../../shared/n8n/unwrap';

export interface Run extends AsOf {
	/** null: the rows carry none. */
	readonly runId: string | null;
	/** ISO 4217; null: the currency of each account. */
	readonly currency: string | null;
}

/** What every operation is told: the moment, the run and the currency of totals. Read once. */
export function readRun(context: IExecuteFunctions): Run {
	const given = context.getNodeParameter('asOf', 0, '') as unknown;
	const asOf = unwrap(context.getNode(), readAsOf(given, new Date().toISOString()), null);
	const runId = String(context.getNodeParameter('runId', 0, ''));
	const currency = String(context.getNodeParameter('reportCurrency', 0, ''))
		.trim()
		.toUpperCase();
	return { ...asOf, runId: runId === '' ? null : runId, currency: currency === '' ? null : currency };
}
