import type { RecordKind, Row } from './Records';

/** The column that only rows of this table have; the order decides for rows that have several. */
const KEYS: ReadonlyArray<readonly [column: string, kind: RecordKind]> = [
	['ticket_id', 'tickets'],
	['invoice_id', 'invoices'],
	['answer_id', 'surveyAnswers'],
	['interaction_id', 'interactions'],
	['opportunity_id', 'opportunities'],
	['line_id', 'contractLines'],
	['contract_id', 'contracts'],
	['contact_id', 'contacts'],
];

/**
 * Which table a row belongs to, told by its key column; null for a row of none of them. A contact's id also stands in
 * answers and interactions, a contract's in its lines, so those are asked first.
 *
 * @example
 * recordKind({ account_id: 'a', period: 'week', starts_on: '2026-01-05', active_users: 17 })
 * // => 'usage'
 */
export function recordKind(row: Row): RecordKind | null {
	for (const [column, kind] of KEYS) {
		if (row[column] !== undefined && row[column] !== null && row[column] !== '') return kind;
	}
	if (row.starts_on !== undefined && row.period !== undefined) return 'usage';
	return row.limit_value !== undefined && row.metric !== undefined ? 'entitlements' : null;
}
