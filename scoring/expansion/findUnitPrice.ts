import { convertMoney, type RateRow } from '../core/convertMoney';
import type { PriceRow } from './Opportunity';
import type { EvidenceRow } from './Signal';

export interface PriceQuery {
	/** null: any product. */
	readonly productId: string | null;
	readonly tier: string | null;
	/** Any of these, the first found wins. */
	readonly metrics: readonly string[];
	/** ISO 4217 the account pays in; null: as the price book has it. */
	readonly currency: string | null;
	/** YYYY-MM-DD */
	readonly day: string;
}

export interface UnitPrice {
	/** Minor units of `currency`, per unit and year. */
	readonly minor: number;
	readonly currency: string;
	readonly productId: string;
	readonly metric: string;
	readonly cell: EvidenceRow;
}

/**
 * The price of one unit a year out of the user's price book, valid on the day. An exact tier goes before a price for all tiers, the account's
 * currency before another one (which is converted with cs_rates, and passed over without a rate), then the newest. null when there
 * is none: prices are never guessed.
 *
 * @example
 * findUnitPrice([{ product_id: 'p', tier: null, metric: 'seats', currency: 'USD', valid_from_on: null, valid_to_on: null, unit_price_minor: 12000 }], { productId: null, tier: 'starter', metrics: ['seats'], currency: 'USD', day: '2026-01-15' }, [])?.minor
 * // => 12000
 */
export function findUnitPrice(
	prices: readonly PriceRow[],
	query: PriceQuery,
	rates: readonly RateRow[],
): UnitPrice | null {
	for (const metric of query.metrics) {
		const rows = prices
			.filter((row) => row.metric === metric && matches(row, query))
			.sort((a, b) => rank(b, query) - rank(a, query) || order(a, b));
		for (const row of rows) {
			const currency = query.currency ?? row.currency;
			const money = { amountMinor: row.unit_price_minor, currency: row.currency };
			const minor = convertMoney(money, currency, query.day, rates);
			if (minor === null) continue;
			return { minor, currency, productId: row.product_id, metric, cell: cellOf(row) };
		}
	}
	return null;
}

function matches(row: PriceRow, { productId, tier, day }: PriceQuery): boolean {
	if (productId !== null && row.product_id !== productId) return false;
	if (row.tier !== null && row.tier !== tier) return false;
	return (row.valid_from_on ?? '') <= day && (row.valid_to_on === null || row.valid_to_on >= day);
}

const rank = (row: PriceRow, { tier, currency }: PriceQuery): number =>
	(row.tier !== null && row.tier === tier ? 2 : 0) + (row.currency === currency ? 1 : 0);

function order(a: PriceRow, b: PriceRow): number {
	const [newer, older] = [b.valid_from_on ?? '', a.valid_from_on ?? ''];
	if (newer !== older) return newer < older ? -1 : 1;
	return a.product_id < b.product_id ? -1 : a.product_id > b.product_id ? 1 : 0;
}

function cellOf(row: PriceRow): EvidenceRow {
	const key = {
		product_id: row.product_id,
		tier: row.tier ?? '',
		metric: row.metric,
		currency: row.currency,
		valid_from_on: row.valid_from_on ?? '',
	};
	return { table: 'cs_prices', key, column: 'unit_price_minor', value: row.unit_price_minor };
}
