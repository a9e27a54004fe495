import type { CanonicalObject } from '../core/CanonicalModel';
import { modelOf } from '../core/modelOf';
import type { DuplicateGroup } from './DataQuality';
import { isFreeMailDomain } from './isFreeMailDomain';
import { maskValue } from './maskValue';
import { normaliseDomain } from './normaliseDomain';
import { rowKey } from './rowKey';
import { wordOf } from './wordOf';

type Row = Readonly<Record<string, unknown>>;
type By = DuplicateGroup['by'];

const LEGAL_FORMS =
	/\b(?:inc|llc|ltd|limited|plc|corp|corporation|co|gmbh|ag|sa|sas|bv|nv|ab|as|oy|srl|spa|pty|kg)\b/g;

/**
 * Rows that are there twice: rows with the same key, and rows of different keys that are probably one thing – accounts with one domain or
 * one name (legal forms apart), contacts with one email address. Domains of free mail providers and accounts of one corporate family do
 * not count. In order of first appearance.
 *
 * @example
 * findDuplicates('accounts', [{ account_id: 'a', name: 'Acme Inc.' }, { account_id: 'b', name: 'ACME' }])
 * // => [{ by: 'name', value: 'acme', keys: ['a', 'b'] }]
 */
export function findDuplicates(object: CanonicalObject, rows: readonly Row[]): readonly DuplicateGroup[] {
	const key = modelOf(object).key;
	const groups = new Map<string, { by: By; value: string; rows: Row[] }>();
	const enter = (by: By, value: string | null, row: Row): void => {
		if (value === null || value === '') return;
		const held = groups.get(`${by}\n${value}`);
		if (held === undefined) groups.set(`${by}\n${value}`, { by, value, rows: [row] });
		else held.rows.push(row);
	};
	for (const row of rows) {
		enter('key', key.some((name) => wordOf(row[name]) === '') ? null : rowKey(object, row), row);
		if (object === 'accounts' && row.deleted !== true) {
			const domain = blank(row.domain) ? null : normaliseDomain(wordOf(row.domain));
			enter('domain', domain === null || isFreeMailDomain(domain) ? null : domain, row);
			enter('name', blank(row.name) ? null : foldName(wordOf(row.name)), row);
		}
		if (object === 'contacts')
			enter('email', blank(row.email) ? null : wordOf(row.email).trim().toLowerCase(), row);
	}
	return [...groups.values()].flatMap(({ by, value, rows: same }) => {
		const keys = same.map((row) => rowKey(object, row));
		if (same.length < 2) return [];
		if (by !== 'key' && (new Set(keys).size < 2 || isFamily(same))) return [];
		return [{ by, value: by === 'email' ? maskValue(value, 'email') : value, keys }];
	});
}

const blank = (value: unknown): boolean => value === null || value === undefined || value === '';

const foldName = (name: string): string =>
	name.toLowerCase().replace(/[.,&]/g, ' ').replace(LEGAL_FORMS, ' ').replace(/\s+/g, ' ').trim();

/** Parent and subsidiaries share a domain, and often a name, on purpose. */
function isFamily(rows: readonly Row[]): boolean {
	const roots = rows.map((row) => wordOf(blank(row.parent_id) ? row.account_id : row.parent_id));
	return rows.some((row) => !blank(row.parent_id)) && new Set(roots).size === 1;
}
