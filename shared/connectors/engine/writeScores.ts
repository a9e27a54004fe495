import type { Issue } from '../../../scoring/core/issue';
import { ConnectorFault } from '../ConnectorFault';
import type { DeadLetterRow, WriteEvent, WriteOptions, WriteResult } from './Engine';
import { outgoingFields } from './outgoingFields';
import { planScores } from './planScores';
import type { ScorePlan } from './ScorePlan';
import { sendScores } from './sendScores';
import { writeDeadLetter } from './writeDeadLetter';

/**
 * Writes scores into the vendor's records, in its batch size and only where something but the date changed. Every input row ends in exactly one
 * result: written, created, unchanged, failed (with a dead letter), deferred (not tried, because the run was stopped) or duplicate (a later row for the
 * same record went instead). A refused batch is divided until the refused record stands alone; a field the vendor does not have is left out and told once;
 * a lock is tried again. A refused credential or a used-up day stops the run: `stopped` on the last event.
 */
export async function* writeScores(options: WriteOptions): AsyncGenerator<WriteEvent, void> {
	const { source, settings, clock } = options;
	if (source.scores === null) {
		throw new ConnectorFault({
			faultClass: 'request',
			code: `${source.id}-read-only`,
			message: `Scores cannot be written to ${source.label}: it is read only.`,
			remedy: 'Choose the system in which your customer success managers work as the target.',
			status: null,
		});
	}
	const fieldOf = { ...source.scores.fields, ...settings.results };
	const planned = planScores(source, settings, options.scores, options.accounts);
	const problems: DeadLetterRow[] = [];
	const results: WriteResult[] = [];
	for (const [index, { by, accountId }] of planned.duplicates) {
		const error = `Row ${by + 1} of the input is for the same record and was taken instead.`;
		const external_id = options.accounts.externalIdOf(accountId);
		results.push({ index, account_id: accountId, external_id, status: 'duplicate', row_hash: null, error });
	}
	for (const { index, row, accountId, code, message, remedy } of planned.refused) {
		const error = `${message} ${remedy}`;
		results.push({
			index,
			account_id: accountId,
			external_id: null,
			status: 'failed',
			row_hash: null,
			error,
		});
		problems.push(
			writeDeadLetter({
				source: source.id,
				object: 'scores',
				externalId: null,
				payload: row,
				letterClass: 'invalid',
				code,
				message,
				remedy,
				attempts: 1,
				now: clock.now(),
			}),
		);
	}
	const nothing = new Set<string>();
	const changed: ScorePlan[] = [];
	for (const plan of planned.plans) {
		const { rowHash } = outgoingFields(plan.results, fieldOf, nothing);
		if (plan.writtenHash !== rowHash) changed.push(plan);
		else {
			for (const index of plan.indices) {
				const { accountId: account_id, externalId: external_id } = plan;
				results.push({ index, account_id, external_id, status: 'unchanged', row_hash: rowHash, error: null });
			}
		}
	}
	const issues: Issue[] =
		planned.duplicates.size === 0
			? []
			: [
					{
						code: 'scores-duplicate',
						path: 'scores',
						message: `${planned.duplicates.size} score rows were for a record that a later row is for too; the later row counts.`,
						remedy: 'Feed one score per account: the last done run.',
						severity: 'warning',
					},
				];
	if (results.length > 0 || issues.length > 0) yield { results, problems, issues, stopped: null };
	yield* sendScores(options, source.scores, changed, fieldOf);
}
