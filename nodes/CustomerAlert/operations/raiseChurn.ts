import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { churnSubject } from '../../../scoring/alerts/churnSubject';
import { raiseChurnAlerts } from '../../../scoring/alerts/raiseChurnAlerts';
import { addHint } from '../../../shared/n8n/addHint';
import { unwrap } from '../../../shared/n8n/unwrap';
import { raiseRows } from './raiseRows';

/** Churn probabilities and context in; rows of cs_alerts to insert and to update, of cs_outbox and of cs_audit out. */
export async function raiseChurn(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	return await raiseRows(context, continueOnFail, churnSubject, (input) => {
		const options = context.getNodeParameter('raiseOptions', 0, {}) as IDataObject;
		const outcome = raiseChurnAlerts({
			...input,
			thresholds: {
				alertAbove: Number(context.getNodeParameter('alertAbove', 0)),
				executiveAbove: Number(context.getNodeParameter('executiveAbove', 0)),
			},
			minScoredShare: Number(options.minScoredShare ?? 0.8),
			staleAfterHours: Number(options.staleAfterHours ?? 48),
		});
		const result = unwrap(context.getNode(), outcome, null);
		const { accounts, words } = result.suppressed;
		if (accounts > 0) {
			const held = `Churn alerts of ${accounts === 1 ? '1 account' : `${accounts} accounts`} were held back, because the data of the day is incomplete or old.`;
			addHint(
				context,
				`${held} ${words.join(' ')} Mend the source; who rose meanwhile is in the next digest.`,
				'warning',
			);
		}
		return result;
	});
}
