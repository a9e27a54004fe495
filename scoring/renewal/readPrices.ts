import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { dayIn } from './dayIn';
import type { PriceRow } from './findPrice';

/**
 * Rows of cs_prices as prices; those without product, currency or price are left out.
 *
 * @example
 * readPrices([{ product_id: 'seat', currency: 'usd', unit_price_minor: 1200 }, { product_id: 'x' }]).length
 * // => 1
 */
export function readPrices(rows: readonly Row[]): PriceRow[] {
	return rows.flatMap((row) => {
		const unitPriceMinor = numberIn(row, 'unit_price_minor');
		const { product_id: product, currency } = row;
		if (unitPriceMinor === null || typeof product !== 'string' || typeof currency !== 'string') return [];
		return [
			{
				productId: product,
				tier: typeof row.tier === 'string' && row.tier !== '' ? row.tier : null,
				metric: typeof row.metric === 'string' && row.metric !== '' ? row.metric : null,
				currency: currency.toUpperCase(),
				unitPriceMinor,
				validFromOn: dayIn(row, 'valid_from_on') ?? null,
				validToOn: dayIn(row, 'valid_to_on') ?? null,
			},
		];
	});
}
