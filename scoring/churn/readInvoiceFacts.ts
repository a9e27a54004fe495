import { mean } from '../core/mean';
import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';
import type { FactsAt } from './ChurnFacts';
import { knownSpan } from './knownSpan';

const MS_PER_DAY = 86_400_000;
const SPAN_DAYS = 365;
/** After so long an invoice that nobody paid is written off or void; the table does not say when. */
const GIVEN_UP_DAYS = 120;

/**
 * Payment facts from cs_invoices: days by which the oldest unpaid invoice is overdue (0: none), share of the invoices of a year that were
 * or are late, mean days between due day and payment (negative: early) and how that has changed. An invoice paid after the cut was
 * unpaid then; its status of today is not used. null without an invoice that fell due by then.
 *
 * @example
 * readInvoiceFacts([{ invoice_id: 1, due_on: '1970-01-01', paid_on: null }])(23 * 86400000).overdue_days
 * // => 23
 */
export function readInvoiceFacts(rows: readonly Row[]): FactsAt {
	const invoices = rows
		.flatMap((row) => {
			const due = instantIn(row, 'due_on');
			if (due === null) return [];
			const issued = instantIn(row, 'issued_on') ?? due;
			const paid = instantIn(row, 'paid_on') ?? Number.POSITIVE_INFINITY;
			return [{ due, issued, paid, ...knownSpan(row) }];
		})
		.sort((left, right) => left.due - right.due);
	return (cut) => {
		const known = invoices.filter(({ issued, from, until }) => issued <= cut && from <= cut && until > cut);
		const recent = known.filter(
			({ due, paid }) => due > cut - SPAN_DAYS * MS_PER_DAY && (due + MS_PER_DAY <= cut || paid <= cut),
		);
		if (recent.length === 0) {
			return { overdue_days: null, late_share: null, payment_delay_days: null, payment_delay_change: null };
		}
		const delayOf = ({ due, paid }: (typeof known)[number]): number =>
			Math.floor((Math.min(paid, cut) - due) / MS_PER_DAY);
		const overdue = known
			.filter(({ due, paid }) => paid > cut && due + GIVEN_UP_DAYS * MS_PER_DAY > cut)
			.map(delayOf);
		const last = recent.at(-1) as (typeof known)[number];
		const before = mean(known.filter((invoice) => invoice !== last && invoice.due < last.due).map(delayOf));
		return {
			overdue_days: Math.max(0, ...overdue),
			late_share: mean(recent.map((invoice) => (delayOf(invoice) > 0 ? 1 : 0))),
			payment_delay_days: mean(recent.map(delayOf)),
			payment_delay_change: before === null ? null : delayOf(last) - before,
		};
	};
}
