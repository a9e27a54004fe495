import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { healthSubject } from '../../../scoring/alerts/healthSubject';
import { raiseHealthAlerts } from '../../../scoring/alerts/raiseHealthAlerts';
import { unwrap } from '../../../shared/n8n/unwrap';
import { raiseRows } from './raiseRows';

/** Health scores and context in; rows of cs_alerts to insert and to update, of cs_outbox and of cs_audit out. */
export async function raise(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	return await raiseRows(context, continueOnFail, healthSubject, (input) => {
		const thresholds = {
			alertBelow: Number(context.getNodeParameter('alertBelow', 0)),
			executiveBelow: Number(context.getNodeParameter('executiveBelow', 0)),
		};
		return unwrap(context.getNode(), raiseHealthAlerts({ ...input, thresholds }), null);
	});
}
