import type { IDataObject } from 'n8n-workflow';

import type { RenewalForecast } from '../../../scoring/renewal/RenewalForecast';
import type { ForecastFrame } from './writeDistribution';

export interface ForecastCounts {
	readonly read: number;
	readonly faulty: number;
	readonly skipped: number;
}

/** One item on the whole forecast: what was counted, what was not and why, and the headline of each currency. */
export function writeForecastSummary(
	forecast: RenewalForecast,
	counts: ForecastCounts,
	frame: ForecastFrame,
): IDataObject {
	const { leftOut, cases, scopes, notConverted } = forecast;
	const totals = scopes.filter(({ dimension }) => dimension === 'portfolio');
	return {
		run_id: frame.runId,
		forecast_id: frame.forecastId,
		as_of_on: frame.asOfOn,
		until_on: frame.untilOn,
		...counts,
		forecast: cases.length,
		outside: leftOut.outside,
		without_due_date: leftOut.withoutDueDate,
		without_amount: leftOut.withoutAmount,
		without_currency: leftOut.withoutCurrency,
		without_probability: cases.filter(({ probability }) => probability === null).length,
		not_converted: notConverted.join(', '),
		model_version: frame.modelVersion,
		details: {
			totals: totals.map((scope) => ({
				currency: scope.currency,
				contracts: scope.contracts,
				due_minor: scope.dueMinor,
				commit_minor: scope.commitMinor,
				most_likely_minor: scope.mostLikelyMinor,
				best_minor: scope.bestMinor,
				weighted_minor: scope.weightedMinor,
				low_80_minor: scope.arr.interval80.low,
				high_80_minor: scope.arr.interval80.high,
			})),
		},
	};
}
