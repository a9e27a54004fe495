import type { CanonicalObject, CanonicalRow } from '../../../scoring/core/CanonicalModel';
import { convertMoney, type RateRow } from '../../../scoring/core/convertMoney';
import { modelOf } from '../../../scoring/core/modelOf';
import { latestRates } from '../../../scoring/health/latestRates';

const isRate = (row: Readonly<Record<string, unknown>>): boolean =>
	'from_currency' in row && 'to_currency' in row && 'rate' in row;

export interface ReportAmounts {
	/** Amounts of a row in the report currency, by field: `arr_minor` gives `arr_report_minor`; null: unknown, or no rate. */
	readonly of: (
		object: CanonicalObject,
		row: CanonicalRow,
	) => Readonly<Record<string, number | string | null>>;
	/** Currencies without a rate, with the number of amounts left out. */
	readonly missing: ReadonlyMap<string, number>;
}

/**
 * Gives amounts in one currency beside their own, with the latest rates of or before a day. An amount without a rate is null and counted: it is
 * never taken as it stands.
 *
 * @param onDay YYYY-MM-DD
 */
export function reportAmounts(
	currency: string,
	onDay: string,
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): ReportAmounts {
	const given = rows.filter(isRate).map(
		(row): RateRow => ({
			day_on: String(row.day_on),
			from_currency: String(row.from_currency),
			to_currency: String(row.to_currency),
			rate: Number(row.rate),
		}),
	);
	const rates = latestRates(given, onDay);
	const missing = new Map<string, number>();
	return {
		missing,
		of: (object, row) => {
			if (currency === '') return {};
			const money = modelOf(object).fields.filter(({ kind }) => kind === 'money');
			const converted = money.map(({ name }) => {
				const amountMinor = row[name];
				const from = row.currency;
				const isKnown = typeof amountMinor === 'number' && typeof from === 'string';
				const amount = isKnown ? convertMoney({ amountMinor, currency: from }, currency, onDay, rates) : null;
				if (isKnown && amount === null) missing.set(from, (missing.get(from) ?? 0) + 1);
				return [name.replace(/_minor$/, '_report_minor'), amount] as const;
			});
			if (converted.length === 0) return {};
			return { ...Object.fromEntries(converted), report_currency: currency };
		},
	};
}
