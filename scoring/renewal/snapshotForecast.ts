import { roundHalfUp } from '../core/roundHalfUp';
import type { ForecastRow } from './ForecastSnapshot';
import type { ForecastOptions, PlacedCase, RenewalForecast, ScopeForecast } from './RenewalForecast';

/** Which contracts get rows of their own, without which neither slippage nor calls can be judged later. */
export type FrozenContracts = 'all' | 'calls' | 'none';

export interface SnapshotOptions extends Pick<ForecastOptions, 'asOfOn' | 'untilOn'> {
	readonly forecastId: string;
	readonly modelVersion: string;
	/** `calls`: those with a call of a person. */
	readonly contracts: FrozenContracts;
}

/**
 * Freezes a forecast into rows of cs_forecasts: per part of the portfolio the amount due, commit, most likely, best and weighted (with its 80 %
 * interval), and per contract its amount under its category and its expected value. The scope names part, amount and, where a part
 * stands once per currency, the currency: it is unique within a forecast.
 *
 * @example
 * snapshotForecast({ scopes: [], cases: [] }, { forecastId: 'f', modelVersion: '1', contracts: 'all', asOfOn: '2026-01-15', untilOn: '2026-12-31' })
 * // => []
 */
export function snapshotForecast(forecast: RenewalForecast, options: SnapshotOptions): ForecastRow[] {
	const rows = forecast.scopes.flatMap((scope) => scopeRows(scope, options));
	if (options.contracts !== 'none') {
		for (const one of forecast.cases) {
			if (options.contracts === 'all' || one.call !== null) rows.push(...contractRows(one, options));
		}
	}
	return rows;
}

function scopeRows(scope: ScopeForecast, options: SnapshotOptions): ForecastRow[] {
	const { dimension, key, currency, arr } = scope;
	const name = dimension === 'portfolio' ? 'portfolio' : `${dimension}:${key ?? 'none'}`;
	const period = dimension === 'month' && key !== null ? key : horizonOf(options);
	const row = (category: string, amount_minor: number): ForecastRow => ({
		...base(options),
		scope: `${name}/${category}${scope.converted || dimension === 'currency' ? '' : `/${currency}`}`,
		period,
		category,
		currency,
		amount_minor,
		low_80_minor: category === 'weighted' ? arr.interval80.low : null,
		high_80_minor: category === 'weighted' ? arr.interval80.high : null,
	});
	return [
		row('due', scope.dueMinor),
		row('commit', scope.commitMinor),
		row('most_likely', scope.mostLikelyMinor),
		row('best', scope.bestMinor),
		row('weighted', scope.weightedMinor),
	];
}

function contractRows(one: PlacedCase, options: SnapshotOptions): ForecastRow[] {
	const row = (category: string, amount_minor: number): ForecastRow => ({
		...base(options),
		scope: `contract:${one.contractId}/${category === 'weighted' ? 'weighted' : one.call === null ? 'model' : 'call'}`,
		period: one.dueOn.slice(0, 7),
		category,
		currency: one.currency,
		amount_minor,
		low_80_minor: null,
		high_80_minor: null,
	});
	const rows = one.category === null ? [] : [row(one.category, one.arrMinor)];
	if (one.probability !== null) rows.push(row('weighted', roundHalfUp(one.arrMinor * one.probability)));
	return rows;
}

const horizonOf = ({ asOfOn, untilOn }: SnapshotOptions): string =>
	`${asOfOn.slice(0, 7)}..${untilOn.slice(0, 7)}`;

const base = (options: SnapshotOptions) => ({
	forecast_id: options.forecastId,
	made_on: options.asOfOn,
	actual_minor: null,
	model_version: options.modelVersion,
});
