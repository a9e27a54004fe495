import type { Issue } from '../core/issue';
import { recogniseId } from './recogniseId';

/** A row of cs_aliases. */
export interface AliasRow {
	/** `hubspot`, `salesforce`, ...; `own`: an account id of ours that was merged away. */
	readonly system: string;
	readonly external_id: string;
	readonly account_id: string;
	/** UTC ISO; null: it is the account itself. */
	readonly merged_at: string | null;
}

export interface Aliases {
	/** The account that a record of a system stands for, after all merges; null: not known. */
	readonly accountOf: (system: string, externalId: string) => string | null;
	/** The account that an account id of ours stands for, after all merges; itself when it was not merged. */
	readonly survivorOf: (accountId: string) => string;
	readonly issues: readonly Issue[];
}

/**
 * Reads cs_aliases: which record of which system stands for which account, and which accounts were merged into which. Merges may
 * form chains; of two rows for one record the one merged last counts (then the later row). A circle of merges is reported and leaves its
 * accounts apart, because nobody can say which of them is meant.
 *
 * @example
 * readAliases([{ system: 'own', external_id: 'CUST-001', account_id: 'CUST_0001', merged_at: null }]).survivorOf('CUST-001')
 * // => 'CUST_0001'
 */
export function readAliases(rows: Iterable<AliasRow>): Aliases {
	const targets = new Map<string, AliasRow>();
	const issues: Issue[] = [];
	for (const row of rows) {
		const key = keyOf(row.system, row.external_id);
		const held = targets.get(key);
		if (held !== undefined && held.account_id !== row.account_id) issues.push(doubleAlias(row, held));
		if (held === undefined || (row.merged_at ?? '') >= (held.merged_at ?? '')) targets.set(key, row);
	}
	const survivors = new Map<string, string>();
	const survivorOf = (accountId: string): string => {
		const path: string[] = [];
		let current = accountId;
		for (;;) {
			const known = survivors.get(current);
			const next = known ?? targets.get(keyOf('own', current))?.account_id ?? current;
			if (next === current) break;
			const start = path.indexOf(next);
			if (start >= 0) {
				const members = [...path.slice(start), current];
				issues.push(circle(members));
				for (const member of members) survivors.set(member, member);
				current = next;
				break;
			}
			path.push(current);
			current = next;
		}
		for (const member of path) if (!survivors.has(member)) survivors.set(member, current);
		return survivors.get(accountId) ?? current;
	};
	// Circles are found now, so that the issues are complete before anybody asks.
	for (const row of targets.values()) survivorOf(row.account_id);
	return {
		accountOf: (system, externalId) => {
			const target = targets.get(keyOf(system, externalId));
			return target === undefined ? null : survivorOf(target.account_id);
		},
		survivorOf,
		issues,
	};
}

/** A Salesforce id has two spellings; ids of our own are opaque. */
function keyOf(system: string, id: string): string {
	const name = system.trim().toLowerCase();
	return `${name}\n${name === 'own' ? id.trim() : recogniseId(id).canonical}`;
}

function doubleAlias(row: AliasRow, held: AliasRow): Issue {
	return {
		code: 'alias-double',
		path: 'cs_aliases',
		message: `Record ${row.external_id} of ${row.system} stands for both ${held.account_id} and ${row.account_id}; the one merged last counts.`,
		remedy: 'Delete the row that is wrong.',
		severity: 'warning',
	};
}

function circle(members: readonly string[]): Issue {
	return {
		code: 'alias-circle',
		path: 'cs_aliases',
		message: `Accounts ${[...members].sort().join(', ')} are merged into each other in a circle; they were kept apart.`,
		remedy: 'Delete the row of the merge that did not happen.',
		severity: 'error',
	};
}
