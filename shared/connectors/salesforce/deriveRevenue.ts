import type { RawRecord } from '../Source';
import { dealKind } from './dealKind';

/** Facts about one account that its contracts or won opportunities tell, beside its fields. */
export type DerivedFields = Readonly<Record<string, unknown>>;

interface Part {
	readonly amount: number;
	readonly currency: string;
}

/** The sum as `@arr` (major units) with `@currency`; parts in two currencies are not added up, none is not 0. */
function sum(parts: readonly Part[]): DerivedFields {
	const currencies = new Set(parts.map(({ currency }) => currency));
	const [currency = ''] = currencies;
	if (currencies.size !== 1) return {};
	const arr = parts.reduce((total, { amount }) => total + amount, 0);
	return { '@arr': arr, ...(currency !== '' && { '@currency': currency }) };
}

function partsOf(records: readonly RawRecord[], field: string): Part[] {
	return records.flatMap(({ fields }) => {
		const { CurrencyIsoCode: currency, [field]: amount } = fields;
		return typeof amount === 'number'
			? [{ amount, currency: typeof currency === 'string' ? currency : '' }]
			: [];
	});
}

/** From running contracts: what the mapped field says they are worth a year, and as `@renewal` the day the last of them ends. */
export function deriveFromContracts(contracts: readonly RawRecord[], arrField: string): DerivedFields {
	const ends = contracts.map(({ fields }) => String(fields.EndDate)).sort();
	return { ...sum(partsOf(contracts, arrField)), ...(ends.length > 0 && { '@renewal': ends.at(-1) }) };
}

/** From won opportunities: their amounts. A renewal that was won renews all before it, so what closed earlier no longer counts. */
export function deriveFromOpportunities(won: readonly RawRecord[]): DerivedFields {
	const closedOn = ({ fields }: RawRecord) => String(fields.CloseDate);
	const renewals = won.filter(({ fields }) => dealKind(fields.Type) === 'renewal').map(closedOn);
	const renewedOn = renewals.sort().at(-1) ?? '';
	return sum(
		partsOf(
			won.filter((deal) => closedOn(deal) >= renewedOn),
			'Amount',
		),
	);
}
