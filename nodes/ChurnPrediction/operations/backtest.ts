import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Backtest, MissedAccount } from '../../../scoring/churn/Backtest';
import { backtestScore } from '../../../scoring/churn/backtestScore';
import { readArr } from '../../../scoring/churn/readArr';
import { readOutcomes } from '../../../scoring/churn/readOutcomes';
import { readScorePoints } from '../../../scoring/churn/readScorePoints';
import type { Issue } from '../../../scoring/core/issue';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows, type InputRow } from '../../../shared/n8n/listRows';
import { runSteps } from '../../../shared/n8n/runSteps';
import { unwrap } from '../../../shared/n8n/unwrap';
import { adviseWeights } from './adviseWeights';
import { readBacktesting } from './readBacktesting';
import { sortRecords } from './sortRecords';
import { warnUser } from './warnUser';
import { writeVerdictRow } from './writeVerdictRow';

const [VERDICT, ACCOUNTS, WEIGHTS] = [0, 1, 2];

const NO_OUTCOMES: Issue = {
	code: 'no-outcomes',
	path: 'Records',
	message: 'No row of cs_outcomes came in on Records, so nobody knows who churned.',
	remedy: 'Connect the rows of cs_outcomes and cs_accounts to the Records input.',
	severity: 'warning',
};

/** Past values of a score and what became of the accounts in; whether it knew it in time, whom it got wrong and better weights out. */
export async function backtest(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const settings = readBacktesting(context);
	const rows = listRows(items);
	const records = sortRecords(context);
	const read = readScorePoints(
		rows.map(({ json }) => json),
		settings.columns,
	);
	const { outcomes, skipped } = readOutcomes(records.outcomes);
	const options = { ...settings.options, rates: records.rates };
	const steps = backtestScore(read.points, outcomes, readArr(records.accounts), options);
	const report = unwrap(context.getNode(), await runSteps(context, steps), null);
	const { advice, weights } = await runSteps(context, adviseWeights(report, settings));

	const left = { ...read.skipped, ...skipped, ...report.skipped };
	addHint(context, {
		'rows read': rows.length,
		'values used': read.points.length,
		outcomes: outcomes.length,
		'accounts judged': report.cases.all,
		churned: report.cases.churned,
		...Object.fromEntries(
			Object.entries(left).map(([reason, count]) => [`left out (${worded(reason)})`, count]),
		),
	});
	const good = report.verdict.code === 'useful' || report.verdict.code === 'strong';
	addHint(context, report.verdict.text, good ? 'info' : 'warning');
	const notes = [...(outcomes.length === 0 ? [NO_OUTCOMES] : []), ...read.notes, ...report.notes];
	const warnings = warnUser(context, [], notes);
	return [
		{ json: writeVerdictRow(report, advice, { skipped: left, warnings }), from: 0, output: VERDICT },
		...missRows(report, itemsOf(rows, settings.columns.account)),
		...weights.map((json): BatchRow => ({ json, from: 0, output: WEIGHTS })),
	];
}

/** `scoreWithoutDay` as words. */
const worded = (reason: string): string => reason.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Items of each account. */
function itemsOf(rows: readonly InputRow[], field: string): Map<string, number[]> {
	const items = new Map<string, number[]>();
	for (const { json, item } of rows) {
		const known = items.get(String(json[field]));
		if (known === undefined) items.set(String(json[field]), [item]);
		else if (known.at(-1) !== item) known.push(item);
	}
	return items;
}

/** The accounts that were called wrongly, each linked to its values. */
function missRows(report: Backtest, items: ReadonlyMap<string, readonly number[]>): BatchRow[] {
	const row =
		(list: string) =>
		(missed: MissedAccount): BatchRow => ({
			json: { list, score: report.score, ...missed } as unknown as IDataObject,
			from: items.get(missed.account_id) ?? null,
			output: ACCOUNTS,
		});
	return [
		...report.greenButChurned.map(row('green but churned')),
		...report.redButRenewed.map(row('red but renewed')),
	];
}
