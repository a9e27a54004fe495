import { addDays } from '../core/addDays';
import { daysBetween } from '../core/daysBetween';
import type { AccuracyGroup, AccuracyOptions, AccuracyRow, ScoredContract, ScoredForecast } from './Accuracy';
import { parseScope } from './parseScope';
import { periodDays } from './periodDays';

const HORIZONS: ReadonlyArray<readonly [number, string]> = [
	[30, '0-30'],
	[90, '31-90'],
	[180, '91-180'],
	[Number.POSITIVE_INFINITY, '181+'],
];

interface Unit {
	readonly group: AccuracyGroup;
	readonly key: string | null;
	readonly category: string;
	readonly currency: string;
	forecast: number;
	actual: number;
	inside80: boolean | null;
}

/**
 * WAPE, bias and coverage of the forecasts of single months: over all and by days ahead from the frozen month rows, by owner and segment
 * from the frozen contracts (expected values of a month added up). Only months that are settled count.
 *
 * @example
 * measureAccuracy([{ scope: 'month:2025-03/weighted', category: 'weighted', currency: 'USD', status: 'scored', horizonDays: 80, amount_minor: 90, actual_minor: 100, errorMinor: -10, inside80: true }], [], { asOfOn: '2025-12-31', graceDays: 30 })[0].wape
 * // => 0.1
 */
export function measureAccuracy(
	rows: readonly ScoredForecast[],
	contracts: readonly ScoredContract[],
	options: AccuracyOptions,
): AccuracyRow[] {
	const units: Unit[] = [];
	for (const row of rows) {
		const {
			status,
			amount_minor: forecast,
			actual_minor: actual,
			category,
			currency,
			inside80,
			horizonDays,
		} = row;
		if (status !== 'scored' || forecast === null || actual === null) continue;
		if (parseScope(row.scope, category)?.dimension !== 'month') continue;
		const unit = { category, currency, forecast, actual, inside80 };
		units.push({ group: 'all', key: null, ...unit });
		// How far ahead it looked is not known: it is no short one.
		if (horizonDays === null) continue;
		const ahead = HORIZONS.find(([days]) => horizonDays <= days)?.[1] ?? null;
		units.push({ group: 'horizon', key: ahead, ...unit });
	}
	units.push(...contractUnits(contracts, options));
	const groups = new Map<string, Unit[]>();
	for (const unit of units) {
		const name = JSON.stringify([unit.group, unit.key, unit.category, unit.currency]);
		groups.set(name, [...(groups.get(name) ?? []), unit]);
	}
	return [...groups.values()].map(summarise);
}

/** One unit per forecast, month and owner, and one per segment. */
function contractUnits(contracts: readonly ScoredContract[], { asOfOn, graceDays }: AccuracyOptions): Unit[] {
	const units = new Map<string, Unit>();
	for (const { forecastId, period, currency, weightedMinor, outcome, madeOn } of contracts) {
		const end = periodDays(period)?.untilOn;
		if (end === undefined || weightedMinor === null || addDays(end, graceDays) >= asOfOn) continue;
		if ((daysBetween(madeOn, end) ?? -1) < 0) continue;
		const actual = outcome.dueOn.slice(0, 7) === period ? outcome.renewedMinor : 0;
		for (const [group, key] of [
			['owner', outcome.ownerId],
			['segment', outcome.segment],
		] as const) {
			const name = JSON.stringify([forecastId, period, currency, group, key]);
			const empty: Unit = {
				group,
				key,
				category: 'weighted',
				currency,
				forecast: 0,
				actual: 0,
				inside80: null,
			};
			const unit = units.get(name) ?? empty;
			unit.forecast += weightedMinor;
			unit.actual += actual;
			units.set(name, unit);
		}
	}
	return [...units.values()];
}

function summarise(units: readonly Unit[]): AccuracyRow {
	const { group, key, category, currency } = units[0] as Unit;
	let [forecastMinor, actualMinor, size, missed, inside, judged] = [0, 0, 0, 0, 0, 0];
	for (const { forecast, actual, inside80 } of units) {
		forecastMinor += forecast;
		actualMinor += actual;
		size += Math.abs(actual);
		missed += Math.abs(forecast - actual);
		if (inside80 !== null) judged++;
		if (inside80 === true) inside++;
	}
	return {
		group,
		key,
		category,
		currency,
		forecasts: units.length,
		forecastMinor,
		actualMinor,
		wape: size > 0 ? missed / size : null,
		bias: size > 0 ? (forecastMinor - actualMinor) / size : null,
		coverage80: judged > 0 ? inside / judged : null,
	};
}
