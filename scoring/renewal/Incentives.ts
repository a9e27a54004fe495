/** The most that may be given to keep a customer; 0 or null: nothing of that kind. Rates of the current amount, 0 to 1. */
export interface IncentiveLimits {
	readonly discountRate: number;
	/** Discount for a term of two years or more, on top. */
	readonly termDiscountRate: number;
	/** Service credit, once. */
	readonly creditRate: number;
	/** All of them together. */
	readonly totalRate: number;
	/** Months for which the price may be promised to stay. */
	readonly priceLockMonths: number;
}

export interface Incentive {
	readonly kind: 'discount' | 'term_discount' | 'service_credit' | 'price_lock';
	/** Of the current amount, 0 to 1; null: costs nothing now. */
	readonly rate: number | null;
	/** Minor units; null: costs nothing now, or the amount is not known. */
	readonly amountMinor: number | null;
	readonly because: string;
}
