import { convertMoney, type RateRow } from '../core/convertMoney';
import { fitTier } from '../core/fitTier';
import type { PriceRow } from './Opportunity';
import type { EvidenceRow } from './Signal';

export interface PriceQuery {
	/** null: any product. */
	readonly productId: string | null;
	/** Plan of the account; null: not known. */
	readonly tier: string | null;
	/** Units the account would have after the purchase, in the unit of the price; null: not known, then no price for a range counts. */
	readonly quantity: number | null;
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
 * The price of one unit a year out of the user's price book, valid on the day. A price for a range of quantities ("101+") goes before one for the plan,
 * and that before one for all tiers (`fitTier`); then the account's currency before another one (which is converted with cs_rates, and passed over
 * without a rate), then the newest. A range holds for what the account would have in all after the purchase, not for what it has today or buys on
 * top: that is the quantity the next contract is priced by, and the one the renewal prices by too. null when there is none: prices are never
 * guessed.
 *
 * @example
 * findUnitPrice([{ product_id: 'p', tier: null, metric: 'seats', currency: 'USD', valid_from_on: null, valid_to_on: null, unit_price_minor: 12000 }], { productId: null, tier: 'starter', quantity: null, metrics: ['seats'], currency: 'USD', day: '2026-01-15' }, [])?.minor
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

const fitOf = ({ tier }: PriceRow, query: PriceQuery): number =>
	fitTier(tier, { plan: query.tier, quantity: query.quantity });

function matches(row: PriceRow, query: PriceQuery): boolean {
	const { productId, day } = query;
	if (productId !== null && row.product_id !== productId) return false;
	if (fitOf(row, query) === 0) return false;
	return (row.valid_from_on ?? '') <= day && (row.valid_to_on === null || row.valid_to_on >= day);
}

const rank = (row: PriceRow, query: PriceQuery): number =>
	2 * fitOf(row, query) + (row.currency === query.currency ? 1 : 0);

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
