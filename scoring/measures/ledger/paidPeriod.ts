import { isDay } from '../../core/isDay';
import { periodRange, type DayRange } from './periodRange';
import type { LedgerSummary } from './sumLedger';
import { VALUE_KINDS } from './valueKinds';

/**
 * The days for which value and cost are compared: the window, else the days from the first to the last value that counts; from the start of the
 * customer on, because nobody pays before it. null: there is neither a window nor dated value.
 *
 * @param startedOn first day as a customer; null, no day, or a day after the period changes nothing
 *
 * @example
 * paidPeriod({ within: [] }, { fromOn: '2025-01-01', toOn: '2025-12-31' }, '2025-07-01')
 * // => { fromOn: '2025-07-01', toOn: '2025-12-31' }
 */
export function paidPeriod(
	ledger: Pick<LedgerSummary, 'within'>,
	window: DayRange | null,
	startedOn: string | null,
): DayRange | null {
	const period = window ?? spanOf(ledger);
	if (period === null || !isDay(startedOn) || startedOn <= period.fromOn || startedOn > period.toOn)
		return period;
	return { fromOn: startedOn, toOn: period.toOn };
}

function spanOf({ within }: Pick<LedgerSummary, 'within'>): DayRange | null {
	let span = null as DayRange | null;
	for (const { entry, state } of within) {
		const isValue = VALUE_KINDS.includes(entry.kind ?? '');
		const range = state === 'counted' && isValue && entry.period !== null ? periodRange(entry.period) : null;
		if (range === null) continue;
		span = {
			fromOn: span !== null && span.fromOn < range.fromOn ? span.fromOn : range.fromOn,
			toOn: span !== null && span.toOn > range.toOn ? span.toOn : range.toOn,
		};
	}
	return span;
}
