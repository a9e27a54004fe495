import type { IDataObject } from 'n8n-workflow';

import { convertMoney, type RateRow } from '../../../scoring/core/convertMoney';
import { costOfPeriod } from '../../../scoring/measures/ledger/costOfPeriod';
import { numberIn } from '../../../scoring/measures/numberIn';
import type { LedgerTotal } from '../../../scoring/measures/ledger/sumLedger';
import { readField } from '../../../shared/fields/readField';
import { textIn } from './readEntry';

export interface CostNeed {
	readonly from: 'field' | 'ledger' | 'price' | 'priceAndLedger';
	readonly field: string;
	readonly currency: string;
	readonly rates: readonly RateRow[];
	readonly day: string;
	/** Length of the period; the price is taken for it. null: not known. */
	readonly years: number | null;
}

/** An amount of an account in its own currency, converted; null without an amount, a currency or a rate. */
export function convertField(
	account: IDataObject,
	amountMinor: number | null,
	need: CostNeed,
): number | null {
	const own = textIn(account, 'currency')?.toUpperCase() ?? null;
	if (amountMinor === null || own === null) return null;
	return convertMoney({ amountMinor, currency: own }, need.currency, need.day, need.rates);
}

/** What the period cost the customer, in minor units of the report currency; null: not known. */
export function readCost(
	account: IDataObject,
	costs: LedgerTotal | undefined,
	need: CostNeed,
): number | null {
	if (need.from === 'field') {
		const amount = readField(account, need.field);
		return convertField(account, numberIn({ amount }, 'amount'), need);
	}
	const booked = costs?.inReport?.baseMinor ?? null;
	if (need.from === 'ledger') return booked;
	const yearly = convertField(account, numberIn(account, 'arr_minor'), need);
	return costOfPeriod(need.from === 'price' ? undefined : costs, yearly, need.years);
}
