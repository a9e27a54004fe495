import type { IExecuteFunctions } from 'n8n-workflow';

import { readAsOf, type AsOf } from '../../../shared/fields/readAsOf';
import { unwrap } from '../../../shared/n8n/unwrap';

/** "As of", which every operation has. */
export function readRunDay(context: IExecuteFunctions): AsOf {
	const asOf = readAsOf(context.getNodeParameter('asOf', 0, ''), new Date().toISOString());
	return unwrap(context.getNode(), asOf, null);
}

/** An instant for a column that needs one: a day means its end. */
export const instantOf = ({ until }: AsOf): string =>
	until.length === 10 ? `${until}T23:59:59.999Z` : until;

/** A text parameter that does not vary per item, without white space around it; '' when empty. */
export function readWord(context: IExecuteFunctions, name: string): string {
	const value = context.getNodeParameter(name, 0, '') as unknown;
	return value === null || value === undefined ? '' : String(value).trim();
}

/** A comma-separated parameter as a list. */
export function readNames(context: IExecuteFunctions, name: string): string[] {
	return readWord(context, name)
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');
}
