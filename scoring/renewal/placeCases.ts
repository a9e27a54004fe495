import { isDay } from '../core/isDay';
import { categoriseRenewal } from './categoriseRenewal';
import type { ForecastCase, ForecastOptions, LeftOut, PlacedCase } from './RenewalForecast';

const MONTH_LENGTH = 7;

/**
 * Which contracts count in a forecast, and in which month and category. An open one whose last day lies before the month of the forecast is
 * `overdue`; a settled one from before then is past. Contracts without a due date, an amount or a currency are in no amount, and counted.
 *
 * @example
 * placeCases([{ dueOn: null }], { asOfOn: '2026-01-15', untilOn: '2026-12-31' }).leftOut.withoutDueDate
 * // => 1
 */
export function placeCases(
	cases: readonly ForecastCase[],
	options: ForecastOptions,
): { placed: PlacedCase[]; leftOut: LeftOut } {
	const month = options.asOfOn.slice(0, MONTH_LENGTH);
	const placed: PlacedCase[] = [];
	const leftOut = { withoutDueDate: 0, outside: 0, withoutAmount: 0, withoutCurrency: 0 };
	for (const one of cases) {
		const { dueOn, arrMinor, currency, outcome } = one;
		if (dueOn === null || !isDay(dueOn)) leftOut.withoutDueDate++;
		else if (dueOn > options.untilOn || (dueOn.slice(0, MONTH_LENGTH) < month && outcome !== null))
			leftOut.outside++;
		else if (arrMinor === null || !Number.isFinite(arrMinor)) leftOut.withoutAmount++;
		else if (currency === null || currency === '') leftOut.withoutCurrency++;
		else {
			const own = dueOn.slice(0, MONTH_LENGTH);
			placed.push({
				...one,
				dueOn,
				arrMinor,
				currency,
				probability: settledProbability(one, options),
				category: categoriseRenewal(one, options.limits),
				period: own < month ? 'overdue' : own,
			});
		}
	}
	return { placed, leftOut };
}

/** Of a settled renewal 1 or 0; else its own, held inside 0 and 1, or the default. */
function settledProbability({ outcome, probability }: ForecastCase, options: ForecastOptions): number | null {
	if (outcome !== null) return outcome === 'renewed' ? 1 : 0;
	const known =
		probability !== null && Number.isFinite(probability) ? probability : options.defaultProbability;
	return known === null ? null : Math.min(1, Math.max(0, known));
}
