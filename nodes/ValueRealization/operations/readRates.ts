import type { IDataObject } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';

/** Rows of cs_rates that can be used: both currencies, a day and a rate above 0. */
export function readRates(rows: readonly IDataObject[]): RateRow[] {
	return rows.flatMap((row) => {
		const rate = Number(row.rate);
		if (!(rate > 0) || typeof row.day_on !== 'string') return [];
		return [
			{
				day_on: row.day_on.slice(0, 10),
				from_currency: String(row.from_currency).toUpperCase(),
				to_currency: String(row.to_currency).toUpperCase(),
				rate,
			},
		];
	});
}
