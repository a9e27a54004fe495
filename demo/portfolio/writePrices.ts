import { formatDay } from './formatDay';
import { UNITS_PER_DOLLAR } from './places';
import type { PortfolioRow } from './PortfolioRows';
import { PRICE_LIST, priceIn } from './priceBook';

/** What was added to the prices at the start of the year. */
const RISE = 1.04;

/** The price book: list prices in every currency, those that hold since the year began and those of the two years before. */
export function writePrices(asOf: number): PortfolioRow[] {
	const year = Number(formatDay(asOf).slice(0, 4));
	const spans = [
		{ from: `${year - 2}-01-01`, to: `${year - 1}-12-31`, factor: 1 / RISE },
		{ from: `${year}-01-01`, to: null, factor: 1 },
	];
	return Object.keys(UNITS_PER_DOLLAR).flatMap((currency) =>
		PRICE_LIST.flatMap(({ productId, tier, metric, dollars }) =>
			spans.map(({ from, to, factor }) => ({
				product_id: productId,
				tier,
				metric,
				currency,
				valid_from_on: from,
				unit_price_minor: priceIn(currency, dollars * factor),
				valid_to_on: to,
			})),
		),
	);
}
