import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { ArrRow } from './Backtest';

/**
 * What accounts pay, from rows of cs_accounts; rows without an account id are passed over. ARR that is no number is null.
 *
 * @example
 * readArr([{ account_id: 'A', name: 'Acme', arr_minor: null, currency: 'EUR' }, {}])
 * // => [{ account_id: 'A', name: 'Acme', arr_minor: null, currency: 'EUR' }]
 */
export function readArr(rows: readonly Row[]): ArrRow[] {
	return rows
		.filter(({ account_id: id }) => id !== null && id !== undefined && id !== '')
		.map((row) => ({
			account_id: String(row.account_id),
			name: typeof row.name === 'string' ? row.name : null,
			arr_minor: numberIn(row, 'arr_minor'),
			currency: typeof row.currency === 'string' && row.currency !== '' ? row.currency : null,
		}));
}
