import { addDays } from '../core/addDays';
import type { BridgeLine, BridgeOptions } from './Bridge';
import { linesInForce } from './linesInForce';
import { termEnds } from './termEnds';

/** Revenue of a contract that fell due on a day, in one currency; whole minor units. */
export interface DueRenewal {
	readonly contractId: string;
	readonly accountId: string;
	/** YYYY-MM-DD, last day of the term. */
	readonly dueOn: string;
	readonly currency: string;
	readonly dueMinor: number;
	/** What runs on instead, growth included. */
	readonly renewedMinor: number;
	/** First day on which it ran on; null: it does not (yet). */
	readonly renewedOn: string | null;
	/** Day on which that was recorded; without a record the day before it ran on. */
	readonly settledOn: string | null;
}

export interface DueOptions
	extends Pick<BridgeOptions, 'openingOn' | 'closingOn' | 'closingCut' | 'graceDays'> {
	/** Whole minor units, and their currency. */
	readonly worthOf: (line: BridgeLine) => number;
	readonly currencyOf: (line: BridgeLine) => string;
}

interface OpenDue {
	readonly contractId: string;
	readonly currency: string;
	readonly lines: BridgeLine[];
	dueMinor: number;
	renewedMinor: number;
	renewedOn: string | null;
	settledOn: string | null;
}

/**
 * What fell due in an account from the opening on until the day before the closing (a line still runs on its last day, so what ends on the
 * closing is open), per last day, contract and currency, and what ran on: the same contract when it renewed itself, else lines that
 * start after the last day and no later than the grace days or the closing; those of the same products first.
 *
 * @example
 * measureDue([], { openingOn: '2025-01-01', closingOn: '2025-12-31', closingCut: 0, graceDays: 30, worthOf: () => 0, currencyOf: () => 'USD' })
 * // => []
 */
export function measureDue(lines: readonly BridgeLine[], options: DueOptions): DueRenewal[] {
	const { openingOn, closingOn, closingCut, worthOf, currencyOf } = options;
	const days = new Map<string, BridgeLine[]>();
	const found: DueRenewal[] = [];
	for (const line of lines) {
		for (const dueOn of termEnds(line, openingOn, closingOn)) {
			if (line.rollsByMonths === null) days.set(dueOn, [...(days.get(dueOn) ?? []), line]);
			else if (linesInForce([line], dueOn, closingCut).length > 0) {
				const { contractId, accountId } = line;
				const worth = worthOf(line);
				const sums = { dueMinor: worth, renewedMinor: worth, renewedOn: addDays(dueOn, 1), settledOn: dueOn };
				found.push({ contractId, accountId, dueOn, currency: currencyOf(line), ...sums });
			}
		}
	}
	for (const [dueOn, ending] of days) {
		const inForce = new Set(linesInForce(lines, dueOn, closingCut));
		const due = groupDue(
			ending.filter((line) => inForce.has(line)),
			options,
		);
		if (due.length > 0) settle(due, dueOn, lines, options);
		for (const { lines: own, ...renewal } of due) {
			found.push({ ...renewal, accountId: own[0]?.accountId ?? '', dueOn });
		}
	}
	return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function groupDue(due: readonly BridgeLine[], { worthOf, currencyOf }: DueOptions): OpenDue[] {
	const groups = new Map<string, OpenDue>();
	for (const line of due) {
		const currency = currencyOf(line);
		const key = JSON.stringify([line.contractId, currency]);
		const empty = {
			contractId: line.contractId,
			currency,
			lines: [],
			dueMinor: 0,
			renewedMinor: 0,
			renewedOn: null,
			settledOn: null,
		};
		const group: OpenDue = groups.get(key) ?? empty;
		group.dueMinor += worthOf(line);
		group.lines.push(line);
		groups.set(key, group);
	}
	return [...groups.values()];
}

/** Gives each line that began in time to one of the renewals: first by product or by what it replaces, then where something is missing. */
function settle(
	due: readonly OpenDue[],
	dueOn: string,
	lines: readonly BridgeLine[],
	options: DueOptions,
): void {
	const { closingOn, closingCut, graceDays, worthOf, currencyOf } = options;
	const grace = addDays(dueOn, Math.max(1, graceDays));
	const running = linesInForce(lines, grace < closingOn ? grace : closingOn, closingCut);
	let free = running.filter(({ startsOn }) => startsOn !== null && startsOn > dueOn);
	const give = (fits: (renewal: OpenDue, line: BridgeLine) => boolean): void => {
		free = free.filter((line) => {
			const renewal = due.find((one) => one.currency === currencyOf(line) && fits(one, line));
			if (renewal === undefined) return true;
			const startsOn = line.startsOn as string;
			renewal.renewedMinor += worthOf(line);
			if (renewal.renewedOn === null || startsOn < renewal.renewedOn) renewal.renewedOn = startsOn;
			const settledOn = line.recordedAt === null ? addDays(startsOn, -1) : dayOf(line.recordedAt);
			if (renewal.settledOn === null || settledOn > renewal.settledOn) renewal.settledOn = settledOn;
			return false;
		});
	};
	give((renewal, line) => renewal.lines.some(({ lineId }) => lineId === line.replacesLineId));
	give((renewal, line) =>
		renewal.lines.some(({ productId }) => productId !== null && productId === line.productId),
	);
	give((renewal) => renewal.renewedMinor < renewal.dueMinor);
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
