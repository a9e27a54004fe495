import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AlertSubject } from '../../../scoring/alerts/AlertSubject';
import type { AlertsInput, HealthAlerts } from '../../../scoring/alerts/HealthAlerts';
import { readAlertScores } from '../../../scoring/alerts/readAlertScores';
import { sortContextRows } from '../../../scoring/alerts/sortContextRows';
import { addHint } from '../../../shared/n8n/addHint';
import { forBatch, type BatchRow } from '../../../shared/n8n/forBatch';
import { readInput } from '../../../shared/n8n/readInput';
import { OUTPUT_NAMES } from '../CustomerAlert.outputs';
import { readDayParameters, readText } from '../readDayParameters';
import { addAlertHints } from './addAlertHints';
import { linkRows } from './linkRows';

const [ALERTS, CHANGES, MESSAGES, AUDIT] = [0, 1, 2, 3];

/** Reads scores of one subject and the context, has the alerts of them decided, and hands out the rows, each linked to its scores. */
export async function raiseRows(
	context: IExecuteFunctions,
	continueOnFail: boolean,
	subject: AlertSubject,
	decide: (input: AlertsInput & Pick<ReturnType<typeof sortContextRows>, 'syncs'>) => HealthAlerts,
): Promise<INodeExecutionData[][]> {
	function* rows(items: readonly INodeExecutionData[]): Generator<BatchRow> {
		const read = readAlertScores(
			items.map((item) => item.json),
			subject,
		);
		for (const { position, accountId, issues } of read.faults) {
			const known: IDataObject = accountId === null ? {} : { account_id: accountId };
			yield { json: known, from: position, fault: issues };
		}
		const found = sortContextRows(readInput(context, 1).map((item) => item.json));
		const input = { ...readParameters(context), ...found, scores: read.scores };
		const result = decide(input);
		const from = linkRows(input, result, read.positions);
		for (const row of result.alerts) yield { json: { ...row }, from: from(row.alert_key), output: ALERTS };
		for (const row of result.changes) yield { json: { ...row }, from: from(row.alert_key), output: CHANGES };
		for (const row of result.messages) {
			yield { json: { ...row }, from: from(row.effect_key), output: MESSAGES };
		}
		for (const row of result.audit) yield { json: { ...row }, from: from(row.subject), output: AUDIT };
		addAlertHints(context, result, read.faults.length, read.skipped, found.unrecognised);
		if (found.accounts.length === 0 && read.scores.length > 0) {
			addHint(
				context,
				'No row of cs_accounts came in on Context, so alerts reach nobody. Connect cs_accounts and cs_people.',
				'warning',
			);
		}
	}
	return await forBatch(context, continueOnFail, rows, OUTPUT_NAMES.raiseHealthAlerts.length);
}

function readParameters(context: IExecuteFunctions) {
	const options = context.getNodeParameter('raiseOptions', 0, {}) as IDataObject;
	return {
		...readDayParameters(context),
		digestPersonId: readText(context, 'digestPersonId'),
		runId: readText(context, 'runId') ?? context.getExecutionId(),
		dueInHours: Number(options.dueInHours ?? 24),
		accountLink: options.accountLink ? String(options.accountLink) : null,
		currency: String(options.currency ?? 'USD'),
	};
}
