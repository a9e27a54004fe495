/**
 * A UTC instant as a person reads it, to the minute. What is no instant is returned as it is.
 *
 * @example
 * formatInstant('2024-01-15T00:05:00.000Z')
 * // => '2024-01-15 00:05 UTC'
 */
export function formatInstant(instant: string): string {
	const time = Date.parse(instant);
	if (Number.isNaN(time)) return instant;
	return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
