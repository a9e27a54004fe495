import { numberIn } from '../measures/numberIn';
import { roundHalfUp } from '../core/roundHalfUp';
import { findUnitPrice, type UnitPrice } from './findUnitPrice';
import type { Sizing } from './Opportunity';
import type { EvidenceRow, Signal } from './Signal';
import type { SizingInput } from './SizingInput';
import { seatLines } from './seatLines';
import { wordAmount } from './wordAmount';
import { wordNumber } from './wordNumber';

/** After the purchase usage at the end of the quarter shall stand at this share of the limit: where the signal fires. */
const TARGET_SHARE = 0.85;
const SEAT_METRICS = ['seats', 'users', 'licences'];

/**
 * More of what an account has: for every limit among the signals, unit price times the headroom it lacks. Headroom is what brings usage expected in a quarter
 * back to 85 % of the limit, in whole units, at least 1. The unit price is that of cs_prices; for seats else what the account
 * pays per unit in its one running line of seats (arr_minor / quantity). Without either, or without a limit, the amount is null and says why.
 *
 * Where prices hold for quantities, the one counts in which the account would be after the purchase: the limit of today plus the units bought (100
 * seats and 20 more are priced by "101+"), in the unit and period of the limit. The amount stays that price times the units bought; what the
 * units of today would cost at the new price is a matter of the renewal.
 *
 * @example
 * sizeUpsell([{ metric: 'seats', demand: { projected: 102, limit: 100, reachedOn: null }, current: [], before: [] }], { account: { currency: 'USD' }, lines: [{ line_id: 'l', quantity: 100, arr_minor: 120000, currency: 'USD' }], prices: [], rates: [], day: '2026-01-15' }).amountMinor
 * // => 24000
 */
export function sizeUpsell(
	signals: readonly Pick<Signal, 'metric' | 'demand' | 'before'>[],
	input: SizingInput,
): Sizing {
	const needs = new Map<string, Need>();
	for (const { metric, demand, before } of signals) {
		if (metric === null || demand === undefined) continue;
		const units = Math.max(1, Math.ceil(demand.projected / TARGET_SHARE - demand.limit - 1e-9));
		const known = needs.get(metric);
		if (known === undefined || known.units < units) needs.set(metric, { units, rows: before, ...demand });
	}
	if (needs.size === 0)
		return without('No limit is known that usage could be compared with', 'cs_entitlements');
	let amount = 0;
	let currency: string | null = null;
	let productId: string | null = null;
	const parts: string[] = [];
	const reasons: string[] = [];
	const rows: EvidenceRow[] = [];
	for (const [metric, need] of needs) {
		const price = priceOf(metric, need.limit + need.units, input, currency);
		if (price === null) continue;
		currency = price.currency;
		productId ??= price.productId;
		amount += price.minor * need.units;
		parts.push(
			`${wordNumber(need.units)} ${metric.replace(/_/g, ' ')} x ${wordAmount(price.minor, price.currency)}`,
		);
		reasons.push(wordNeed(metric, need));
		rows.push(price.cell, ...need.rows);
	}
	if (parts.length === 0)
		return without(`There is no price for ${[...needs.keys()].join(', ')}`, 'cs_prices');
	const [basis, formula] = [reasons.join('; '), parts.join(' + ')];
	return { amountMinor: amount, currency, basis, formula, rows, reason: null, productId };
}

interface Need {
	readonly units: number;
	readonly rows: readonly EvidenceRow[];
	readonly projected: number;
	readonly limit: number;
}

function wordNeed(metric: string, { units, projected, limit }: Need): string {
	const share = Math.round(100 * TARGET_SHARE);
	return `${wordNumber(units)} more than the ${wordNumber(limit)} of today, so that the ${wordNumber(Math.ceil(projected))} ${metric.replace(/_/g, ' ')} expected in a quarter are ${share} % of the limit`;
}

/** In the currency of the parts before it, so that they add up. */
function priceOf(
	metric: string,
	afterwards: number,
	input: SizingInput,
	currency: string | null,
): UnitPrice | null {
	const { account, lines, prices, rates, day } = input;
	const tier = typeof account.tier === 'string' ? account.tier : null;
	const own = typeof account.currency === 'string' ? account.currency : null;
	const wanted = currency ?? own;
	const products = lines.map((line) => String(line.product_id));
	const metrics = SEAT_METRICS.includes(metric) ? [metric, ...SEAT_METRICS] : [metric];
	const query = { productId: null, tier, quantity: afterwards, metrics, currency: wanted, day };
	const bought = prices.filter((row) => products.includes(row.product_id));
	const listed = findUnitPrice(bought, query, rates) ?? findUnitPrice(prices, query, rates);
	if (listed !== null || !SEAT_METRICS.includes(metric)) return listed;
	// Two lines at two prices do not tell which one more seats would have.
	const [line, other] = seatLines(lines);
	if (line === undefined || other !== undefined) return null;
	const [arr, quantity] = [numberIn(line, 'arr_minor'), numberIn(line, 'quantity')];
	if (arr === null || quantity === null || quantity <= 0 || typeof line.currency !== 'string') return null;
	if (wanted !== null && line.currency !== wanted) return null;
	return {
		minor: roundHalfUp(arr / quantity),
		currency: line.currency,
		productId: String(line.product_id),
		metric,
		cell: {
			table: 'cs_contract_lines',
			key: { line_id: String(line.line_id) },
			column: 'arr_minor',
			value: arr,
		},
	};
}

function without(what: string, table: string): Sizing {
	const reason = `${what}. Add it to ${table}.`;
	return { amountMinor: null, currency: null, formula: null, rows: [], reason, productId: null };
}
