import type { AccuracyLedger, AccuracyOptions, RenewalOutcome } from './Accuracy';
import { compareCalls } from './compareCalls';
import type { ForecastRow } from './ForecastSnapshot';
import { measureAccuracy } from './measureAccuracy';
import { measureConversion } from './measureConversion';
import { scoreForecastRows } from './scoreForecastRows';
import { traceContracts } from './traceContracts';

/**
 * The accuracy ledger: every frozen forecast beside what it came to, WAPE and bias over all, by days ahead, owner and segment, conversion and
 * slippage by category, and who was right where a person and the model disagreed. Forecasts whose period is not settled stay open.
 *
 * @example
 * scoreForecasts([], [], { asOfOn: '2025-12-31', graceDays: 30, rates: [] })
 * // => { rows: [], accuracy: [], conversions: [], calls: [] }
 */
export function scoreForecasts(
	rows: readonly ForecastRow[],
	outcomes: readonly RenewalOutcome[],
	options: AccuracyOptions,
): AccuracyLedger {
	const contracts = traceContracts(rows, outcomes);
	const scored = scoreForecastRows(rows, outcomes, contracts, options);
	return {
		rows: scored,
		accuracy: measureAccuracy(scored, contracts, options),
		conversions: measureConversion(contracts, options),
		calls: compareCalls(contracts),
	};
}
