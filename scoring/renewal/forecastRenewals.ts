import { createConverter } from './createConverter';
import { createShock } from './createShock';
import { measureScope, type MeasuredScope, type ScopeCases } from './measureScope';
import { placeCases } from './placeCases';
import type {
	ForecastCase,
	ForecastDimension,
	ForecastOptions,
	PlacedCase,
	RenewalForecast,
	ScopeForecast,
} from './RenewalForecast';
import { roundToSum } from './roundToSum';

const KEYS: ReadonlyArray<readonly [ForecastDimension, (one: PlacedCase) => string | null]> = [
	['portfolio', () => null],
	['month', ({ period }) => period],
	['owner', ({ ownerId }) => ownerId],
	['segment', ({ segment }) => segment],
	['category', ({ category }) => category],
];

/**
 * Forecast of renewed recurring revenue: commit, most likely, best and weighted, with the distribution of the amount and of the number of
 * renewals, for the portfolio and by month, owner, segment, category and currency. Amounts of several currencies are added only when
 * all have a rate to the report currency (each contract is converted and rounded by itself, so parts add up); else every part stands once
 * per currency. Weighted amounts of the parts add up to that of the portfolio. Contracts that cannot count are counted by reason.
 *
 * @example
 * forecastRenewals([{ contractId: 'c', arrMinor: 875, currency: 'USD', dueOn: '2025-03-31', probability: 0.94, call: null, outcome: null, renewedMinor: null }], { asOfOn: '2024-11-24', untilOn: '2025-12-31', limits: { commit: 0.9, mostLikely: 0.7, best: 0.4 }, shockSd: 0, defaultProbability: null, reportCurrency: null, rates: [] }).scopes[0].commitMinor
 * // => 875
 */
export function forecastRenewals(cases: readonly ForecastCase[], options: ForecastOptions): RenewalForecast {
	const { placed, leftOut } = placeCases(cases, options);
	const own = groupCases(placed, ({ currency }) => currency);
	const { inReport, notConverted } = convertCases(placed, [...own.keys()], options);
	const scopes: ScopeCases[] = [];
	if (inReport !== null) {
		const currency = options.reportCurrency as string;
		for (const [dimension, keyOf] of KEYS) scopes.push(...split(inReport, dimension, keyOf, currency, true));
		if (own.size > 1) {
			for (const [code, list] of own)
				scopes.push(...split(list, 'currency', () => code, code as string, false));
		}
	} else {
		for (const [dimension, keyOf] of KEYS) {
			for (const [code, list] of own) scopes.push(...split(list, dimension, keyOf, code as string, false));
		}
	}
	const shock = createShock(options.shockSd);
	return {
		scopes: roundWeighted(scopes.map((scope) => measureScope(scope, shock))),
		cases: placed,
		leftOut,
		notConverted,
	};
}

function groupCases(
	cases: readonly PlacedCase[],
	keyOf: (one: PlacedCase) => string | null,
): ReadonlyMap<string | null, PlacedCase[]> {
	const groups = new Map<string | null, PlacedCase[]>();
	for (const one of cases) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [one]);
		else group.push(one);
	}
	// What has no key stands last.
	const order = [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
	return new Map(order);
}

function split(
	cases: readonly PlacedCase[],
	dimension: ForecastDimension,
	keyOf: (one: PlacedCase) => string | null,
	currency: string,
	converted: boolean,
): ScopeCases[] {
	return [...groupCases(cases, keyOf)].map(([key, list]) => ({
		dimension,
		key,
		currency,
		converted,
		cases: list,
	}));
}

/** null: no report currency, or a currency without a rate to it. */
function convertCases(
	placed: readonly PlacedCase[],
	currencies: ReadonlyArray<string | null>,
	{ reportCurrency, asOfOn, rates }: ForecastOptions,
): { inReport: PlacedCase[] | null; notConverted: string[] } {
	if (reportCurrency === null) return { inReport: null, notConverted: [] };
	const convert = createConverter(reportCurrency, asOfOn, rates);
	const notConverted = currencies.filter(
		(code): code is string => code !== null && convert(0, code) === null,
	);
	if (notConverted.length > 0) return { inReport: null, notConverted };
	const inReport = placed.map((one) => ({
		...one,
		arrMinor: convert(one.arrMinor, one.currency) as number,
		renewedMinor: one.renewedMinor === null ? null : convert(one.renewedMinor, one.currency),
	}));
	return { inReport, notConverted };
}

/** Parts of one dimension in one currency add up to the portfolio. */
function roundWeighted(measured: readonly MeasuredScope[]): ScopeForecast[] {
	const rounded = new Map<MeasuredScope, number>();
	const parts = new Map<string, MeasuredScope[]>();
	for (const scope of measured) {
		const key = JSON.stringify([scope.dimension, scope.currency]);
		parts.set(key, [...(parts.get(key) ?? []), scope]);
	}
	for (const list of parts.values()) {
		const whole = roundToSum(list.map(({ weighted }) => weighted));
		for (const [index, scope] of list.entries()) rounded.set(scope, whole[index] as number);
	}
	return measured.map((scope) => {
		const { weighted, ...rest } = scope;
		return { ...rest, weightedMinor: rounded.get(scope) ?? weighted };
	});
}
