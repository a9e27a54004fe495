import type { IDisplayOptions } from 'n8n-workflow';

/** Shown for this operation only; ids are those of RenewalTimeline.operations.ts. */
export const shownFor = (operation: string): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { operation: [operation] } },
});
