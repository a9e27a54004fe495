import type { RateRow } from '../core/convertMoney';
import type { ForecastCategory } from './RenewalForecast';
import type { ForecastRow } from './ForecastSnapshot';

/** What became of a contract that fell due. Whole minor units. */
export interface RenewalOutcome {
	readonly contractId: string;
	readonly accountId: string;
	/** YYYY-MM-DD */
	readonly dueOn: string;
	readonly currency: string;
	readonly dueMinor: number;
	/** No more than was due. */
	readonly renewedMinor: number;
	/** Day on which the renewal was recorded; null: it was not (yet). */
	readonly settledOn: string | null;
	/** Renewed, or lost for good; false: nobody knows yet. */
	readonly decided: boolean;
	readonly ownerId: string | null;
	readonly segment: string | null;
}

/** A row of cs_forecasts beside what it came to. */
export interface ScoredForecast extends ForecastRow {
	/** `scored`, `open` (its period is not over and settled), `no_rate`, `not_traceable` (the contracts behind it were not frozen). */
	readonly status: 'scored' | 'open' | 'no_rate' | 'not_traceable';
	/** Forecast minus actual, minor units. */
	readonly errorMinor: number | null;
	/** Whether the actual lies inside the 80 % interval; null: there is none. */
	readonly inside80: boolean | null;
	/** Days from the forecast to the end of its period. */
	readonly horizonDays: number | null;
}

/** One frozen contract of one forecast with what became of it. */
export interface ScoredContract {
	readonly forecastId: string;
	readonly madeOn: string;
	readonly contractId: string;
	/** YYYY-MM in which it fell due. */
	readonly period: string;
	readonly category: ForecastCategory | null;
	/** true: a person called the category; false: the probability did. */
	readonly called: boolean;
	readonly currency: string;
	readonly amountMinor: number;
	/** Expected value, minor units; null: no probability. */
	readonly weightedMinor: number | null;
	readonly outcome: RenewalOutcome;
}

/** Whose forecasts are judged. */
export type AccuracyGroup = 'all' | 'owner' | 'segment' | 'horizon';

/** Errors of the forecasts of one kind, of months that are settled. Ratios are of the actual amounts; null: they are 0. */
export interface AccuracyRow {
	readonly group: AccuracyGroup;
	readonly key: string | null;
	/** due, commit, most_likely, best, weighted. */
	readonly category: string;
	readonly currency: string;
	/** Forecasts judged, each of one month. */
	readonly forecasts: number;
	readonly forecastMinor: number;
	readonly actualMinor: number;
	/** Sum of absolute errors over sum of actual amounts, from 0. */
	readonly wape: number | null;
	/** Sum of errors over sum of actual amounts; above 0 is too much. */
	readonly bias: number | null;
	/** Share of actual amounts inside the 80 % interval, 0 to 1; null: there is none. */
	readonly coverage80: number | null;
}

/** What became of contracts by the category that they were frozen in. Each forecast of a contract counts once. */
export interface ConversionRow {
	readonly category: ForecastCategory;
	readonly currency: string;
	readonly contracts: number;
	readonly amountMinor: number;
	readonly renewedMinor: number;
	/** Renewed amount over forecast amount; null: it is 0. */
	readonly conversion: number | null;
	/** Recorded after the month in which it was due, or still open after it. */
	readonly slippedContracts: number;
	readonly slippedMinor: number;
	/** 0 to 1; null: nothing was forecast. */
	readonly slippage: number | null;
	/** Not decided yet: in none of the renewed amounts. */
	readonly openContracts: number;
}

/** Where a person and the model said different things. */
export interface CallComparison {
	readonly currency: string;
	/** Contracts with a call and a probability that are decided. */
	readonly compared: number;
	readonly disagreed: number;
	readonly callRight: number;
	readonly modelRight: number;
	readonly callRightMinor: number;
	readonly modelRightMinor: number;
	/** Mean squared error of the model's probability on all compared, 0 to 1; null: none. */
	readonly modelBrier: number | null;
}

export interface AccuracyOptions {
	/** YYYY-MM-DD up to which outcomes are known. */
	readonly asOfOn: string;
	/** So many days after the end of a period it counts as settled. */
	readonly graceDays: number;
	readonly rates: readonly RateRow[];
}

export interface AccuracyLedger {
	readonly rows: readonly ScoredForecast[];
	readonly accuracy: readonly AccuracyRow[];
	readonly conversions: readonly ConversionRow[];
	readonly calls: readonly CallComparison[];
}
