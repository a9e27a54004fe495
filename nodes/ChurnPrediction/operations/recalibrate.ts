import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { LevelReport } from '../../../scoring/learn/Evaluation';
import { judgeLevel } from '../../../scoring/learn/judgeLevel';
import { writeModelRows, type ModelRow } from '../../../shared/learn/writeModelRows';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { runSteps } from '../../../shared/n8n/runSteps';
import { unwrap } from '../../../shared/n8n/unwrap';
import { readRecalibrating, type Recalibrating } from './readRecalibrating';
import { seenInTraining } from './seenInTraining';
import { warnUser } from './warnUser';

const [MODEL, CARD] = [0, 1];

/**
 * A model and newer rows with a known outcome in; the model with its level set to them (as rows of cs_models under a new ID) and a card out. No model leaves where none is
 * needed. The instant of training stays: nothing was learned anew, and so the model in use stays in use until somebody names the new one.
 */
export async function recalibrate(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const input = readRecalibrating(context, items);
	const { table, labels, groups, stored } = input;
	const outcome = await runSteps(context, judgeLevel(stored.model, table, labels, groups));
	const report = unwrap(context.getNode(), outcome, null);
	const modelRows = report.verdict === 'not_needed' ? [] : rowsOf(report, input);

	const seen = seenInTraining(stored, table);
	const noticed = outcome.ok ? outcome.warnings : [];
	const warnings = warnUser(context, [], [...input.notes, ...(seen === null ? [] : [seen]), ...noticed]);
	addHint(context, { 'labelled rows': report.recalibration.rows, churned: report.recalibration.events });
	addHint(context, `${stored.modelId}: ${report.text}`);
	return [
		...modelRows.map((row): BatchRow => ({ json: { ...row } as IDataObject, from: 0, output: MODEL })),
		{ json: cardOf(report, input, modelRows, warnings), from: 0, output: CARD },
	];
}

function rowsOf(
	{ recalibration }: LevelReport,
	{ stored, newModelId, asOf, lastOn }: Recalibrating,
): ModelRow[] {
	const { context } = recalibration.model;
	const before = typeof context.last_on === 'string' ? context.last_on : null;
	const model = {
		...recalibration.model,
		context: {
			...context,
			model_id: newModelId,
			// What happened until then the level has seen.
			last_on: lastOn === null || (before !== null && before > lastOn) ? before : lastOn,
			recalibrated: { ...(context.recalibrated as IDataObject), from: stored.modelId, on: asOf.day },
		},
	};
	return writeModelRows(model, { modelId: newModelId, trainedAt: stored.trainedAt });
}

function cardOf(
	report: LevelReport,
	{ stored, newModelId }: Recalibrating,
	modelRows: readonly ModelRow[],
	warnings: readonly string[],
): IDataObject {
	const { recalibration, verdict } = report;
	const horizon = stored.model.context.horizon_days;
	return {
		model_id: modelRows.length === 0 ? null : newModelId,
		from_model_id: stored.modelId,
		kind: stored.model.kind,
		trained_at: stored.trainedAt,
		hash: modelRows[0]?.hash ?? null,
		horizon_days: typeof horizon === 'number' ? horizon : null,
		verdict,
		rows: recalibration.rows,
		events: recalibration.events,
		accounts: report.clusters,
		predicted_rate: recalibration.before,
		observed_rate: recalibration.observed,
		observed_rate_low: report.observedLow,
		observed_rate_high: report.observedHigh,
		shift_log_odds: verdict === 'not_needed' ? 0 : recalibration.shift,
		predicted_rate_after: verdict === 'not_needed' ? recalibration.before : recalibration.after,
		log_loss_before: report.logLossBefore,
		log_loss_after: report.logLossAfter,
		difference: report.difference,
		standard_error: report.standardError,
		promote: report.promote,
		text: report.text,
		warnings: [...warnings],
	};
}
