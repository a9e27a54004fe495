/**
 * A new customer number after all that exist: one more than the highest `CUST_…` or `CUST-…`, with at least four digits. Other forms of
 * ids do not count. The same ids give the same answer; the caller adds it to them before asking for the next.
 *
 * @example
 * [nextAccountId(['CUST_0041', 'CUST-007', 'hubspot:512']), nextAccountId([])]
 * // => ['CUST_0042', 'CUST_0001']
 */
export function nextAccountId(existing: Iterable<string>): string {
	let highest = 0;
	for (const id of existing) {
		const number = Number(/^CUST[_-](\d{1,15})$/i.exec(id.trim())?.[1] ?? 0);
		if (number > highest) highest = number;
	}
	return `CUST_${String(highest + 1).padStart(4, '0')}`;
}
