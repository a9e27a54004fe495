import type { IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { wordCount } from '../../../scoring/core/wordCount';
import type { RenewalPlan } from '../../../scoring/renewal/RenewalPlan';
import { addHint } from '../../../shared/n8n/addHint';

export interface PlanTally {
	readonly read: number;
	readonly faulty: number;
	readonly skipped: number;
	readonly tasks: number;
	readonly events: number;
	/** Rows on Records of no table that is read. */
	readonly unknown: number;
	readonly warnings: readonly Issue[];
}

const MESSAGES_SHOWN = 5;

/** Says above the output what was read, planned and left out, and what somebody should correct. */
export function addPlanHints(
	context: IExecuteFunctions,
	plans: readonly RenewalPlan[],
	tally: PlanTally,
): void {
	const due = plans.filter((plan) => plan.due);
	const crossings = plans.flatMap((plan) => plan.crossings);
	const late = crossings.filter((crossing) => crossing.late).length;
	addHint(context, {
		'items read': tally.read,
		'contracts planned': plans.length,
		due: due.length,
		'stages said': crossings.length,
		'of them late': late,
		tasks: tally.tasks,
		'calendar events': tally.events,
		skipped: tally.skipped,
		faulty: tally.faulty,
	});
	const unknown = due.filter(({ estimate }) => estimate.probability === null).length;
	if (unknown > 0) {
		addHint(
			context,
			`No probability for ${unknown} of ${wordCount(due.length, 'contract')}: nothing was observed. Send surveys, contacts and judgements to Records, or scores of the churn model to Scores.`,
			'warning',
		);
	}
	const issues = [...tally.warnings, ...plans.flatMap((plan) => plan.issues)];
	if (issues.length > 0) {
		const shown = issues.slice(0, MESSAGES_SHOWN).map(({ message, remedy }) => `${message} ${remedy}`);
		const more =
			issues.length > shown.length
				? ` And ${issues.length - shown.length} more; see warnings of each row.`
				: '';
		addHint(context, `${shown.join(' ')}${more}`, 'warning');
	}
	if (tally.unknown > 0) {
		addHint(
			context,
			`Rows on Records that belong to no table this node reads, and were left out: ${tally.unknown}.`,
			'warning',
		);
	}
}
