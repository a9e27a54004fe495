import type { Row } from './Records';

const DAY_LENGTH = 10;

/**
 * The instant in a column as milliseconds since 1970 (UTC); a calendar day is its first instant; a time without a zone is
 * UTC. null when there is none or it cannot be read.
 *
 * @example
 * instantIn({ opened_at: '1970-01-02T00:00:00Z' }, 'opened_at')
 * // => 86400000
 */
export function instantIn(row: Row, column: string): number | null {
	const value = row[column];
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
	if (typeof value !== 'string' || value.length < DAY_LENGTH) return null;
	const zoned = value.length === DAY_LENGTH || /(?:Z|[+-]\d\d:?\d\d)$/i.test(value);
	const instant = Date.parse(zoned ? value : `${value.replace(' ', 'T')}Z`);
	return Number.isNaN(instant) ? null : instant;
}
