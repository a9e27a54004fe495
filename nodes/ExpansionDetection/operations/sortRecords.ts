import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';
import type { PriceRow } from '../../../scoring/expansion/Opportunity';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import { numberIn } from '../../../scoring/measures/numberIn';
import { recordKind } from '../../../scoring/measures/recordKind';
import type { AccountRecords } from '../../../scoring/measures/Records';
import { filledText } from '../../../shared/filledText';
import { listRows } from '../../../shared/n8n/listRows';
import { readInput } from '../../../shared/n8n/readInput';

/** What stands on the Records input, sorted by table. */
export interface SortedRecords {
	/** Rows of the history tables by account id. */
	readonly byAccount: ReadonlyMap<string, AccountRecords>;
	/** Rows of cs_events by account id. */
	readonly events: ReadonlyMap<string, readonly IDataObject[]>;
	/** Rows of cs_accounts by account id. */
	readonly accounts: ReadonlyMap<string, IDataObject>;
	/** Latest value of each score by account id, from rows of cs_scores. */
	readonly scores: ReadonlyMap<string, Readonly<Record<string, number>>>;
	readonly prices: readonly PriceRow[];
	readonly rates: readonly RateRow[];
	/** Rows of none of these tables, or without an account. */
	readonly unknown: number;
}

const ACCOUNT_COLUMNS = ['lifecycle_stage', 'renewal_on', 'arr_minor', 'mrr_minor', 'domain', 'row_hash'];
const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Sorts the rows of these inputs, which come in any mixture, by table and account. */
export function sortRecords(context: IExecuteFunctions, inputs: readonly number[]): SortedRecords {
	const history: IDataObject[] = [];
	const events = new Map<string, IDataObject[]>();
	const accounts = new Map<string, IDataObject>();
	const scores = new Map<string, { days: Record<string, string>; values: Record<string, number> }>();
	const prices: PriceRow[] = [];
	const rates: RateRow[] = [];
	for (const { json: row } of inputs.flatMap((input) => listRows(readInput(context, input)))) {
		const id = String(row.account_id ?? '');
		if (isFilled(row.from_currency) && isFilled(row.rate))
			rates.push({ ...row, rate: Number(row.rate) } as unknown as RateRow);
		else if (isPrice(row)) prices.push(...readPrice(row));
		else if (recordKind(row) !== null) history.push(row);
		else if (id !== '' && isFilled(row.event_id)) events.set(id, [...(events.get(id) ?? []), row]);
		else if (id !== '' && isFilled(row.score) && row.value !== undefined) addScore(scores, id, row);
		else if (id !== '' && ACCOUNT_COLUMNS.some((column) => row[column] !== undefined)) accounts.set(id, row);
		else history.push(row);
	}
	const { accounts: byAccount, unknown } = groupRecords(history);
	const values = new Map([...scores].map(([id, score]) => [id, score.values]));
	return { byAccount, events, accounts, scores: values, prices, rates, unknown };
}

const isPrice = (row: IDataObject): boolean =>
	isFilled(row.product_id) &&
	isFilled(row.metric) &&
	row.unit_price_minor !== undefined &&
	!isFilled(row.line_id);

/** A price without an amount or a currency is none. */
function readPrice(row: IDataObject): PriceRow[] {
	const minor = numberIn(row, 'unit_price_minor');
	const currency = filledText(row.currency);
	if (minor === null || currency === null) return [];
	return [
		{
			product_id: String(row.product_id),
			tier: filledText(row.tier),
			metric: String(row.metric),
			currency,
			valid_from_on: filledText(row.valid_from_on),
			valid_to_on: filledText(row.valid_to_on),
			unit_price_minor: minor,
		},
	];
}

function addScore(
	scores: Map<string, { days: Record<string, string>; values: Record<string, number> }>,
	id: string,
	row: IDataObject,
): void {
	const value = numberIn(row, 'value');
	const name = String(row.score);
	const day = String(row.as_of_on ?? '');
	const known = scores.get(id) ?? { days: {}, values: {} };
	if (value === null || (known.days[name] ?? '') > day) return;
	known.days[name] = day;
	known.values[name] = value;
	scores.set(id, known);
}
