import type { Row } from '../measures/Records';
import { numberIn } from '../measures/numberIn';
import type { ContractLine } from './Contract';
import { dayIn } from './dayIn';

const textIn = (row: Row, column: string): string | null => {
	const value = row[column];
	return value === null || value === undefined || value === '' ? null : String(value);
};

/**
 * A row of cs_contract_lines as a line; null without a line or contract id. An amount that is no number, and a day that is none, are not
 * known.
 *
 * @example
 * readContractLine({ line_id: 'L-1', contract_id: 'C-1', arr_minor: 87500000, currency: 'usd' })?.currency
 * // => 'USD'
 */
export function readContractLine(row: Row): ContractLine | null {
	const lineId = textIn(row, 'line_id');
	const contractId = textIn(row, 'contract_id');
	if (lineId === null || contractId === null) return null;
	const { status } = row;
	return {
		lineId,
		contractId,
		accountId: textIn(row, 'account_id'),
		productId: textIn(row, 'product_id'),
		quantity: numberIn(row, 'quantity'),
		unitPriceMinor: numberIn(row, 'unit_price_minor'),
		arrMinor: numberIn(row, 'arr_minor'),
		currency: textIn(row, 'currency')?.toUpperCase() ?? null,
		startsOn: dayIn(row, 'starts_on') ?? null,
		endsOn: dayIn(row, 'ends_on') ?? null,
		replacesLineId: textIn(row, 'replaces_line_id'),
		status: status === 'active' || status === 'ended' || status === 'superseded' ? status : null,
	};
}
