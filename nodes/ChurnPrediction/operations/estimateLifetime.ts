import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { estimateLifetimes } from '../../../scoring/churn/estimateLifetimes';
import type { LifetimeReport } from '../../../scoring/churn/Lifetime';
import type { Steps } from '../../../scoring/learn/Steps';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { runSteps } from '../../../shared/n8n/runSteps';
import { unwrap } from '../../../shared/n8n/unwrap';
import { readChurnAccounts } from './readChurnAccounts';
import { readLifetime, type LifetimeSettings } from './readLifetime';
import { sortRecords } from './sortRecords';
import { warnUser } from './warnUser';
import { writeCurveMonth, writeLifetime, writeLifetimeSummary } from './writeLifetime';

const [ACCOUNTS, CURVE, SUMMARY] = [0, 1, 2];
const ROWS_PER_STEP = 1_000;

/** Accounts and their outcomes in; how long each that is there today will probably stay, the curves, and a summary out. */
export async function estimateLifetime(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const settings = readLifetime(context);
	const records = sortRecords(context);
	const { accounts, faults } = readChurnAccounts(listRows(items), 'account_id', () => null);
	const portfolio = {
		accounts: accounts.map(({ row }) => row),
		records: records.byAccount,
		outcomes: records.outcomes,
	};
	const outcome = await runSteps(context, estimateLifetimes(portfolio, settings));
	const report = unwrap(context.getNode(), outcome, null);

	const warnings = warnUser(context, [], report.notes);
	const { skipped } = report.read;
	addHint(context, {
		'accounts read': accounts.length,
		'there today': report.accounts.length,
		churned: report.all.churned,
		...Object.fromEntries(
			Object.entries(skipped)
				.filter(([, count]) => count > 0)
				.map(([reason, count]) => [`left out (${reason.replaceAll('-', ' ')})`, count]),
		),
		'records of no known table': records.unknown,
		'faulty items': faults.length,
	});
	addHint(context, report.all.text);
	addHint(context, report.hazard.text);
	const itemOf = new Map(accounts.map(({ accountId, item }) => [accountId, item]));
	const rows = await runSteps(context, accountRows(report, settings, itemOf));
	return [
		...faults,
		...rows,
		...report.curve.map(
			(month): BatchRow => ({ json: writeCurveMonth(month, settings), from: 0, output: CURVE }),
		),
		{ json: writeLifetimeSummary(report, settings, warnings), from: 0, output: SUMMARY },
	];
}

function* accountRows(
	{ accounts }: LifetimeReport,
	settings: LifetimeSettings,
	itemOf: ReadonlyMap<string, number>,
): Steps<BatchRow[]> {
	const rows: BatchRow[] = [];
	for (const told of accounts) {
		if (rows.length % ROWS_PER_STEP === 0)
			yield { stage: 'writing lifetimes', done: rows.length, total: accounts.length };
		rows.push({
			json: writeLifetime(told, settings),
			from: itemOf.get(told.present.accountId) ?? null,
			output: ACCOUNTS,
		});
	}
	return rows;
}
