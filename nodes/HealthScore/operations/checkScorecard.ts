import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { checkScorecard } from '../../../scoring/health/checkScorecard';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { resolveScorecard } from '../../../shared/scorecard/resolveScorecard';
import { readInputs } from './readInputs';
import { readScorecardChoice } from './readScorecardChoice';
import { prepareScoring, readNaming } from './readScoring';

/** Checks the scorecard, and against the accounts when there are any; one item per finding, or one that says there is none. */
export function checkScorecardRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): BatchRow[] {
	const naming = readNaming(context);
	const resolved = resolveScorecard(readScorecardChoice(context, null));
	// A scorecard that cannot be scored with is a finding here, not a failure.
	if (!resolved.ok) return rowsOf(context, resolved.issues, null, 0);

	const scoring = prepareScoring(resolved.value, naming, []);
	const { inputs, accounts } = readInputs(context, items, scoring, 0);
	return rowsOf(context, checkScorecard(scoring.scorecard, inputs), scoring.scorecard.id, accounts.length);
}

function rowsOf(
	context: IExecuteFunctions,
	issues: readonly Issue[],
	scorecard: string | null,
	accounts: number,
): BatchRow[] {
	const errors = issues.filter((issue) => issue.severity === 'error').length;
	addHint(context, { accounts, errors, warnings: issues.length - errors });
	const row = (
		severity: string,
		code: string,
		path: string | null,
		message: string,
		remedy: string | null,
	): BatchRow => {
		const json: IDataObject = { scorecard, severity, code, path, message, remedy, accounts };
		return { json, from: null };
	};
	if (issues.length > 0) {
		return issues.map((issue) => row(issue.severity, issue.code, issue.path, issue.message, issue.remedy));
	}
	const against =
		accounts === 0 ? 'looked at by itself, without accounts' : `looked at with ${accounts} accounts`;
	return [row('none', 'no-findings', null, `No findings: the scorecard was ${against}`, null)];
}
