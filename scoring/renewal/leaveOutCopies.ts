import type { Row } from '../measures/Records';

/**
 * Rows of cs_opportunities of one account with each deal once. After a deal of ours was written to a CRM, the sync brings it back as a row of kind
 * `expansion` with the same effect_key or external_id: that copy is left out, and our row too once the CRM has closed it.
 *
 * @example
 * leaveOutCopies([{ opportunity_id: 'ours', kind: 'upsell', status: 'open', external_id: '7' }, { opportunity_id: 'crm:7', kind: 'expansion', status: 'open', external_id: '7' }]).map((row) => row.opportunity_id)
 * // => ['ours']
 */
export function leaveOutCopies(rows: readonly Row[]): Row[] {
	const isCopy = ({ kind }: Row): boolean => kind === 'expansion';
	const ours = new Set(rows.filter((row) => !isCopy(row)).flatMap(keysOf));
	const closed = new Set(rows.filter((row) => isCopy(row) && row.status !== 'open').flatMap(keysOf));
	const open = new Set(rows.filter((row) => isCopy(row) && row.status === 'open').flatMap(keysOf));
	return rows.filter((row) => {
		const keys = keysOf(row);
		if (isCopy(row)) return !keys.some((key) => ours.has(key));
		return !keys.some((key) => closed.has(key) && !open.has(key));
	});
}

/** What two rows of the same deal have in common. */
function keysOf({ effect_key: key, external_id: id }: Row): string[] {
	const isThere = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
	return [isThere(key) ? `key ${String(key)}` : '', isThere(id) ? `id ${String(id)}` : ''].filter(Boolean);
}
