import type { AccountBridge, Bridge, BridgeLine, BridgeOptions } from './Bridge';
import { bridgeAccount } from './bridgeAccount';
import { createConverter } from './createConverter';
import { linesInForce } from './linesInForce';
import { measureDue, type DueRenewal } from './measureDue';
import { rateDue } from './rateDue';
import { rateRetention } from './rateRetention';
import { sumBridge } from './sumBridge';
import { valueLines, type Valuation } from './valueLines';

/**
 * The bridge of recurring revenue between the ends of two days, from contract lines: opening, each cause of change, closing, per account
 * and summed, with GRR, NRR and the renewal rate. Every amount is a sum over lines in whole minor units and there is no row for the rest, so
 * it adds up to the last cent. With rates for all currencies it is one bridge in the report currency, where opening lines are taken
 * to the rates of the closing in the row `currency` and all other moves are at those; else one bridge per currency.
 * Rows count as they were known at the cuts of the options. Lines without amount, currency or start are in no amount, and counted.
 *
 * @example
 * buildBridge([], { openingOn: '2025-01-01', closingOn: '2025-12-31', openingCut: 0, closingCut: 0, reportCurrency: null, rates: [], graceDays: 30 }).currencies
 * // => []
 */
export function buildBridge(lines: readonly BridgeLine[], options: BridgeOptions): Bridge {
	const leftOut = { withoutAmount: 0, withoutCurrency: 0, withoutStart: 0, duplicate: 0 };
	const byAccount = new Map<string, BridgeLine[]>();
	const currencies = new Set<string>();
	for (const line of lines) {
		if (line.arrMinor === null || !Number.isFinite(line.arrMinor)) leftOut.withoutAmount++;
		else if (line.currency === null || line.currency === '') leftOut.withoutCurrency++;
		else if (line.startsOn === null) leftOut.withoutStart++;
		else {
			currencies.add(line.currency);
			const own = byAccount.get(line.accountId);
			if (own === undefined) byAccount.set(line.accountId, [line]);
			else own.push(line);
		}
	}
	const { worth, notConverted } = chooseWorth([...currencies], options);
	const accounts: AccountBridge[] = [];
	const due: DueRenewal[] = [];
	let notSplit = 0;
	for (const [accountId, own] of byAccount) {
		const bridged = bridgeAccount(accountId, valueLines(own, options, worth), hadBefore(own, options));
		accounts.push(...bridged.bridges);
		notSplit += bridged.notSplit;
		due.push(...measureDue(own, { ...options, worthOf: worth.atClosing, currencyOf: worth.currencyOf }));
		leftOut.duplicate += countDuplicates(own, options.closingCut);
	}
	const codes = [...new Set([...accounts, ...due].map(({ currency }) => currency))].sort();
	return {
		currencies: codes.map((currency) => {
			const own = accounts.filter((account) => account.currency === currency);
			return {
				currency,
				steps: sumBridge(own),
				retention: rateRetention(own),
				due: rateDue(due.filter((one) => one.currency === currency)),
			};
		}),
		accounts: accounts.sort((a, b) => (a.accountId < b.accountId ? -1 : a.accountId > b.accountId ? 1 : 0)),
		leftOut,
		notSplit,
		notConverted,
	};
}

function chooseWorth(
	currencies: readonly string[],
	{ reportCurrency, rates, openingOn, closingOn }: BridgeOptions,
): { worth: Valuation; notConverted: string[] } {
	const amount = (line: BridgeLine): number => Math.round(line.arrMinor as number) + 0;
	const own: Valuation = {
		currencyOf: (line) => line.currency as string,
		atOpening: amount,
		atClosing: amount,
	};
	if (reportCurrency === null) return { worth: own, notConverted: [] };
	const atOpening = createConverter(reportCurrency, openingOn, rates);
	const atClosing = createConverter(reportCurrency, closingOn, rates);
	const notConverted = currencies.filter(
		(code) => atOpening(0, code) === null || atClosing(0, code) === null,
	);
	if (notConverted.length > 0) return { worth: own, notConverted };
	const worth: Valuation = {
		currencyOf: () => reportCurrency,
		atOpening: (line) => atOpening(amount(line), line.currency as string) as number,
		atClosing: (line) => atClosing(amount(line), line.currency as string) as number,
	};
	return { worth, notConverted };
}

/** Whether the account had revenue on a day before the opening. */
function hadBefore(lines: readonly BridgeLine[], { openingOn, closingCut }: BridgeOptions): boolean {
	return lines.some(
		(line) =>
			(line.arrMinor as number) > 0 &&
			(line.startsOn as string) < openingOn &&
			linesInForce([line], line.startsOn as string, closingCut).length > 0,
	);
}

/** Rows of one id that are all known at the cut: only the last one counts. */
function countDuplicates(lines: readonly BridgeLine[], cut: number): number {
	if (lines.length < 2) return 0;
	const known = lines.filter(
		(line) => (line.recordedAt ?? cut) <= cut && (line.supersededAt === null || line.supersededAt > cut),
	);
	return known.length - new Set(known.map(({ lineId }) => lineId)).size;
}
