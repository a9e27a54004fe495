import { convertMoney, type RateRow } from '../core/convertMoney';

/** ARR of one account as its row has it. */
export interface ArrRow {
	/** Whole minor units of `currency`; null: unknown, not 0. */
	readonly arrMinor: number | null;
	/** ISO 4217 code. */
	readonly currency: string | null;
}

export interface MoneyOptions {
	/** Currency of totals; left out: no totals, only sums per currency. */
	readonly reportCurrency?: string;
	/** Rows of cs_rates. */
	readonly rates?: readonly RateRow[];
	/** Day of the rates, YYYY-MM-DD. */
	readonly asOfOn?: string;
}

export interface ArrSum {
	/** Minor units by currency, in order of the currency code. */
	readonly byCurrency: Readonly<Record<string, number>>;
	/** Minor units of the report currency; null: see `reason`. */
	readonly totalMinor: number | null;
	/** Why there is no total, or null. */
	readonly reason: string | null;
	/** Accounts without ARR or currency; they are in no sum. */
	readonly unknown: number;
}

/**
 * Adds up ARR per currency and, each sum converted once, in the report currency. There is a total only when every amount can be
 * converted: what is missing is named, never left out silently.
 *
 * @example
 * sumArr([{ arrMinor: 100, currency: 'USD' }, { arrMinor: 50, currency: 'EUR' }], { reportCurrency: 'USD' }).reason
 * // => 'No rate from EUR to USD'
 */
export function sumArr(rows: readonly ArrRow[], options: MoneyOptions): ArrSum {
	const { reportCurrency, rates = [], asOfOn = '9999-12-31' } = options;
	const sums = new Map<string, number>();
	let unknown = 0;
	for (const { arrMinor, currency } of rows) {
		if (arrMinor === null || currency === null) {
			unknown += 1;
			continue;
		}
		sums.set(currency, (sums.get(currency) ?? 0) + arrMinor);
	}
	const missing: string[] = [];
	let total = 0;
	for (const [currency, amountMinor] of reportCurrency === undefined ? [] : sums) {
		const converted = convertMoney({ amountMinor, currency }, reportCurrency as string, asOfOn, rates);
		if (converted === null) missing.push(currency);
		else total += converted;
	}
	const byCurrency = Object.fromEntries([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
	const when = options.asOfOn === undefined ? '' : ` on ${options.asOfOn}`;
	const reason =
		reportCurrency === undefined
			? 'No report currency given'
			: missing.length > 0
				? `No rate from ${missing.sort().join(', ')} to ${reportCurrency}${when}`
				: null;
	return { byCurrency, totalMinor: reason === null ? total : null, reason, unknown };
}
