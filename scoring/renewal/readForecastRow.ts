import type { Issue, Outcome } from '../core/issue';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { dayIn } from './dayIn';
import type { ForecastRow } from './ForecastSnapshot';

/**
 * A row of cs_forecasts as it comes back from its table. Without forecast, scope, day, period, category or currency nobody can say what
 * was forecast: an error.
 *
 * @example
 * readForecastRow({ forecast_id: 'f', scope: 'portfolio/due', made_on: '2025-01-01', period: '2025-01', category: 'due', currency: 'USD', amount_minor: '5' }).value.amount_minor
 * // => 5
 */
export function readForecastRow(row: Row): Outcome<ForecastRow> {
	const madeOn = dayIn(row, 'made_on');
	const texts = ['forecast_id', 'scope', 'period', 'category', 'currency'].map((column) => {
		const value = row[column];
		return value === null || value === undefined || value === '' ? null : String(value);
	});
	const [forecastId, scope, period, category, currency] = texts;
	if (!forecastId || !scope || !period || !category || !currency || typeof madeOn !== 'string') {
		const issue: Issue = {
			code: 'no-forecast',
			path: 'scope',
			message: `Row "${String(row.scope ?? '').slice(0, 60)}" is no frozen forecast: forecast_id, scope, made_on, period, category or currency is missing.`,
			remedy: 'Connect the rows of cs_forecasts to the first input.',
			severity: 'error',
		};
		return { ok: false, issues: [issue] };
	}
	return {
		ok: true,
		value: {
			forecast_id: forecastId,
			scope,
			made_on: madeOn,
			period,
			category,
			currency: currency.toUpperCase(),
			amount_minor: numberIn(row, 'amount_minor'),
			low_80_minor: numberIn(row, 'low_80_minor'),
			high_80_minor: numberIn(row, 'high_80_minor'),
			actual_minor: numberIn(row, 'actual_minor'),
			model_version: String(row.model_version ?? ''),
		},
		warnings: [],
	};
}
