import type { IDisplayOptions } from 'n8n-workflow';

import type { Operation } from './ExpansionDetection.ports';

/** Shown for these operations. */
export const shownFor = (...operation: readonly Operation[]): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { operation: [...operation] } },
});
