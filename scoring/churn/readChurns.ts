import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';

const MS_PER_DAY = 86_400_000;

/** When an account churned, in days since 1970, and when that was known, in milliseconds since 1970. */
export interface Churn {
	readonly occurredOn: number;
	readonly knownAt: number;
}

export interface ReadChurns {
	/** By account id, oldest first. */
	readonly churns: ReadonlyMap<string, readonly Churn[]>;
	/** Earliest day of an outcome of any kind, days since 1970; null: there is none. */
	readonly firstOn: number | null;
	readonly notes: readonly Issue[];
}

/**
 * Reads who churned when from rows of cs_outcomes. Other kinds (renewed, expanded, contracted) are no churn; they only tell since when outcomes
 * are recorded. An outcome without `known_at` was known on its day. Left out, with a note each: outcomes without account or day, of accounts that
 * are not there, and that were not known yet on the day of the run (a churn that is announced but ahead stays: who is known to leave is left out).
 *
 * @param today days since 1970
 * @param kind of the outcomes that are wanted: those that make an account leave, or those that let it grow
 *
 * @example
 * readChurns([{ account_id: 'a', kind: 'churned', occurred_on: '1970-01-11' }], new Set(['a']), 20).churns.get('a')
 * // => [{ occurredOn: 10, knownAt: 864000000 }]
 */
export function readChurns(
	outcomes: readonly Row[],
	accountIds: ReadonlySet<string>,
	today: number,
	kind: 'churned' | 'expanded' = 'churned',
): ReadChurns {
	const churns = new Map<string, Churn[]>();
	const left = { unreadable: 0, unknown: 0, future: 0, other: 0 };
	let firstOn: number | null = null;
	for (const row of outcomes) {
		const at = instantIn(row, 'occurred_on');
		const id = row.account_id;
		if (at === null || id === undefined || id === null || id === '') {
			left.unreadable++;
			continue;
		}
		const occurredOn = Math.floor(at / MS_PER_DAY);
		const known = instantIn(row, 'known_at') ?? instantIn(row, 'recorded_at') ?? at;
		if (known >= (today + 1) * MS_PER_DAY) {
			left.future++;
			continue;
		}
		if (occurredOn <= today && (firstOn === null || occurredOn < firstOn)) firstOn = occurredOn;
		if (row.kind !== kind) {
			left.other++;
			continue;
		}
		if (!accountIds.has(String(id))) {
			left.unknown++;
			continue;
		}
		const list = churns.get(String(id)) ?? [];
		list.push({ occurredOn, knownAt: known });
		churns.set(String(id), list);
	}
	for (const list of churns.values())
		list.sort((a, b) => a.occurredOn - b.occurredOn || a.knownAt - b.knownAt);
	return { churns, firstOn, notes: notesOf(left) };
}

function notesOf(left: Record<'future' | 'other' | 'unknown' | 'unreadable', number>): Issue[] {
	const note = (code: string, count: number, message: string, remedy: string): Issue[] =>
		count === 0 ? [] : [{ code, path: 'outcomes', message, remedy, severity: 'warning' }];
	return [
		...note(
			'outcomes-unreadable',
			left.unreadable,
			`${wordCount(left.unreadable, 'outcome')} without account_id or without a day in occurred_on left out`,
			'Give each outcome its account and its day as YYYY-MM-DD',
		),
		...note(
			'outcomes-of-unknown-accounts',
			left.unknown,
			`${wordCount(left.unknown, 'churned outcome belongs to an account that is', 'churned outcomes belong to accounts that are')} not among the accounts read`,
			'Pass all accounts, also those that have left: without them no churn is seen',
		),
		...note(
			'outcomes-in-the-future',
			left.future,
			`${wordCount(left.future, 'outcome was', 'outcomes were')} not known on the day of the run yet and left out`,
			'Check occurred_on and known_at of these outcomes, or choose a later day',
		),
		...note(
			'outcomes-not-churn',
			left.other,
			`${wordCount(left.other, 'outcome is', 'outcomes are')} a renewal, expansion or contraction, which is no churn`,
			'Nothing to do',
		),
	];
}
