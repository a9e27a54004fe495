import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import { dayIn } from './dayIn';
import type { ForecastCase, ForecastCategory } from './RenewalForecast';

const NO_RENEWAL: ReadonlySet<string> = new Set(['month_to_month', 'evergreen', 'no_end_date', 'draft']);
const LOST: ReadonlySet<string> = new Set(['terminated', 'ended', 'lapsed']);
const PERCENT = 100;

/**
 * A row of *Plan Renewals* as a case of the forecast, also when it holds only the columns of cs_scores (then amount and end are read from
 * detail_json). null when it is none: it names no contract, or neither a state nor a score.
 *
 * @example
 * readCase({ contract_id: 'C', account_id: 'a', state: 'in_window', ends_on: '2025-03-31', arr_minor: 875, currency: 'USD', probability: 0.94 }, null, null)?.dueOn
 * // => '2025-03-31'
 */
export function readCase(
	row: Row,
	call: ForecastCategory | null,
	renewedMinor: number | null,
): ForecastCase | null {
	const detail = detailOf(row.detail_json);
	const either = (column: string): unknown => row[column] ?? detail[column];
	const text = (column: string): string | null => {
		const value = either(column);
		return value === null || value === undefined || value === '' ? null : String(value);
	};
	const [contractId, state] = [text('contract_id'), text('state')];
	if (contractId === null || state === null) return null;
	const both: Row = { ...detail, ...row };
	const value = row.probability === undefined ? numberIn(row, 'value') : null;
	return {
		contractId,
		accountId: text('account_id'),
		arrMinor: numberIn({ arr_minor: either('arr_minor') }, 'arr_minor'),
		currency: text('currency')?.toUpperCase() ?? null,
		dueOn: NO_RENEWAL.has(state) ? null : (dayIn(both, 'ends_on') ?? null),
		probability: value === null ? numberIn(row, 'probability') : value / PERCENT,
		call,
		ownerId: text('csm_id'),
		segment: text('segment'),
		outcome: state === 'renewed' ? 'renewed' : LOST.has(state) ? 'lost' : null,
		renewedMinor,
	};
}

function detailOf(json: unknown): Row {
	if (typeof json !== 'string') return {};
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'object' && value !== null ? (value as Row) : {};
	} catch {
		return {};
	}
}
