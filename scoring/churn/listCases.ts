import { convertMoney, type RateRow } from '../core/convertMoney';
import { dayNumber } from '../core/dayNumber';
import { instantIn } from '../measures/instantIn';
import type { ArrRow, BacktestCase, OutcomeRow } from './Backtest';

const MS_PER_DAY = 86_400_000;
const KINDS = new Set(['churned', 'renewed', 'expanded', 'contracted']);

export interface CaseList {
	/** By account id. */
	readonly cases: readonly BacktestCase[];
	/** Outcome rows and accounts left out, by reason. */
	readonly skipped: Readonly<Record<string, number>>;
	readonly currency: string | null;
}

/** What is known of an account's fate by the as-of day. */
interface Fate {
	churn: { day: number; row: OutcomeRow; knownDay: number | null } | null;
	renewal: { day: number; row: OutcomeRow } | null;
	contractedDays: number[];
	leaving: boolean;
}

export interface CaseOptions {
	readonly asOfOn: string;
	readonly asOfDay: number;
	readonly currency?: string | null;
	readonly rates?: readonly RateRow[];
}

/**
 * One case per account, so that no account counts twice and intervals hold: its newest churn; else its newest renewal; else, that it was still there on
 * the as-of day ("stayed"). What happened or became known after the as-of day does not count; an account that is known to leave later is left out.
 * The ARR of a churn is what was lost (`arr_change_minor`), as accounts that left often carry none; else the account's.
 *
 * @example
 * listCases([], [], new Set(['A']), { asOfOn: '2024-03-01', asOfDay: 19783 }).cases.map(({ basis, on }) => [basis, on])
 * // => [['stayed', '2024-03-01']]
 */
export function listCases(
	outcomes: readonly OutcomeRow[],
	accounts: readonly ArrRow[],
	scored: Iterable<string>,
	options: CaseOptions,
): CaseList {
	const skipped: Record<string, number> = {};
	const fates = readFates(outcomes, options.asOfDay, skipped);
	for (const id of scored) if (!fates.has(id)) fates.set(id, emptyFate());
	const arrRows = new Map<string, ArrRow>();
	for (const row of accounts) if (!arrRows.has(row.account_id)) arrRows.set(row.account_id, row);

	const drafts: BacktestCase[] = [];
	for (const id of [...fates.keys()].sort()) {
		const fate = fates.get(id) as Fate;
		if (fate.churn === null && fate.leaving) count(skipped, 'accountLeavingLater');
		else drafts.push(draftCase(id, fate, arrRows.get(id), options));
	}
	const currency = options.currency ?? commonest(drafts);
	const cases = drafts.map((draft) => ({ ...draft, reportMinor: inReport(draft, currency, options.rates) }));
	return { cases, skipped, currency };
}

function readFates(
	outcomes: readonly OutcomeRow[],
	asOfDay: number,
	skipped: Record<string, number>,
): Map<string, Fate> {
	const fates = new Map<string, Fate>();
	const seen = new Set<string>();
	for (const row of outcomes) {
		const day = dayNumber(row.occurred_on);
		if (!KINDS.has(row.kind)) count(skipped, 'outcomeOfUnknownKind');
		else if (day === null) count(skipped, 'outcomeWithoutDay');
		else {
			const known =
				row.known_at === null || row.known_at === undefined ? null : instantIn({ at: row.known_at }, 'at');
			const knownDay = known === null ? null : Math.floor(known / MS_PER_DAY);
			const key = `${row.kind} ${day} ${row.account_id}`;
			if (knownDay !== null && knownDay > asOfDay) count(skipped, 'outcomeKnownAfterAsOf');
			else if (seen.has(key)) count(skipped, 'outcomeTwice');
			else {
				seen.add(key);
				const fate = fates.get(row.account_id) ?? emptyFate();
				fates.set(row.account_id, fate);
				if (day > asOfDay) {
					count(skipped, 'outcomeAfterAsOf');
					if (row.kind === 'churned') fate.leaving = true;
				} else addOutcome(fate, row, day, knownDay);
			}
		}
	}
	for (const fate of fates.values()) fate.contractedDays.sort((left, right) => left - right);
	return fates;
}

function addOutcome(fate: Fate, row: OutcomeRow, day: number, knownDay: number | null): void {
	if (row.kind === 'contracted') fate.contractedDays.push(day);
	if (row.kind === 'churned' && (fate.churn === null || day > fate.churn.day)) {
		fate.churn = { day, row, knownDay };
	}
	if (row.kind === 'renewed' && (fate.renewal === null || day > fate.renewal.day)) {
		fate.renewal = { day, row };
	}
}

function draftCase(id: string, fate: Fate, account: ArrRow | undefined, options: CaseOptions): BacktestCase {
	const { churn, renewal } = fate;
	const decided = churn ?? renewal;
	const change = churn?.row.arr_change_minor ?? null;
	const lost = change !== null && change < 0 ? -change : null;
	const paid = account?.arr_minor ?? null;
	return {
		accountId: id,
		name: account?.name ?? null,
		basis: churn !== null ? 'churned' : renewal !== null ? 'renewed' : 'stayed',
		on: decided?.row.occurred_on ?? options.asOfOn,
		day: decided?.day ?? options.asOfDay,
		churned: churn !== null,
		contractedDays: fate.contractedDays,
		knownDay: churn?.knownDay ?? null,
		arrMinor: churn === null ? paid : (lost ?? (paid === 0 ? null : paid)),
		currency: (lost === null ? null : (churn?.row.currency ?? null)) ?? account?.currency ?? null,
		reportMinor: null,
	};
}

function inReport(one: BacktestCase, currency: string | null, rates: readonly RateRow[] = []): number | null {
	if (one.arrMinor === null || one.currency === null || currency === null) return null;
	return convertMoney({ amountMinor: one.arrMinor, currency: one.currency }, currency, one.on, rates);
}

/** The currency of most accounts, of equals the first by alphabet. */
function commonest(cases: readonly BacktestCase[]): string | null {
	const counts: Record<string, number> = {};
	for (const { arrMinor, currency } of cases)
		if (arrMinor !== null && currency !== null) count(counts, currency);
	const ranked = Object.entries(counts).sort(
		(left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1),
	);
	return ranked[0]?.[0] ?? null;
}

function emptyFate(): Fate {
	return { churn: null, renewal: null, contractedDays: [], leaving: false };
}

function count(counts: Record<string, number>, reason: string): void {
	counts[reason] = (counts[reason] ?? 0) + 1;
}
