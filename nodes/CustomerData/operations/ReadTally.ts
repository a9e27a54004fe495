import type { IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { ReadCounts, SyncStateRow } from '../../../shared/connectors/engine/Engine';
import type { SourceObject } from '../../../shared/connectors/Source';
import { addHint } from '../../../shared/n8n/addHint';

const SUMMED = ['pages', 'removed', 'repeated', 'own', 'problems', 'restarts', 'unattached'] as const;

/** Counts of one read, for the lines above the output. */
export class ReadTally {
	readonly issues: Issue[] = [];
	private readonly read = new Map<SourceObject, number>();
	private readonly sums = new Map<(typeof SUMMED)[number], number>();
	private readonly unfinished: SourceObject[] = [];

	addIssues(issues: readonly Issue[]): void {
		this.issues.push(...issues);
	}

	/** Counts go on over the calls of one window, so what earlier calls counted is taken off. */
	addCounts(
		object: SourceObject,
		counts: ReadCounts,
		before: SyncStateRow | null,
		after: SyncStateRow,
	): void {
		const earlier = countsOf(before);
		this.read.set(object, counts.read - (earlier.read ?? 0));
		for (const name of SUMMED) {
			const sum = (this.sums.get(name) ?? 0) + counts[name] - (earlier[name] ?? 0);
			this.sums.set(name, sum);
		}
		if (!/"done":\s*true/.test(after.detail_json ?? '')) this.unfinished.push(object);
	}

	addHints(context: IExecuteFunctions): void {
		if (this.read.size === 0) return;
		const sum = (name: (typeof SUMMED)[number]): number => this.sums.get(name) ?? 0;
		addHint(context, {
			...Object.fromEntries([...this.read].map(([object, count]) => [`${object} read`, count])),
			pages: sum('pages'),
			removed: sum('removed'),
			problems: sum('problems'),
			...(sum('own') > 0 ? { 'changed only by what we wrote': sum('own') } : {}),
			...(sum('repeated') > 0 ? { 'seen before': sum('repeated') } : {}),
			...(sum('restarts') > 0 ? { 'windows begun again': sum('restarts') } : {}),
			...(sum('unattached') > 0 ? { 'belonging to no account': sum('unattached') } : {}),
		});
		if (this.read.get('accounts') === 0 && sum('repeated') === 0)
			addHint(
				context,
				'No accounts came. Either nothing changed since the last run, or there are none to see for this credential.',
			);
		if (this.unfinished.length > 0)
			addHint(
				context,
				`Not read to the end: ${this.unfinished.join(', ')}. Store the Sync State output and call again with the same run ID to go on.`,
				'warning',
			);
	}
}

/** Counts of a window that is still open; none when the last one was finished, because a new one begins at 0. */
function countsOf(state: SyncStateRow | null): Partial<ReadCounts> {
	try {
		const detail = JSON.parse(state?.detail_json ?? '{}') as { done?: boolean; counts?: ReadCounts };
		return detail.done === false ? (detail.counts ?? {}) : {};
	} catch {
		return {};
	}
}
