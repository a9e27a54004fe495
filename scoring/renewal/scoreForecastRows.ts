import { addDays } from '../core/addDays';
import { daysBetween } from '../core/daysBetween';
import type { AccuracyOptions, RenewalOutcome, ScoredContract, ScoredForecast } from './Accuracy';
import { createConverter } from './createConverter';
import type { ForecastRow } from './ForecastSnapshot';
import { parseScope } from './parseScope';
import { periodDays } from './periodDays';

/**
 * Puts the actual amount beside each frozen forecast whose period is over and settled: of `due` what fell due, of all others what of it
 * was renewed. An amount in a report currency is converted at the rates of the day of the forecast, so that a rate is no forecast
 * error. Rows of contracts stay as they are. Whole minor units.
 *
 * @example
 * scoreForecastRows([{ scope: 'month:2025-03/weighted', category: 'weighted', period: '2025-03', made_on: '2025-01-10', currency: 'USD', amount_minor: 90, low_80_minor: 80, high_80_minor: 100 }], [{ dueOn: '2025-03-31', currency: 'USD', renewedMinor: 95 }], [], { asOfOn: '2025-06-30', graceDays: 30, rates: [] })[0].errorMinor
 * // => -5
 */
export function scoreForecastRows(
	rows: readonly ForecastRow[],
	outcomes: readonly RenewalOutcome[],
	contracts: readonly ScoredContract[],
	options: AccuracyOptions,
): ScoredForecast[] {
	const categories = new Map<string, Map<string, string | null>>();
	for (const { forecastId, contractId, category } of contracts) {
		const own = categories.get(forecastId) ?? new Map<string, string | null>();
		categories.set(forecastId, own.set(contractId, category));
	}
	return rows.flatMap((row): ScoredForecast[] => {
		const scope = parseScope(row.scope, row.category);
		if (scope === null || scope.dimension === 'contract' || scope.key === 'overdue') return [];
		const days = periodDays(row.period);
		const base = {
			...row,
			errorMinor: null,
			inside80: null,
			horizonDays: days === null ? null : daysBetween(row.made_on, days.untilOn),
		};
		if (days === null || addDays(days.untilOn, options.graceDays) >= options.asOfOn)
			return [{ ...base, status: 'open' }];
		const frozen = categories.get(row.forecast_id);
		if (scope.dimension === 'category' && frozen === undefined) return [{ ...base, status: 'not_traceable' }];
		const inPeriod = (one: RenewalOutcome): boolean =>
			one.dueOn <= days.untilOn &&
			(one.dueOn >= days.fromOn || caughtUp(one, row, days.fromOn, scope.dimension));
		const counts = (one: RenewalOutcome): boolean => {
			if (!inPeriod(one)) return false;
			if (scope.dimension === 'owner') return one.ownerId === scope.key;
			if (scope.dimension === 'segment') return one.segment === scope.key;
			if (scope.dimension === 'currency') return one.currency === scope.key;
			return scope.dimension !== 'category' || (frozen?.get(one.contractId) ?? null) === scope.key;
		};
		const inCurrency = row.scope.endsWith(`/${row.currency}`);
		const convert = createConverter(row.currency, row.made_on, options.rates);
		let actual = 0;
		for (const one of outcomes) {
			if (!counts(one) || (inCurrency && one.currency !== row.currency)) continue;
			const worth = convert(scope.what === 'due' ? one.dueMinor : one.renewedMinor, one.currency);
			if (worth === null) return [{ ...base, status: 'no_rate' }];
			actual += worth;
		}
		const { amount_minor: amount, low_80_minor: low, high_80_minor: high } = row;
		return [
			{
				...base,
				actual_minor: actual,
				status: 'scored',
				errorMinor: amount === null ? null : amount - actual,
				inside80: low === null || high === null ? null : actual >= low && actual <= high,
			},
		];
	});
}

/** Overdue when the forecast was made and renewed after it: the amounts of everything but single months hold it. */
function caughtUp(one: RenewalOutcome, row: ForecastRow, fromOn: string, dimension: string): boolean {
	return dimension !== 'month' && one.dueOn < fromOn && one.settledOn !== null && one.settledOn > row.made_on;
}
