import type { IDisplayOptions } from 'n8n-workflow';

import type { Operation } from './ChurnPrediction.outputs';

/** Shown for these operations. Operation names are unique over all resources. */
export const shownFor = (...operation: readonly Operation[]): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { operation: [...operation] } },
});
