import { median } from '../core/median';
import { numberIn } from '../measures/numberIn';
import { activeLines } from './activeLines';
import { columnIn } from './columnIn';
import type { Evidence, EvidenceRow, SignalInput } from './Signal';
import { isExcursion } from './isExcursion';
import { seatLines } from './seatLines';
import { usageCells } from './usageCells';
import { wordNumber } from './wordNumber';

const RECENT = 4;
const COLUMN = 'licensed_users';

/**
 * Evidence that nearly all the contracted quantity is assigned and used: the median of assigned licences over the last four weeks is at
 * least `share` of the quantity in the running contract lines of the product sold by seat, and as many people as that use it. Licences that were only handed out are no
 * reason to sell more. null when lines, licences or users are not known.
 *
 * @param share 0 to 1
 *
 * @example
 * findHeadroom({ accountId: 'a', asOf: '2026-01-12', window: null, records: { contractLines: [] } }, 0.95)
 * // => null
 */
export function findHeadroom(
	input: Pick<SignalInput, 'accountId' | 'asOf' | 'window'> & {
		readonly records: Pick<SignalInput['records'], 'contractLines'>;
	},
	share: number,
): Evidence | null {
	const { window, accountId } = input;
	if (window === null) return null;
	const lines = seatLines(activeLines(input.records.contractLines, input.asOf));
	const before: EvidenceRow[] = lines.flatMap((line) => {
		const quantity = numberIn(line, 'quantity');
		if (quantity === null) return [];
		const key = { line_id: String(line.line_id) };
		return [{ table: 'cs_contract_lines', key, column: 'quantity', value: quantity }];
	});
	const total = before.reduce((sum, { value }) => sum + Number(value), 0);
	const from = window.weeks.length - RECENT;
	const levelOf = (column: string): number | null => {
		const known = window.weeks
			.slice(from)
			.map((row) => (row === null ? null : columnIn(row, column)))
			.filter((value) => value !== null);
		return known.length < RECENT - 1 ? null : median(known);
	};
	const assigned = levelOf(COLUMN);
	const active = levelOf('active_users');
	if (assigned === null || active === null || total <= 0) return null;
	if (assigned < share * total || active < share * total) return null;
	const users = window.weeks.map((row) => (row === null ? null : columnIn(row, 'active_users')));
	if (isExcursion(users, share * total)) return null;
	return {
		value: assigned,
		baseline: total,
		change: assigned / total,
		unit: 'licences',
		aggregate: 'median',
		factor: 1,
		from: window.days[from] ?? null,
		to: window.endsOn,
		observedOn: window.endsOn,
		statistic: { method: 'sustained', z: null, pValue: null, n: RECENT },
		current: usageCells(window, accountId, COLUMN, from, window.weeks.length),
		before,
		strength: Math.min(1, 0.5 + Math.max(0, assigned / total - share) * 2),
		words: `${wordNumber(assigned)} of ${wordNumber(total)} contracted licences are assigned, ${Math.round(active)} people use it`,
		metric: 'seats',
		demand: { projected: Math.max(assigned, active), limit: total, reachedOn: null },
	};
}
