import type { IDisplayOptions } from 'n8n-workflow';

import type { SourceId } from '../../shared/connectors/Source';
import type { Operation } from './CustomerData.outputs';

/** Resources whose operations ask a customer system; the others work on items alone. */
export const SYSTEM_RESOURCES = ['account', 'opportunity', 'setup', 'task'];

/** Shown for these operations, and, where given, these systems. Operation names are unique over all resources. */
export const shownFor = (
	operation: readonly Operation[],
	source?: readonly SourceId[],
): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { operation: [...operation], ...(source ? { source: [...source] } : {}) } },
});

/** Shown wherever one of these systems is asked. */
export const shownForSource = (...source: readonly SourceId[]): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { resource: SYSTEM_RESOURCES, source: [...source] } },
});
