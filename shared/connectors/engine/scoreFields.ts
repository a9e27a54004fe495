import type { Scalar } from '../../../scoring/core/CanonicalModel';

/** Results that tell of a score and are none themselves. */
const ABOUT_THE_SCORE: ReadonlySet<string> = new Set(['row_hash', 'score_date']);

/**
 * Vendor fields that take what a score says (value, band, reasons, ...), without its date and our hash, and without what is dropped. None: there is nothing
 * to write, and a record must not count as written.
 */
export function scoreFields(
	results: Readonly<Record<string, Scalar>>,
	fieldOf: Readonly<Record<string, string>>,
	dropped: ReadonlySet<string>,
): readonly string[] {
	return Object.keys(results)
		.filter((name) => !ABOUT_THE_SCORE.has(name))
		.map((name) => fieldOf[name] ?? '')
		.filter((field) => field !== '' && !dropped.has(field));
}
