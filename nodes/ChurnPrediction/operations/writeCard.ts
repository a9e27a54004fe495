import type { IDataObject } from 'n8n-workflow';

import type { ModelCardExtra } from '../../../scoring/churn/ModelCard';
import { writeModelCard } from '../../../scoring/churn/writeModelCard';
import type { TrainedModel } from '../../../scoring/learn/Model';

/** What identifies a stored model. */
export interface CardSubject {
	readonly model: TrainedModel;
	readonly modelId: string;
	readonly trainedAt: string;
	readonly hash: string;
	readonly horizonDays: number | null;
}

/** The item that says what a model is and how good: flat figures for an IF node, `text` for people (Markdown), the rest in `details`. */
export function writeCard(
	{ model, modelId, trainedAt, hash, horizonDays }: CardSubject,
	extra: ModelCardExtra,
	warnings: readonly string[],
): IDataObject {
	const card = writeModelCard(model, { modelId, trainedAt, horizonDays, ...extra });
	const { metrics, signal } = model;
	const { markdown, ...details } = card;
	return {
		model_id: modelId,
		kind: model.kind,
		trained_at: trainedAt,
		hash,
		horizon_days: horizonDays,
		rows: model.rows,
		events: model.events,
		base_rate: model.base.rate,
		auc: metrics?.auc ?? null,
		auc_low: metrics?.aucLow ?? null,
		auc_high: metrics?.aucHigh ?? null,
		rule_auc: extra.rule?.auc ?? null,
		pr_auc: metrics?.prAuc ?? null,
		log_loss: metrics?.logLoss ?? null,
		base_log_loss: metrics?.baseLogLoss ?? null,
		brier: metrics?.brier ?? null,
		ece: metrics?.ece ?? null,
		lift10: metrics?.lift10 ?? null,
		weak_signal: signal === null ? null : signal.weak,
		fields: model.schema.fields.length,
		seed: model.seed,
		warnings: [...warnings],
		text: markdown,
		details: details as unknown as IDataObject,
	};
}
