import { instantIn } from './instantIn';
import { isKnownAt } from './isKnownAt';
import type { Measure, Measures, Row } from './Records';

const SPAN_DAYS = 365;
/** An invoice this late earns nothing. */
const WORST_DAYS = 60;
const MS_PER_DAY = 86_400_000;

/**
 * `payment_history_score`, 0 to 100, from the invoices that fell due in the last 365 days: 100 for one paid by its due day, less in
 * proportion to the days late, 0 from 60 days on; the mean of them (project choice). An invoice that is not paid yet at the cut is as
 * late as it is then. Void and draft invoices do not count. null when none fell due.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureInvoices([{ invoice_id: 1, due_on: '1970-01-01', paid_on: '1970-01-31' }], 8640000000).payment_history_score?.value
 * // => 50
 */
export function measureInvoices(rows: readonly Row[], cut: number): Measures {
	return { payment_history_score: paymentHistory(rows, cut) };
}

function paymentHistory(rows: readonly Row[], cut: number): Measure {
	let sum = 0;
	let count = 0;
	let late = 0;
	for (const row of rows) {
		const due = instantIn(row, 'due_on');
		if (due === null || due + MS_PER_DAY > cut || due <= cut - SPAN_DAYS * MS_PER_DAY) continue;
		if (/^(void|voided|draft|cancel)/i.test(String(row.status))) continue;
		const issued = instantIn(row, 'issued_on');
		if ((issued !== null && issued > cut) || !isKnownAt(row, cut)) continue;
		const paid = instantIn(row, 'paid_on');
		// A paid invoice without a day of payment tells nothing about when.
		if (paid === null && /^paid$/i.test(String(row.status))) continue;
		const settled = paid !== null && paid <= cut ? paid : cut;
		const daysLate = Math.max(0, Math.floor((settled - due) / MS_PER_DAY));
		if (daysLate > 0) late++;
		sum += 100 * (1 - Math.min(daysLate, WORST_DAYS) / WORST_DAYS);
		count++;
	}
	if (count === 0) return { value: null, observedOn: null };
	return { value: sum / count, observedOn: null, note: `${late} of ${count} invoices late` };
}
