import type { IDisplayOptions } from 'n8n-workflow';

/** Shown for these operations only; ids are those of ValueRealization.operations.ts and unique over both resources. */
export const shownFor = (...operation: string[]): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { operation } },
});
