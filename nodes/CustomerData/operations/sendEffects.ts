import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ConnectorFault } from '../../../shared/connectors/ConnectorFault';
import { createAccountDirectory } from '../../../shared/connectors/engine/createAccountDirectory';
import type { DeadLetterRow, EffectResult } from '../../../shared/connectors/engine/Engine';
import { runEffects } from '../../../shared/connectors/engine/runEffects';
import { addHint } from '../../../shared/n8n/addHint';
import { connect, settingsFor } from '../connect';
import { addCallHint } from './addCallHint';
import { addStopHint } from './addStopHint';
import { linkLetter } from './linkLetter';
import { OutputSet } from './OutputSet';
import { rowsOf } from './sortInput';

const [RESULTS, PROBLEMS] = [0, 1];

/** Tasks or opportunities out of outbox rows, each effect key once. Result items are the columns of cs_outbox to update. */
async function sendEffects(
	context: IExecuteFunctions,
	continueOnFail: boolean,
	kind: EffectResult['kind'],
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 2, continueOnFail);
	const items = context.getInputData();
	try {
		const connection = await connect(context);
		const { source, call, clock } = connection;
		const settings = await settingsFor(connection, kind === 'task' ? 'tasks' : 'deals');
		// An outbox holds messages and the other kind too.
		const indexed = items
			.map(({ json }, index) => ({ json, index }))
			.filter(({ json }) => typeof json.kind !== 'string' || !('payload_json' in json) || json.kind === kind);
		const accounts = createAccountDirectory(source.id, rowsOf(context, 1));
		const rows = indexed.map(({ json }) => json);
		const results: EffectResult[] = [];
		const problems: DeadLetterRow[] = [];
		let stopped: ConnectorFault | null = null;
		for await (const event of runEffects({ source, settings, call, clock, kind, rows, accounts })) {
			// One by one: a hundred thousand at once are too many arguments of a call.
			for (const result of event.results) results.push(result);
			for (const problem of event.problems) problems.push(problem);
			stopped = event.stopped ?? stopped;
		}
		const counts = { created: 0, confirmed: 0, unknown: 0, failed: 0, planned: 0 };
		for (const { index, ...result } of results) {
			counts[result.created ? 'created' : result.status] += 1;
			out.add(RESULTS, result, indexed[index]?.index ?? null);
		}
		const link = linkLetter(results, (index) => indexed[index]?.index ?? null);
		for (const problem of problems) out.add(PROBLEMS, problem, link(problem));
		const left = items.length - indexed.length;
		addHint(context, { read: items.length, ...counts, ...(left > 0 ? { 'of another kind': left } : {}) });
		if (counts.unknown > 0)
			addHint(
				context,
				`${counts.unknown} may or may not be there: the answer was lost. Look in ${source.label} before you send them again.`,
				'warning',
			);
		if (stopped !== null) {
			// Whatever was made must reach the outbox, or it would be made again.
			if (results.every(({ status }) => status === 'planned'))
				out.fail(PROBLEMS, stopped, { source: source.id, object: kind });
			else addStopHint(context, stopped);
		}
		addCallHint(context, call);
	} catch (caught) {
		out.fail(PROBLEMS, caught);
	}
	return out.outputs;
}

export const createTasks = async (context: IExecuteFunctions, continueOnFail: boolean) =>
	await sendEffects(context, continueOnFail, 'task');

export const upsertOpportunities = async (context: IExecuteFunctions, continueOnFail: boolean) =>
	await sendEffects(context, continueOnFail, 'opportunity');
