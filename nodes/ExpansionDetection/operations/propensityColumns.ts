import type { IDataObject } from 'n8n-workflow';

import type { ExpansionCase } from './ExpansionCase';

/**
 * What a trained model may look at: the columns of the account item, every measure under its name, and the scores. A model names the columns it
 * was trained on; the others are passed over.
 *
 * @param asOfColumn column of the row's day, filled where the account has none; null: the model needs none
 */
export function propensityColumns(one: ExpansionCase, asOfColumn: string | null): IDataObject {
	const measures = Object.entries(one.measures).map(([id, { value }]) => [id, value]);
	const day = asOfColumn === null ? {} : { [asOfColumn]: one.asOf.slice(0, 10) };
	return {
		...day,
		...(Object.fromEntries(measures) as IDataObject),
		...(one.account as IDataObject),
		health: one.health,
		churn: one.churn,
	};
}
