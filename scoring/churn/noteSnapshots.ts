import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import type { SnapshotSet } from './SnapshotSet';

/** What a run of the model needs at least to be more than a base rate. */
const FEWEST_EVENTS = 5;

/**
 * What is to be said of the snapshots themselves: none at all, no or hardly any churn among them, accounts that are gone without an outcome.
 *
 * @example
 * noteSnapshots({ rows: [], events: 0, skipped: { 'gone-without-outcome': 0 } }, 180)[0].code
 * // => 'no-snapshots'
 */
export function noteSnapshots(
	set: Pick<SnapshotSet, 'rows' | 'events'> & { readonly skipped: Partial<SnapshotSet['skipped']> },
	leastDays: number,
	event: 'churned' | 'expanded' = 'churned',
): Issue[] {
	const notes: Issue[] = [];
	const note = (code: string, message: string, remedy: string): void => {
		notes.push({ code, path: 'rows', message, remedy, severity: 'warning' });
	};
	if (set.rows.length === 0) {
		note(
			'no-snapshots',
			`No day has both records and a finished horizon of ${wordCount(leastDays, 'day')}`,
			'Bring more history (usage, tickets, invoices...) or a shorter horizon',
		);
	} else if (set.events < FEWEST_EVENTS) {
		note(
			'few-events',
			`Only ${set.events} of ${wordCount(set.rows.length, 'snapshot')} ${set.events === 1 ? 'was' : 'were'} followed by ${event === 'churned' ? 'a churn' : 'an expansion'}`,
			`Bring more outcomes: accounts that ${event === 'churned' ? 'left' : 'expanded'} must be among the accounts, their records too`,
		);
	}
	const gone = set.skipped['gone-without-outcome'] ?? 0;
	if (gone > 0) {
		note(
			'gone-without-outcome',
			`${wordCount(gone, 'snapshot')} of accounts that are marked as deleted or churned ${gone === 1 ? 'was' : 'were'} left out: no outcome says when they left`,
			'Add a churned outcome with its day for each of them',
		);
	}
	return notes;
}
