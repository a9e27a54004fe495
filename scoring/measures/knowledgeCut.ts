import { instantIn } from './instantIn';

const MS_PER_DAY = 86_400_000;

/**
 * Until when facts count, in milliseconds since 1970: an instant is itself, a calendar day is its last millisecond in UTC.
 * NaN when it is neither: then nothing is known.
 *
 * @example
 * knowledgeCut('1970-01-01')
 * // => 86399999
 */
export function knowledgeCut(asOf: string): number {
	const instant = instantIn({ asOf }, 'asOf');
	if (instant === null) return Number.NaN;
	return asOf.length === 10 ? instant + MS_PER_DAY - 1 : instant;
}
