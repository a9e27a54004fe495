import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { HealthAlerts, HealthAlertsInput } from '../../../scoring/alerts/HealthAlerts';
import { raiseHealthAlerts } from '../../../scoring/alerts/raiseHealthAlerts';
import { readAlertScores } from '../../../scoring/alerts/readAlertScores';
import { sortContextRows } from '../../../scoring/alerts/sortContextRows';
import { addHint } from '../../../shared/n8n/addHint';
import { forBatch, type BatchRow } from '../../../shared/n8n/forBatch';
import { readInput } from '../../../shared/n8n/readInput';
import { unwrap } from '../../../shared/n8n/unwrap';
import { OUTPUT_NAMES } from '../CustomerAlert.outputs';
import { readDayParameters, readText } from '../readDayParameters';
import { linkRows } from './linkRows';

const NAMES_SHOWN = 10;
const [ALERTS, CHANGES, MESSAGES, AUDIT] = [0, 1, 2, 3];

/** Scores and context in; rows of cs_alerts to insert and to update, of cs_outbox and of cs_audit out. */
export async function raise(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const outputs = OUTPUT_NAMES.raiseHealthAlerts.length;
	return await forBatch(context, continueOnFail, (items) => rows(context, items), outputs);
}

function* rows(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Generator<BatchRow> {
	const read = readAlertScores(items.map((item) => item.json));
	for (const { position, accountId, issues } of read.faults) {
		const known: IDataObject = accountId === null ? {} : { account_id: accountId };
		yield { json: known, from: position, fault: issues };
	}
	const found = sortContextRows(readInput(context, 1).map((item) => item.json));
	const input: HealthAlertsInput = { ...readParameters(context), ...found, scores: read.scores };
	const result = unwrap(context.getNode(), raiseHealthAlerts(input), null);
	const from = linkRows(input, result, read.positions);
	for (const row of result.alerts) yield { json: { ...row }, from: from(row.alert_key), output: ALERTS };
	for (const row of result.changes) yield { json: { ...row }, from: from(row.alert_key), output: CHANGES };
	for (const row of result.messages) yield { json: { ...row }, from: from(row.effect_key), output: MESSAGES };
	for (const row of result.audit) yield { json: { ...row }, from: from(row.subject), output: AUDIT };
	addHints(context, result, read.faults.length, read.skipped, found.unrecognised);
	if (found.accounts.length === 0 && read.scores.length > 0) {
		addHint(
			context,
			'No row of cs_accounts came in on Context, so alerts reach nobody. Connect cs_accounts and cs_people.',
			'warning',
		);
	}
}

function readParameters(context: IExecuteFunctions) {
	const options = context.getNodeParameter('raiseOptions', 0, {}) as IDataObject;
	return {
		...readDayParameters(context),
		thresholds: {
			alertBelow: Number(context.getNodeParameter('alertBelow', 0)),
			executiveBelow: Number(context.getNodeParameter('executiveBelow', 0)),
		},
		digestPersonId: readText(context, 'digestPersonId'),
		runId: readText(context, 'runId') ?? context.getExecutionId(),
		dueInHours: Number(options.dueInHours ?? 24),
		accountLink: options.accountLink ? String(options.accountLink) : null,
		currency: String(options.currency ?? 'USD'),
	};
}

function addHints(
	context: IExecuteFunctions,
	{ counts, unreached }: HealthAlerts,
	faulty: number,
	skipped: number,
	unrecognised: number,
): void {
	addHint(context, {
		'scores read': counts.read,
		'without enough data': counts.insufficient,
		skipped,
		faulty,
		'alerts opened': counts.opened,
		closed: counts.closed,
		'still open': counts.stillOpen,
		'accounts in the first digest': counts.inDigest,
		messages: counts.messages,
		'reaching nobody': counts.unreached,
	});
	if (unreached.length > 0) {
		const names = [...new Set(unreached.map(({ name, reason }) => `${name} (${reason})`))];
		const more = names.length > NAMES_SHOWN ? `, and ${names.length - NAMES_SHOWN} more` : '';
		addHint(context, `Reaches nobody: ${names.slice(0, NAMES_SHOWN).join(', ')}${more}.`, 'warning');
	}
	if (unrecognised > 0) {
		addHint(
			context,
			`Rows on Context that belong to no table this node reads, and were left out: ${unrecognised}.`,
			'warning',
		);
	}
}
