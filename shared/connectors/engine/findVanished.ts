import type { Issue } from '../../../scoring/core/issue';
import type { SourceRow } from '../Source';
import type { ReadContext } from './ReadContext';
import { removeRecord } from './removeRecord';

const FEW = 10;

/**
 * After everything was read: what was known and did not come is gone. When more than half of it did not come (and more than ten), nothing is reported
 * as removed: it is far more likely that the wrong table was read, or that the credential no longer sees the records.
 */
export async function findVanished(context: ReadContext): Promise<{
	readonly rows: readonly SourceRow[];
	readonly issues: readonly Issue[];
	readonly count: number;
}> {
	const { options, met } = context;
	const known = options.knownIds ?? (options.object === 'accounts' ? options.accounts.knownIds() : []);
	const vanished = known.filter((id) => !met.has(id));
	if (vanished.length > FEW && vanished.length > known.length / 2) {
		const issue: Issue = {
			code: 'most-vanished',
			path: options.object,
			message: `${vanished.length} of ${known.length} known ${options.object} did not come from ${options.source.label}; none of them was marked as deleted.`,
			remedy:
				'Check that the right base, table and credential are set. If they are really gone, delete their rows from our tables.',
			severity: 'warning',
		};
		return { rows: [], issues: [issue], count: 0 };
	}
	const rows: SourceRow[] = [];
	for (const id of vanished) rows.push(...(await removeRecord(context, { id, updatedAt: null, fields: {} })));
	return { rows, issues: [], count: vanished.length };
}
