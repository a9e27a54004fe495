import type { IExecuteFunctions } from 'n8n-workflow';

import type { PacedCall } from '../../../shared/connectors/engine/Engine';
import { addHint } from '../../../shared/n8n/addHint';

/** What the system was asked, and how long it made us wait. */
export function addCallHint(context: IExecuteFunctions, call: PacedCall): void {
	const { requests, throttled, retries, waitedMs } = call.progress();
	if (requests === 0) return;
	addHint(context, {
		requests,
		...(throttled > 0 ? { 'answers that said too fast': throttled } : {}),
		...(retries > 0 ? { 'repeated requests': retries } : {}),
		...(waitedMs >= 1000 ? { 'seconds waited': Math.round(waitedMs / 1000) } : {}),
	});
}
