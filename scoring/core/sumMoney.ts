import { convertMoney, type RateRow } from './convertMoney';

/** An amount as rows hold it. */
export interface Amount {
	/** Whole minor units of `currency`; null: unknown, never 0. */
	readonly amountMinor: number | null;
	/** ISO 4217; null: unknown. */
	readonly currency: string | null;
}

export interface CurrencySum {
	readonly currency: string;
	/** Whole minor units. */
	readonly amountMinor: number;
	/** Amounts in it. */
	readonly count: number;
}

export interface MoneySum {
	/** In order of the currency code; what is always true, with or without rates. */
	readonly perCurrency: readonly CurrencySum[];
	/** Minor units of the report currency; null unless every amount could be converted. */
	readonly totalMinor: number | null;
	/** Currencies for which there is no rate. */
	readonly notConverted: readonly CurrencySum[];
	/** Amounts whose currency nobody knows; they are in no sum. */
	readonly withoutCurrency: number;
	/** Rows without an amount; they are in no sum and count as nothing. */
	readonly withoutAmount: number;
	/** Why there is no total, for a person; null when there is one or none was asked for. */
	readonly reason: string | null;
}

/**
 * Adds up amounts per currency and, when a report currency is given, in that one with the latest rates of or before `onDay`; each
 * currency's sum is converted once. Amounts in different currencies are never added without a rate: then there is no total, and what
 * could not be converted is named. Amounts without a currency are counted, not guessed.
 *
 * @param rates rows of cs_rates, see `convertMoney`
 *
 * @example
 * sumMoney([{ amountMinor: 100, currency: 'USD' }, { amountMinor: 5, currency: 'EUR' }], { reportCurrency: 'USD', onDay: '2026-01-01', rates: [] }).reason
 * // => 'No total in USD: no rate from EUR.'
 */
export function sumMoney(
	amounts: Iterable<Amount>,
	options: {
		readonly reportCurrency: string | null;
		readonly onDay: string;
		readonly rates: readonly RateRow[];
	},
): MoneySum {
	const sums = new Map<string, { amountMinor: number; count: number }>();
	let withoutCurrency = 0;
	let withoutAmount = 0;
	for (const { amountMinor, currency } of amounts) {
		if (amountMinor === null || !Number.isFinite(amountMinor)) withoutAmount++;
		else if (currency === null || currency === '') withoutCurrency++;
		else {
			const sum = sums.get(currency);
			if (sum === undefined) sums.set(currency, { amountMinor, count: 1 });
			else {
				sum.amountMinor += amountMinor;
				sum.count++;
			}
		}
	}
	const perCurrency = [...sums]
		.map(([currency, sum]) => ({ currency, ...sum }))
		.sort((a, b) => (a.currency < b.currency ? -1 : 1));
	const base = { perCurrency, withoutCurrency, withoutAmount };
	const { reportCurrency, onDay, rates } = options;
	if (reportCurrency === null) return { ...base, totalMinor: null, notConverted: [], reason: null };

	const notConverted: CurrencySum[] = [];
	let total = 0;
	for (const sum of perCurrency) {
		const converted = convertMoney(sum, reportCurrency, onDay, rates);
		if (converted === null) notConverted.push(sum);
		else total += converted;
	}
	const reason = reasonFor(reportCurrency, perCurrency, notConverted, withoutCurrency);
	return { ...base, notConverted, totalMinor: reason === null ? total : null, reason };
}

function reasonFor(
	reportCurrency: string,
	perCurrency: readonly CurrencySum[],
	notConverted: readonly CurrencySum[],
	withoutCurrency: number,
): string | null {
	const causes: string[] = [];
	if (notConverted.length > 0) {
		causes.push(`no rate from ${notConverted.map(({ currency }) => currency).join(', ')}`);
	}
	if (withoutCurrency > 0) {
		causes.push(
			withoutCurrency === 1 ? '1 amount has no currency' : `${withoutCurrency} amounts have no currency`,
		);
	}
	if (perCurrency.length === 0 && causes.length === 0) causes.push('there is no amount');
	return causes.length === 0 ? null : `No total in ${reportCurrency}: ${causes.join('; ')}.`;
}
