import type { IDataObject } from 'n8n-workflow';

import { scores } from '../../../shared/tables/scores';
import type { Predicting } from './readPredicting';

const COLUMNS = scores.columns.map(({ name }) => name);

/** The item as the options want it: only the columns of cs_scores, or with the fields that came in beside it. */
export function keepFields(
	json: IDataObject,
	{ onlyTableColumns, includeInputFields }: Predicting,
	input: IDataObject,
): IDataObject {
	const row = onlyTableColumns ? Object.fromEntries(COLUMNS.map((name) => [name, json[name] ?? null])) : json;
	if (!includeInputFields) return row;
	const kept = Object.entries(input).filter(([name]) => !Object.hasOwn(row, name));
	return { ...row, ...Object.fromEntries(kept) };
}
