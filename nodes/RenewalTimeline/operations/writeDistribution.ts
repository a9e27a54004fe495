import type { IDataObject } from 'n8n-workflow';

import type { ScopeForecast } from '../../../scoring/renewal/RenewalForecast';

export interface ForecastFrame {
	readonly runId: string | null;
	readonly asOfOn: string;
	readonly untilOn: string;
	readonly forecastId: string;
	readonly modelVersion: string;
}

/** One part of the portfolio with its four forecasts, both intervals of the renewed revenue, and those of the number of renewals. */
export function writeDistribution(scope: ScopeForecast, frame: ForecastFrame): IDataObject {
	const { arr, count } = scope;
	return {
		forecast_id: frame.forecastId,
		as_of_on: frame.asOfOn,
		until_on: frame.untilOn,
		dimension: scope.dimension,
		key: scope.key,
		currency: scope.currency,
		contracts: scope.contracts,
		due_minor: scope.dueMinor,
		closed_minor: scope.closedMinor,
		commit_minor: scope.commitMinor,
		most_likely_minor: scope.mostLikelyMinor,
		best_minor: scope.bestMinor,
		weighted_minor: scope.weightedMinor,
		low_80_minor: arr.interval80.low,
		high_80_minor: arr.interval80.high,
		low_95_minor: arr.interval95.low,
		high_95_minor: arr.interval95.high,
		median_minor: arr.median,
		sd_minor: Math.round(arr.sd),
		renewals_expected: Math.round(count.mean * 1e6) / 1e6,
		renewals_low_80: count.interval80.low,
		renewals_high_80: count.interval80.high,
		renewals_low_95: count.interval95.low,
		renewals_high_95: count.interval95.high,
		method: arr.method,
		without_probability: scope.withoutProbability,
		without_probability_minor: scope.withoutProbabilityMinor,
		converted: scope.converted,
		model_version: frame.modelVersion,
		run_id: frame.runId,
		details: {
			quantiles: arr.quantiles.map(({ share, value }) => [share, value]),
			renewals_quantiles: count.quantiles.map(({ share, value }) => [share, value]),
			bin_minor: arr.bin,
		},
	};
}
