import type { IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { addHint } from '../../../shared/n8n/addHint';

const MOST_SHOWN = 8;

/** One line per kind of fault, with its remedy; the rest as a number. */
export function addIssueHints(context: IExecuteFunctions, issues: readonly Issue[]): void {
	const distinct = [...new Map(issues.map((issue) => [`${issue.code}:${issue.path}`, issue])).values()];
	for (const { message, remedy } of distinct.slice(0, MOST_SHOWN))
		addHint(context, `${message} ${remedy}`, 'warning');
	const more = distinct.length - MOST_SHOWN;
	if (more > 0) addHint(context, `And ${more} more of this sort.`, 'warning');
}
