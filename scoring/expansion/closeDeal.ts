import { numberIn } from '../measures/numberIn';
import type { ExpansionDeal } from './ExpansionDeal';
import type { OpportunityRow } from './OpportunityRow';

/**
 * Our row of a deal that was won or lost in the CRM while it was still open here, with the CRM's stage, amount, owner and day; null when
 * our row says so already, or there is no copy in a CRM.
 *
 * @example
 * closeDeal({ type: 'upsell', status: 'won', row: { opportunity_id: 'o', status: 'open' }, copy: { status: 'won', amount_minor: 5, currency: 'USD' }, keys: [], discoveredOn: null, closedOn: '2026-01-09' })?.close_on
 * // => '2026-01-09'
 */
export function closeDeal({ type, status, row, copy, closedOn }: ExpansionDeal): OpportunityRow | null {
	if (copy === null || status === 'open' || row.status === status || closedOn === null) return null;
	const text = (column: string): string | null => textOf(copy[column]) ?? textOf(row[column]);
	return {
		opportunity_id: String(row.opportunity_id),
		account_id: String(row.account_id),
		kind: type,
		source: textOf(row.source) ?? 'usage_growth',
		stage: status === 'won' ? 'closed_won' : 'closed_lost',
		amount_minor: numberIn(copy, 'amount_minor') ?? numberIn(row, 'amount_minor'),
		currency: text('currency'),
		probability: status === 'won' ? 1 : 0,
		close_on: closedOn,
		owner_id: text('owner_id'),
		evidence_json: textOf(row.evidence_json) ?? '{}',
		effect_key: textOf(row.effect_key),
		external_id: text('external_id'),
		status,
	};
}

const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
