import type { RateRow } from '../../core/convertMoney';
import { sumMoney } from '../../core/sumMoney';
import { checkEntry } from './checkEntry';
import { excludeOverlaps } from './excludeOverlaps';
import type { CheckedEntry, EntryState, LedgerEntry } from './Ledger';
import { periodRange, type DayRange } from './periodRange';
import { VALUE_KINDS } from './valueKinds';

/** Whole minor units of one currency. */
export interface LedgerSum {
	readonly currency: string;
	readonly lowMinor: number;
	readonly baseMinor: number;
	readonly highMinor: number;
	/** Part of the base amount that the customer acknowledged. */
	readonly acknowledgedMinor: number;
	readonly entries: number;
	/** Entries without low and high; their range counts as the base amount. */
	readonly withoutRange: number;
}

export interface LedgerTotal {
	/** In order of the currency code. Currencies are never added here. */
	readonly perCurrency: readonly LedgerSum[];
	/** In the report currency; null unless every currency could be converted. */
	readonly inReport: Omit<LedgerSum, 'entries' | 'withoutRange'> | null;
	/** Why there is no total in the report currency; null when there is one or none was asked for. */
	readonly reason: string | null;
}

export interface LedgerOptions {
	/** YYYY-MM-DD */
	readonly asOfOn: string;
	/** Only entries whose whole period lies in it, and what falls once; null: all. */
	readonly window: DayRange | null;
	readonly reportCurrency: string | null;
	readonly rates: readonly RateRow[];
	/** Only what the customer acknowledged counts. */
	readonly acknowledgedOnly: boolean;
}

export interface LedgerSummary {
	readonly entries: readonly CheckedEntry[];
	/** Those of them in the window. */
	readonly within: readonly CheckedEntry[];
	/** By kind; `value` is direct, operational and strategic together. */
	readonly totals: Readonly<Record<string, LedgerTotal>>;
	/** Value whose period is not over yet. */
	readonly expected: LedgerTotal;
	/** Claimed value that is in no total, as it stands in the rows, per currency. */
	readonly unevidenced: LedgerTotal;
}

/**
 * The value ledger of one account: every entry checked (`checkEntry`), nothing counted twice (`excludeOverlaps`), and totals by kind. Unevidenced
 * entries are in no total and are listed with the reason. Amounts in several currencies are added only with rates; without one there is no
 * total, and the reason names the currency.
 *
 * @example
 * sumLedger([], { asOfOn: '2026-01-01', window: null, reportCurrency: 'USD', rates: [], acknowledgedOnly: false }).totals.value.reason
 * // => 'No total in USD: there is no amount.'
 */
export function sumLedger(rows: readonly LedgerEntry[], options: LedgerOptions): LedgerSummary {
	const entries = excludeOverlaps(rows.map((entry) => checkEntry(entry, options.asOfOn)));
	const within = entries.filter(({ entry }) => isWithin(entry, options.window));
	const total = (state: EntryState, kinds: readonly string[]): LedgerTotal =>
		sum(
			within.filter(
				(checked) =>
					checked.state === state &&
					kinds.includes(checked.entry.kind ?? '') &&
					(state === 'excluded' || !options.acknowledgedOnly || checked.entry.acknowledgedOn !== null),
			),
			options,
		);
	const kinds = [...VALUE_KINDS, 'baseline', 'target', 'cost', 'cost_of_inaction'];
	return {
		entries,
		within,
		totals: {
			value: total('counted', VALUE_KINDS),
			...Object.fromEntries(kinds.map((kind) => [kind, total('counted', [kind])])),
		},
		expected: total('expected', VALUE_KINDS),
		unevidenced: total('excluded', VALUE_KINDS),
	};
}

function isWithin({ period }: LedgerEntry, window: DayRange | null): boolean {
	if (window === null || period === 'once') return true;
	const range = period === null ? null : periodRange(period);
	return range !== null && range.fromOn >= window.fromOn && range.toOn <= window.toOn;
}

function sum(checked: readonly CheckedEntry[], options: LedgerOptions): LedgerTotal {
	const by = new Map<string, CheckedEntry[]>();
	for (const entry of checked) {
		if (entry.baseMinor === null || entry.entry.currency === null) continue;
		by.set(entry.entry.currency, [...(by.get(entry.entry.currency) ?? []), entry]);
	}
	const perCurrency = [...by]
		.map(([currency, list]) => sumOf(currency, list))
		.sort((a, b) => (a.currency < b.currency ? -1 : 1));
	const { reportCurrency, rates, asOfOn } = options;
	if (reportCurrency === null) return { perCurrency, inReport: null, reason: null };
	const convert = (of: (sum: LedgerSum) => number) =>
		sumMoney(
			perCurrency.map((each) => ({ amountMinor: of(each), currency: each.currency })),
			{ reportCurrency, onDay: asOfOn, rates },
		);
	const base = convert(({ baseMinor }) => baseMinor);
	const [low, high] = [convert(({ lowMinor }) => lowMinor), convert(({ highMinor }) => highMinor)];
	const acknowledged = convert(({ acknowledgedMinor }) => acknowledgedMinor);
	if (
		base.totalMinor === null ||
		low.totalMinor === null ||
		high.totalMinor === null ||
		acknowledged.totalMinor === null
	)
		return { perCurrency, inReport: null, reason: base.reason };
	const inReport = {
		currency: reportCurrency,
		lowMinor: low.totalMinor,
		baseMinor: base.totalMinor,
		highMinor: high.totalMinor,
		acknowledgedMinor: acknowledged.totalMinor,
	};
	return { perCurrency, inReport, reason: null };
}

function sumOf(currency: string, list: readonly CheckedEntry[]): LedgerSum {
	const add = (of: (checked: CheckedEntry, baseMinor: number) => number): number =>
		list.reduce(
			(before, checked) => before + (checked.baseMinor === null ? 0 : of(checked, checked.baseMinor)),
			0,
		);
	return {
		currency,
		lowMinor: add(({ entry }, baseMinor) => entry.lowMinor ?? baseMinor),
		baseMinor: add((_, baseMinor) => baseMinor),
		highMinor: add(({ entry }, baseMinor) => entry.highMinor ?? baseMinor),
		acknowledgedMinor: add(({ entry }, baseMinor) => (entry.acknowledgedOn === null ? 0 : baseMinor)),
		entries: list.length,
		withoutRange: list.filter(({ entry }) => entry.lowMinor === null && entry.highMinor === null).length,
	};
}
