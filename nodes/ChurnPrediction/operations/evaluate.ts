import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { daysBetween } from '../../../scoring/core/daysBetween';
import { compareModels } from '../../../scoring/learn/compareModels';
import type { Comparison, Evaluation } from '../../../scoring/learn/Evaluation';
import { evaluateModel } from '../../../scoring/learn/evaluateModel';
import { readDay } from '../../../shared/fields/readDay';
import type { StoredModel } from '../../../shared/learn/readModelRows';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { runSteps } from '../../../shared/n8n/runSteps';
import { unwrap } from '../../../shared/n8n/unwrap';
import { readEvaluating } from './readEvaluating';
import { readRunDay } from './readRun';
import { seenInTraining } from './seenInTraining';
import { warnUser } from './warnUser';
import { writeCard } from './writeCard';

const [RESULTS, CARD] = [0, 1];

/** Labelled rows and models in; how good each model is on them, and which should predict from now on, out. */
export async function evaluate(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<BatchRow[]> {
	const node = context.getNode();
	const { table, labels, rule, groups, notes, models, champion } = readEvaluating(context, items);
	const { day } = readRunDay(context);
	const rows: BatchRow[] = [];
	const cards: BatchRow[] = [];
	for (const stored of models) {
		const ageDays = daysBetween(readDay(stored.trainedAt) ?? day, day);
		const measured = await runSteps(context, evaluateModel(stored.model, table, labels, { rule, ageDays }));
		const evaluation = unwrap(node, measured, null);
		const compared =
			stored === champion
				? null
				: unwrap(
						node,
						await runSteps(context, compareModels(champion.model, stored.model, table, labels, { groups })),
						null,
					);
		const seen = seenInTraining(stored, table);
		const noticed = measured.ok ? measured.warnings : [];
		const warnings = warnUser(context, evaluation.warnings, [...(seen === null ? [] : [seen]), ...noticed]);
		if (compared !== null) addHint(context, `${stored.modelId}: ${compared.text}`);
		rows.push({
			json: resultOf(stored, evaluation, compared, champion.modelId, warnings),
			from: 0,
			output: RESULTS,
		});
		const horizon = stored.model.context.horizon_days;
		const subject = { ...stored, horizonDays: typeof horizon === 'number' ? horizon : null };
		const extra = { evaluation, rule: evaluation.rule, ageDays, warnings: evaluation.warnings };
		cards.push({ json: writeCard(subject, extra, warnings), from: 0, output: CARD });
	}
	warnUser(context, [], notes);
	addHint(context, {
		'labelled rows': labels.length,
		churned: labels.reduce((sum, label) => sum + label, 0),
		models: models.length,
	});
	return [...rows, ...cards];
}

function resultOf(
	{ modelId, trainedAt, model }: StoredModel,
	{ metrics, base, rule, logLossSkill, text, drift }: Evaluation,
	compared: Comparison | null,
	championId: string,
	warnings: readonly string[],
): IDataObject {
	return {
		model_id: modelId,
		kind: model.kind,
		trained_at: trainedAt,
		champion: modelId === championId,
		rows: metrics.rows,
		events: metrics.events,
		auc: metrics.auc,
		auc_low: metrics.aucLow,
		auc_high: metrics.aucHigh,
		rule_auc: rule?.auc ?? null,
		pr_auc: metrics.prAuc,
		log_loss: metrics.logLoss,
		base_log_loss: base.logLoss,
		log_loss_skill: logLossSkill,
		brier: metrics.brier,
		ece: metrics.ece,
		lift10: metrics.lift10,
		largest_psi: drift.fields[0]?.psi ?? null,
		compared_with: compared === null ? null : championId,
		difference: compared?.difference ?? null,
		standard_error: compared?.standardError ?? null,
		promote: compared?.promote ?? false,
		text: compared === null ? text : `${text} ${compared.text}`,
		warnings: [...warnings],
	};
}
