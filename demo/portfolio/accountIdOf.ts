/**
 * Id of the account at a position (from 0) of the portfolio.
 *
 * @example
 * accountIdOf(6)
 * // => 'CUST_0007'
 */
export function accountIdOf(index: number): string {
	return `CUST_${String(index + 1).padStart(4, '0')}`;
}
