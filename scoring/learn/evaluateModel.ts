import type { Outcome } from '../core/issue';
import { wordCount } from '../core/wordCount';
import { checkLabels } from './checkLabels';
import type { Evaluation, Ranking } from './Evaluation';
import { measureDrift } from './measureDrift';
import { measureMetrics } from './measureMetrics';
import type { Metrics } from './Metrics';
import type { TrainedModel } from './Model';
import { predictTable } from './predictTable';
import { rankingOf } from './rankingOf';
import type { RawTable } from './RawTable';
import type { Steps } from './Steps';
import { tabulateCalibration } from './tabulateCalibration';
import { warnEvaluation } from './warnEvaluation';

export interface EvaluationOptions {
	/** Rule score by row, higher is riskier; NaN: not observed. */
	readonly rule?: Float64Array | null;
	/** Days since the model was trained. */
	readonly ageDays?: number | null;
}

/**
 * How good a model is on labelled rows (1 happened) it was not trained on: every metric beside that of telling everybody the training's base rate and beside
 * the rule score's ranking on the same rows, calibration by tenths, drift, and warnings. Fails where the table does not fit the model.
 */
export function* evaluateModel(
	model: TrainedModel,
	table: RawTable,
	labels: Uint8Array,
	options: EvaluationOptions = {},
): Steps<Outcome<Evaluation>> {
	const issues = checkLabels(table, labels);
	if (issues.length > 0) return { ok: false, issues };
	const predicted = yield* predictTable(model, table);
	if (!predicted.ok) return predicted;
	const probabilities = predicted.value;
	yield { stage: 'measuring the model', done: 0, total: 1 };
	const metrics = measureMetrics(probabilities, labels);
	const base = measureMetrics(new Float64Array(labels.length).fill(model.base.rate), labels);
	const rule = options.rule ? rankingOf(options.rule, labels) : null;
	yield { stage: 'measuring the model', done: 1, total: 1 };
	const drift = yield* measureDrift(model.reference, table, model.schema);
	const logLossSkill = skill(metrics.logLoss, base.logLoss);
	const ageDays = options.ageDays ?? null;
	return {
		ok: true,
		value: {
			kind: model.kind,
			metrics,
			base,
			rule,
			calibration: tabulateCalibration(probabilities, labels),
			logLossSkill,
			brierSkill: skill(metrics.brier, base.brier),
			drift,
			warnings: warnEvaluation({ metrics, logLossSkill, drift, ageDays }),
			probabilities,
			text: word(metrics, base, rule, logLossSkill),
		},
		warnings: predicted.warnings,
	};
}

/** Share of the base rate's loss that the model saves; null where there is no loss to save. */
function skill(loss: number | null, base: number | null): number | null {
	return loss === null || base === null || base <= 0 ? null : 1 - loss / base;
}

function word(metrics: Metrics, base: Metrics, rule: Ranking | null, logLossSkill: number | null): string {
	const { auc, aucLow, aucHigh, rows, events } = metrics;
	if (auc === null || aucLow === null || aucHigh === null) {
		const which = events === 0 ? 'none of them has the event' : 'all of them have the event';
		return `The model can not be judged on ${rows === 1 ? 'this 1 row' : `these ${rows} rows`}: ${which}.`;
	}
	const beside =
		rule === null || rule.auc === null
			? ''
			: `, the rule score ${rule.auc.toFixed(2)} on ${rule.rows} of them`;
	const gain =
		logLossSkill === null
			? ''
			: ` Its log-loss is ${Math.abs(100 * logLossSkill).toFixed(1)} % ${logLossSkill > 0 ? 'below' : 'above'} the base rate's (${(metrics.logLoss as number).toFixed(4)} against ${(base.logLoss as number).toFixed(4)}).`;
	return `On ${wordCount(rows, 'row')} with ${wordCount(events, 'event')} the model reaches an AUC of ${auc.toFixed(2)} (${aucLow.toFixed(2)}-${aucHigh.toFixed(2)})${beside}.${gain}`;
}
