/**
 * Where a contract stands on its way to a renewal.
 * - `upcoming` its first stage lies ahead; `in_window` a stage was reached; `overdue` its end passed without a renewal
 * - `renewed` a later contract that renews it is signed; `terminated`, `ended`, `draft` as its status says
 * - `month_to_month`, `evergreen` nothing to renew on a day; `no_end_date` nobody entered when it ends
 * - `lapsed` its end passed so long ago that the row needs a status, not a renewal
 */
export type RenewalState =
	| 'upcoming'
	| 'in_window'
	| 'overdue'
	| 'renewed'
	| 'terminated'
	| 'ended'
	| 'draft'
	| 'month_to_month'
	| 'evergreen'
	| 'no_end_date'
	| 'lapsed';
