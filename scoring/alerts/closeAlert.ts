import type { AlertRow, AlertScore } from './AlertRows';
import { readDetail } from './readDetail';

/**
 * The row of an alert whose account is back at or above the threshold: closed at `asOf`, `rev` one higher (the writer updates where rev
 * is still the old one), with the score and business day that closed it in `detail_json`.
 */
export function closeAlert(row: AlertRow, score: AlertScore, asOf: string, businessDayOn: string): AlertRow {
	const detail = { ...readDetail(row.detail_json), closed: { on: businessDayOn, rounded: score.rounded } };
	return { ...row, closed_at: asOf, detail_json: JSON.stringify(detail), rev: row.rev + 1 };
}
