import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { buildSnapshots } from '../../../scoring/churn/buildSnapshots';
import type { SnapshotRow, SnapshotSet } from '../../../scoring/churn/SnapshotSet';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { runSteps } from '../../../shared/n8n/runSteps';
import { unwrap } from '../../../shared/n8n/unwrap';
import { readChurnAccounts } from './readChurnAccounts';
import { readNames, readRunDay } from './readRun';
import { sortRecords } from './sortRecords';
import { warnUser } from './warnUser';

const [SNAPSHOTS, SUMMARY] = [0, 1];

/** Accounts and their history in; per account and day what was known then and whether it churned within the horizon out. */
export async function build(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const { gapDays = 0 } = context.getNodeParameter('buildOptions', 0, {}) as { gapDays?: number };
	const event: 'churned' | 'expanded' =
		context.getNodeParameter('event', 0) === 'expanded' ? 'expanded' : 'churned';
	const options = {
		event,
		asOfOn: readRunDay(context).day,
		horizonDays: Number(context.getNodeParameter('horizonDays', 0)),
		stepDays: Number(context.getNodeParameter('stepDays', 0)),
		gapDays: Number(gapDays),
		staticColumns: readNames(context, 'staticColumns'),
	};
	const records = sortRecords(context);
	const { accounts, faults } = readChurnAccounts(listRows(items), 'account_id', () => null);
	const portfolio = {
		accounts: accounts.map(({ row }) => row),
		records: records.byAccount,
		outcomes: records.outcomes,
	};
	const outcome = await runSteps(context, buildSnapshots(portfolio, options));
	const set = unwrap(context.getNode(), outcome, null);

	const warnings = warnUser(context, [], set.notes);
	addHint(context, {
		'accounts read': accounts.length,
		snapshots: set.rows.length,
		[event]: set.events,
		days: set.days.length,
		...leftOut(set),
		'records of no known table': records.unknown,
		'faulty items': faults.length,
	});
	const itemOf = new Map(accounts.map(({ accountId, item }) => [accountId, item]));
	return [
		...faults,
		...set.rows.map(
			(row): BatchRow => ({
				json: event === 'churned' ? { ...row } : labelled(row),
				from: itemOf.get(row.account_id) ?? null,
				output: SNAPSHOTS,
			}),
		),
		{ json: summaryOf(set, options, accounts.length, warnings), from: 0, output: SUMMARY },
	];
}

/** The label in a column of its own name, so that a model of expansion is never taken for one of churn. */
const labelled = ({ label, ...row }: SnapshotRow): IDataObject => ({ ...row, expanded: label });

const leftOut = ({ skipped }: SnapshotSet): Record<string, number> =>
	Object.fromEntries(
		Object.entries(skipped)
			.filter(([, count]) => count > 0)
			.map(([reason, count]) => [`left out (${reason.replaceAll('-', ' ')})`, count]),
	);

function summaryOf(
	{ rows, events, days, skipped }: SnapshotSet,
	options: {
		readonly event: 'churned' | 'expanded';
		readonly asOfOn: string;
		readonly horizonDays: number;
		readonly stepDays: number;
		readonly gapDays: number;
	},
	accounts: number,
	warnings: readonly string[],
): IDataObject {
	const { event, asOfOn, horizonDays, stepDays, gapDays } = options;
	return {
		as_of_on: asOfOn,
		horizon_days: horizonDays,
		step_days: stepDays,
		gap_days: gapDays,
		accounts,
		snapshots: rows.length,
		[event]: events,
		[`${event}_rate`]: rows.length === 0 ? null : events / rows.length,
		days: days.length,
		first_on: days[0] ?? null,
		last_on: days.at(-1) ?? null,
		warnings: [...warnings],
		details: { days: [...days], skipped: { ...skipped } },
	};
}
