import type { RateRow } from '../core/convertMoney';
import type { Row } from '../measures/Records';
import type { PriceRow } from './Opportunity';

/** What sizes are made of, of one account. */
export interface SizingInput {
	/** Row of cs_accounts (tier, seats, arr_minor, currency). */
	readonly account: Row;
	/** Its running contract lines. */
	readonly lines: readonly Row[];
	readonly prices: readonly PriceRow[];
	readonly rates: readonly RateRow[];
	/** YYYY-MM-DD */
	readonly day: string;
}
