import type { IExecuteFunctions } from 'n8n-workflow';

import { readAsOf, type AsOf } from '../../shared/fields/readAsOf';
import { unwrap } from '../../shared/n8n/unwrap';

export interface Moment extends AsOf {
	/** null: the rows carry none. */
	readonly runId: string | null;
}

/** As Of and Run ID, which all operations share; read once per run. */
export function readMoment(context: IExecuteFunctions): Moment {
	const given = context.getNodeParameter('asOf', 0, '') as unknown;
	const asOf = unwrap(context.getNode(), readAsOf(given, new Date().toISOString()), null);
	const runId = String(context.getNodeParameter('runId', 0, ''));
	return { ...asOf, runId: runId === '' ? null : runId };
}
