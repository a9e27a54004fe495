import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { daysBetween } from '../../../scoring/core/daysBetween';
import { explainTable } from '../../../scoring/learn/explainTable';
import type { Explanation } from '../../../scoring/learn/Explanation';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { readDay } from '../../../shared/fields/readDay';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { listRows } from '../../../shared/n8n/listRows';
import { readInput } from '../../../shared/n8n/readInput';
import { runSteps } from '../../../shared/n8n/runSteps';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { unwrap } from '../../../shared/n8n/unwrap';
import { applyModel } from './applyModel';
import type { ChurnCase, Prediction, RankedCase } from './ChurnCase';
import { leaveReason } from './leaveReason';
import { measureCases } from './measureCases';
import { modelTable } from './modelTable';
import { describeRun, type PredictedRun } from './describeRun';
import { predictByRule } from './predictByRule';
import { rankCases } from './rankCases';
import { readChurnAccounts } from './readChurnAccounts';
import { findModel, readModels } from './readModels';
import { readPast } from './readPast';
import { readPredicting, type Predicting } from './readPredicting';
import { sortRecords } from './sortRecords';
import { writePredictions } from './writePredictions';

/** Index of the History input. */
const HISTORY = 3;

/** Accounts in; probability, rule risk and summary out, those with the most ARR to lose first. */
export async function predict(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const settings = readPredicting(context);
	const { asOf } = settings;
	const { stored, models } = chooseModel(context, settings);
	const records = sortRecords(context);
	const past = readPast(readInput(context, HISTORY), asOf.day, settings.runId ?? '');
	const intake = readChurnAccounts(
		listRows(items),
		settings.accountField,
		leaveReason(records.outcomes, asOf),
	);
	const fromRecords = measured(settings, stored, records.byAccount.size);
	const cases = await runSteps(
		context,
		measureCases(intake.accounts, fromRecords ? records.byAccount : null, asOf.until),
	);
	const table = stored === null ? null : modelTable(stored.model, cases, fromRecords, asOf.day);
	const ageDays = stored === null ? null : daysBetween(readDay(stored.trainedAt) ?? '', asOf.day);
	const applied =
		stored === null || table === null || cases.length === 0
			? null
			: unwrap(context.getNode(), await runSteps(context, applyModel(stored.model, table, ageDays)), null);
	const predictions: readonly Prediction[] = applied?.predictions ?? cases.map(predictByRule);
	const order = rankCases(cases, predictions, settings.currency, records.rates, asOf.day);
	const ranked =
		stored === null || table === null
			? order.ranked
			: await explain(context, stored, table, cases, order.ranked, settings.explained);

	const run: PredictedRun = {
		settings,
		stored,
		models,
		intake,
		records,
		fromRecords,
		ageDays,
		applied,
		ranked,
		notConverted: order.notConverted,
	};
	const described = describeRun(context, run);
	const rows = await runSteps(context, writePredictions(run, past, described));
	return [...intake.faults, ...rows];
}

function chooseModel(
	context: IExecuteFunctions,
	settings: Predicting,
): { stored: StoredModel | null; models: number } {
	const models = readModels(context);
	const found = findModel(models, settings.modelId, 'newest');
	if (found !== null && 'severity' in found) throw toNodeError(context.getNode(), found, null);
	return { stored: found, models: models.length };
}

/** Whether facts are measured from records; a model says what it was trained on. */
function measured({ rows }: Predicting, stored: StoredModel | null, accounts: number): boolean {
	if (rows !== 'auto') return rows === 'fromRecords';
	return stored === null ? accounts > 0 : stored.model.context.rows === 'snapshots';
}

/** Adds the reasons to the first `count` of the list; explaining all of very many accounts takes longer than anybody reads. */
async function explain(
	context: IExecuteFunctions,
	stored: StoredModel,
	table: RawTable,
	cases: readonly ChurnCase[],
	ranked: readonly RankedCase[],
	count: number,
): Promise<readonly RankedCase[]> {
	const rowOf = new Map(cases.map((churnCase, row) => [churnCase, row]));
	const wanted = ranked.slice(0, count).map(({ churnCase }) => rowOf.get(churnCase) as number);
	if (wanted.length === 0) return ranked;
	const rows = Int32Array.from(wanted).sort();
	const explained = unwrap(
		context.getNode(),
		await runSteps(context, explainTable(stored.model, table, rows)),
		null,
	);
	const byRow = new Map<number, Explanation>();
	for (const [place, row] of rows.entries()) {
		const explanation = explained[place];
		if (explanation !== undefined) byRow.set(row, explanation);
	}
	return ranked.map((one) => ({
		...one,
		explanation: byRow.get(rowOf.get(one.churnCase) as number) ?? null,
	}));
}
