import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ConnectorFault } from '../../../shared/connectors/ConnectorFault';
import { createAccountDirectory } from '../../../shared/connectors/engine/createAccountDirectory';
import type { DeadLetterRow, WriteResult, WriteStatus } from '../../../shared/connectors/engine/Engine';
import { writeScores as write } from '../../../shared/connectors/engine/writeScores';
import type { Issue } from '../../../scoring/core/issue';
import { addHint } from '../../../shared/n8n/addHint';
import { connect, settingsFor } from '../connect';
import { addCallHint } from './addCallHint';
import { addIssueHints } from './addIssueHints';
import { addStopHint } from './addStopHint';
import { linkLetter } from './linkLetter';
import { OutputSet } from './OutputSet';
import { rowsOf } from './sortInput';

const [RESULTS, PROBLEMS] = [0, 1];
const DONE: readonly WriteStatus[] = ['created', 'unchanged', 'written'];

/** Health Score adds one item of its own for every account; what carries an error or no account is not a score. */
const isScore = (row: IDataObject): boolean => row.error === undefined || row.account_id !== undefined;

/** Scores into the records of a customer system, only where they changed. */
export async function writeScores(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 2, continueOnFail);
	const items = context.getInputData();
	const counts: Record<WriteStatus, number> = {
		...{ created: 0, written: 0, unchanged: 0, duplicate: 0, failed: 0, deferred: 0 },
	};
	const issues: Issue[] = [];
	try {
		const connection = await connect(context);
		const { source, call, clock } = connection;
		const settings = await settingsFor(connection, 'accounts');
		const indexed = items.map(({ json }, index) => ({ json, index })).filter(({ json }) => isScore(json));
		const accounts = createAccountDirectory(source.id, rowsOf(context, 1));
		let stopped: ConnectorFault | null = null;
		const results: WriteResult[] = [];
		const problems: DeadLetterRow[] = [];
		const scores = indexed.map(({ json }) => json);
		for await (const event of write({ source, settings, call, clock, scores, accounts })) {
			// One by one: a hundred thousand at once are too many arguments of a call.
			for (const result of event.results) results.push(result);
			for (const problem of event.problems) problems.push(problem);
			for (const issue of event.issues) issues.push(issue);
			stopped = event.stopped ?? stopped;
		}
		for (const { index, ...result } of results) {
			counts[result.status] += 1;
			out.add(RESULTS, result, indexed[index]?.index ?? null);
		}
		const link = linkLetter(results, (index) => indexed[index]?.index ?? null);
		for (const problem of problems) out.add(PROBLEMS, problem, link(problem));
		if (stopped !== null) {
			const nothingDone = results.every(({ status }) => !DONE.includes(status));
			if (nothingDone) out.fail(PROBLEMS, stopped, { source: source.id, object: 'scores' });
			else addStopHint(context, stopped);
		}
		addHint(context, { read: items.length, ...counts, 'not a score': items.length - indexed.length });
		addCallHint(context, call);
	} catch (caught) {
		out.fail(PROBLEMS, caught);
	}
	addIssueHints(context, issues);
	return out.outputs;
}
