import { ENUMS } from './enums';
import { foldEnum } from './foldEnum';
import type { Issue, Outcome } from './issue';

/**
 * Checks a value of an enumeration, given by its name `table.column` (see `ENUMS`). Case, blanks and hyphens do not matter. Anything
 * else is an error that names the allowed values. Absent (null, undefined, '') is null: not observed.
 *
 * @param path where the value stands, for the message
 *
 * @example
 * checkEnum('account_health_scores.health_trend', 'Declining', 'trend')
 * // => { ok: true, value: 'declining', warnings: [] }
 */
export function checkEnum(name: string, value: unknown, path: string): Outcome<string | null> {
	const fail = (code: string, message: string, remedy: string): Outcome<null> => ({
		ok: false,
		issues: [{ code, path, message, remedy, severity: 'error' } satisfies Issue],
	});
	const allowed = ENUMS.get(name);
	if (allowed === undefined)
		return fail('enum-unknown', `There is no enumeration '${name}'.`, 'Use one of ENUMS.');
	if (value === null || value === undefined || value === '') return { ok: true, value: null, warnings: [] };
	const folded = foldEnum(value, allowed);
	if (folded !== null) return { ok: true, value: folded, warnings: [] };
	const shown = typeof value === 'object' ? 'a list or an object' : `"${String(value).slice(0, 60)}"`;
	return fail(
		'enum-value',
		`'${path}' is ${shown}, which is none of its values.`,
		`Use one of: ${allowed.join(', ')}.`,
	);
}
