import type { Issue } from '../core/issue';
import type { Row } from '../measures/Records';
import { NON_FEATURES } from './SnapshotSet';

/** Columns whose value of today tells how it ended, or that name a row. */
const TELLING = ['lifecycle_stage', 'deleted', 'renewal_on', 'source_updated_at', 'custom_json', 'row_hash'];
const FORBIDDEN: readonly string[] = [...NON_FEATURES, 'name', 'domain'];

/**
 * Which of the columns declared static are taken from the accounts, and what is to be said about them: columns that no account has, that name a row,
 * that the snapshot measures itself as of the day, and (taken, with a warning) columns that tell today how it ended.
 *
 * @example
 * readStaticColumns(['tier', 'plan'], [{ tier: 'starter' }], new Set()).columns
 * // => ['tier']
 */
export function readStaticColumns(
	declared: readonly string[],
	accounts: readonly Row[],
	measured: ReadonlySet<string>,
): { readonly columns: readonly string[]; readonly notes: readonly Issue[] } {
	const notes: Issue[] = [];
	const note = (code: string, name: string, message: string, remedy: string): void => {
		notes.push({ code, path: `staticColumns.${name}`, message, remedy, severity: 'warning' });
	};
	const columns = [...new Set(declared)].filter((name) => {
		if (FORBIDDEN.includes(name)) {
			note(
				'static-refused',
				name,
				`${name} names a row or is told as of the day: it is no feature`,
				'Leave it out',
			);
			return false;
		}
		if (measured.has(name)) {
			note(
				'static-measured',
				name,
				`${name} is measured as of each day, so its value of today was not taken`,
				'Leave it out of the static columns',
			);
			return false;
		}
		if (!accounts.some((account) => account[name] !== undefined && account[name] !== null)) {
			note('static-absent', name, `No account has a value in ${name}`, 'Check the name of the column');
			return false;
		}
		if (TELLING.includes(name)) {
			note(
				'static-tells-outcome',
				name,
				`${name} holds what is true today and may tell who has left since: a model that learns from it looks better than it is`,
				'Leave it out, unless you know that it never changes',
			);
		}
		return true;
	});
	return { columns, notes };
}
