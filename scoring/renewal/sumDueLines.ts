import type { RateRow } from '../core/convertMoney';
import { sumMoney } from '../core/sumMoney';
import type { Contract, ContractLine, Term } from './Contract';
import type { RenewalAmount } from './RenewalAmount';

const NO_LINES: readonly ContractLine[] = [];
const NO_CURRENCIES: readonly string[] = [];

/** What the amount of a contract without lines is taken from. */
export interface AmountFallback {
	/** null: not known, or the account has several contracts. */
	readonly arrMinor: number | null;
	readonly currency: string | null;
}

/**
 * The recurring revenue that falls due at the end of a contract: the sum of its co-termed lines, those in force that end with it (a line without an
 * end does). Lines with an end of their own are kept apart. A line that another one in force replaces does not count twice. Lines in
 * several currencies are brought to the account's with the rates; without a rate there is no sum. A contract without
 * lines has the account's own figure, see `AmountFallback`.
 *
 * @param rates rows of cs_rates
 *
 * @example
 * sumDueLines({ endsOn: '2025-03-31' }, { startsOn: null, endsOn: '2025-03-31' }, [{ lineId: 'L', arrMinor: 875, currency: 'USD', startsOn: null, endsOn: null, status: 'active' }], '2024-11-24', { arrMinor: null, currency: null }, []).arrMinor
 * // => 875
 */
export function sumDueLines(
	contract: Contract,
	term: Term,
	lines: readonly ContractLine[],
	today: string,
	fallback: AmountFallback,
	rates: readonly RateRow[],
): RenewalAmount {
	// Lines of a contract that renewed itself carry the end of its first term, so they are judged by that one.
	const ends = contract.endsOn ?? term.endsOn;
	let on = ends !== null && ends < today ? ends : today;
	if (contract.startsOn !== null && contract.startsOn !== undefined && contract.startsOn > on)
		on = contract.startsOn;
	const current = linesInForce(lines, on);
	const due = current.filter(({ endsOn }) => endsOn === null || ends === null || endsOn === ends);
	const apart = due.length === current.length ? NO_LINES : current.filter((line) => !due.includes(line));
	const rest = { lines: due, apart, notConverted: NO_CURRENCIES, withoutAmount: 0 };
	if (due.length === 0) {
		if (lines.length > 0 || fallback.arrMinor === null) {
			return { ...rest, arrMinor: null, currency: fallback.currency, source: null };
		}
		return { ...rest, arrMinor: fallback.arrMinor, currency: fallback.currency, source: 'account' };
	}
	const [first] = due;
	if (due.length === 1 && first !== undefined && first.currency !== null) {
		const { arrMinor, currency } = first;
		const withoutAmount = arrMinor === null ? 1 : 0;
		const source = arrMinor === null ? null : 'lines';
		return { lines: due, apart, notConverted: NO_CURRENCIES, withoutAmount, arrMinor, currency, source };
	}
	const currencies = new Set(due.flatMap(({ currency }) => (currency === null ? [] : [currency])));
	const [only] = currencies;
	const currency = currencies.size === 1 ? (only as string) : (fallback.currency ?? only ?? null);
	// A line that does not say its currency is in that of its contract.
	const amounts = due.map((line) => ({ amountMinor: line.arrMinor, currency: line.currency ?? currency }));
	const sum = sumMoney(amounts, { reportCurrency: currency, onDay: today, rates });
	return {
		...rest,
		arrMinor: sum.totalMinor,
		currency,
		source: sum.totalMinor === null ? null : 'lines',
		withoutAmount: sum.withoutAmount,
		notConverted: sum.notConverted.map((one) => one.currency),
	};
}

/** Lines that run on a day; one that another of them replaces does not. */
function linesInForce(lines: readonly ContractLine[], on: string): readonly ContractLine[] {
	let replaces = false;
	const running = lines.filter((line) => {
		if (line.status === 'superseded' || line.status === 'ended') return false;
		if (line.startsOn !== null && line.startsOn > on) return false;
		if (line.endsOn !== null && line.endsOn < on) return false;
		if (line.replacesLineId !== null && line.replacesLineId !== undefined) replaces = true;
		return true;
	});
	if (!replaces) return running;
	const replaced = new Set(running.map(({ replacesLineId }) => replacesLineId));
	return running.filter(({ lineId }) => !replaced.has(lineId));
}
