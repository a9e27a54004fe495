import { asStripeObject, type StripeObject } from './stripeAnswer';
import { stripeCurrency, stripeMinor, stripeNumber } from './stripeMoney';

const PER_YEAR: Readonly<Record<string, number>> = { day: 365, week: 52, month: 12, year: 1 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };

export interface Recurring {
	/** Minor units of ISO 4217 in a year, unrounded, before discounts and tax; null: it depends on use or on tiers. */
	readonly arrMinor: number | null;
	/** Minor units for one, unrounded; null: there is no one price. */
	readonly unitMinor: number | null;
	readonly currency: string | null;
	readonly quantity: number | null;
	/** Length of its period; null for days and weeks. */
	readonly months: number | null;
}

/**
 * What an item of a subscription brings in a year: unit price x quantity x periods in a year. Tiered prices have no unit price and metered ones
 * no quantity; then it is null, never 0. A price below a cent comes as a decimal text.
 */
export function recurringOfItem(item: StripeObject): Recurring {
	const price = asStripeObject(item.price);
	const recurring = asStripeObject(price.recurring);
	const currency = stripeCurrency(price.currency);
	const amount = stripeNumber(price.unit_amount_decimal) ?? stripeNumber(price.unit_amount);
	const unitMinor = stripeMinor(amount, currency);
	const quantity = recurring.usage_type === 'metered' ? null : stripeNumber(item.quantity);
	const interval = typeof recurring.interval === 'string' ? recurring.interval : '';
	const count = stripeNumber(recurring.interval_count) ?? 1;
	const perYear = PER_YEAR[interval];
	const packs = quantity === null ? null : packsOf(quantity, asStripeObject(price.transform_quantity));
	const months = MONTHS[interval];
	return {
		arrMinor:
			unitMinor === null || packs === null || perYear === undefined
				? null
				: (unitMinor * packs * perYear) / count,
		unitMinor,
		currency,
		quantity,
		months: months === undefined ? null : months * count,
	};
}

/** Some prices are for packs: quantity divided, then rounded as the price says. */
function packsOf(quantity: number, transform: StripeObject): number {
	const divisor = stripeNumber(transform.divide_by);
	if (divisor === null || divisor <= 0) return quantity;
	return transform.round === 'up' ? Math.ceil(quantity / divisor) : Math.floor(quantity / divisor);
}
