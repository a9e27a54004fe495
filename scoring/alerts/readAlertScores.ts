import type { Issue } from '../core/issue';
import type { AlertScore } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import { healthSubject } from './healthSubject';
import { readAlertScore } from './readAlertScore';

export interface AlertScores {
	readonly scores: readonly AlertScore[];
	/** Position in `rows` of an account's score. */
	readonly positions: ReadonlyMap<string, number>;
	/** Rows that cannot be used, with the reasons. */
	readonly faults: ReadonlyArray<{
		readonly position: number;
		readonly accountId: string | null;
		readonly issues: readonly Issue[];
	}>;
	/** Rows of other scores, and empty rows. */
	readonly skipped: number;
}

/**
 * Reads rows of cs_scores, one score of the subject (health, churn) per account. A second row of an account is a fault, because nobody can tell which one
 * counts: connect the rows of one run. Empty rows (an empty table's placeholder) and other scores are skipped and counted.
 *
 * @example
 * readAlertScores([{ account_id: 'a', value: 69.5 }]).scores[0]?.rounded
 * // => 70
 */
export function readAlertScores(
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
	subject: AlertSubject = healthSubject,
): AlertScores {
	const scores: AlertScore[] = [];
	const positions = new Map<string, number>();
	const faults: Array<AlertScores['faults'][number]> = [];
	let skipped = 0;
	rows.forEach((row, position) => {
		const outcome = Object.keys(row).length === 0 ? null : readAlertScore(row, subject);
		if (outcome !== null && !outcome.ok) {
			faults.push({ position, accountId: null, issues: outcome.issues });
		} else if (outcome === null || outcome.value === null) {
			skipped++;
		} else if (positions.has(outcome.value.accountId)) {
			const { accountId } = outcome.value;
			faults.push({ position, accountId, issues: [duplicate(accountId, subject)] });
		} else {
			positions.set(outcome.value.accountId, position);
			scores.push(outcome.value);
		}
	});
	return { scores, positions, faults, skipped };
}

function duplicate(accountId: string, { score }: AlertSubject): Issue {
	return {
		code: 'duplicate-account',
		path: 'account_id',
		message: `The account ${accountId} has more than one ${score} score.`,
		remedy: 'Read the rows of one run only: filter cs_scores by run_id.',
		severity: 'error',
	};
}
