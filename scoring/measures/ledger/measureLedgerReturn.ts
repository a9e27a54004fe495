import type { RateRow } from '../../core/convertMoney';
import { computeReturn, type Return } from './computeReturn';
import { costOfPeriod } from './costOfPeriod';
import type { LedgerEntry } from './Ledger';
import { paidPeriod } from './paidPeriod';
import type { DayRange } from './periodRange';
import { sumLedger } from './sumLedger';
import { VALUE_KINDS } from './valueKinds';
import { yearsIn } from './yearsIn';

export interface LedgerReturnOptions {
	/** YYYY-MM-DD */
	readonly asOfOn: string;
	/** null: from the first to the last value that counts. */
	readonly window: DayRange | null;
	readonly currency: string;
	/** What the customer pays a year, minor units of `currency`; null: not known. */
	readonly yearlyMinor: number | null;
	/** First day as a customer; null: not known. */
	readonly startedOn: string | null;
	readonly rates: readonly RateRow[];
}

export interface LedgerReturn {
	readonly roi: Return;
	/** Whether the customer acknowledged any of the value that counts; null: none counts. */
	readonly acknowledged: boolean | null;
	/** Value rows of the period that are in no total, because they are not evidenced. */
	readonly unevidenced: number;
}

/**
 * Return of an account from its value ledger: evidenced value (direct, operational, strategic) over what the customer paid for the same
 * days and its own effort. What is not evidenced, and value whose period is not over, stays out; amounts without a rate to the currency leave no return.
 *
 * @example
 * measureLedgerReturn([], { asOfOn: '2026-01-01', window: null, currency: 'USD', yearlyMinor: 87500, startedOn: null, rates: [] }).acknowledged
 * // => null
 */
export function measureLedgerReturn(
	entries: readonly LedgerEntry[],
	{ asOfOn, window, currency, yearlyMinor, startedOn, rates }: LedgerReturnOptions,
): LedgerReturn {
	const options = { asOfOn, window, reportCurrency: currency, rates, acknowledgedOnly: false };
	const ledger = sumLedger(entries, options);
	const period = paidPeriod(ledger, window, startedOn);
	const years = period === null ? null : yearsIn(period);
	const costMinor = costOfPeriod(ledger.totals.cost, yearlyMinor, years);
	const values = ledger.within.filter(({ entry }) => VALUE_KINDS.includes(entry.kind ?? ''));
	const counted = values.filter(({ state }) => state === 'counted');
	return {
		roi: computeReturn(ledger.totals.value?.inReport?.baseMinor ?? null, costMinor),
		acknowledged: counted.length === 0 ? null : counted.some(({ entry }) => entry.acknowledgedOn !== null),
		unevidenced: values.filter(({ state }) => state === 'excluded').length,
	};
}
