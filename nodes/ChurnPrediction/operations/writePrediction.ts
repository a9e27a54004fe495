import type { IDataObject } from 'n8n-workflow';

import { churnBandOf } from '../../../scoring/churn/churnBandOf';
import { compareRuns, type RunComparison } from '../../../scoring/churn/compareRuns';
import { daysUntil } from '../../../scoring/churn/daysUntil';
import { wordProbability } from '../../../scoring/churn/wordProbability';
import { wordReasons, type Reason } from '../../../scoring/churn/wordReasons';
import { filledText } from '../../../shared/filledText';
import type { RankedCase } from './ChurnCase';
import { valueOf30DaysBefore, type PastValue } from './readPast';
import { RULE_VERSION } from './ruleVersion';
import { wordPrediction } from './wordPrediction';
import type { RowFrame } from './RowFrame';

const MOST_SIGNALS = 12;

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

/** The output item of one account: the columns of cs_scores in their order, then extras a person or an IF node reads. */
export function writePrediction(
	ranked: RankedCase,
	past: readonly PastValue[],
	inputHash: string,
	frame: RowFrame,
): IDataObject {
	const { churnCase, prediction, lossMinor, explanation } = ranked;
	const { settings, stored } = frame.run;
	const { day } = settings.asOf;
	const { probability } = prediction;
	const value = percent(probability);
	// A reason that leaves the number as it reads is none to a person.
	const reasons = (explanation === null ? [] : wordReasons(explanation, churnCase.facts)).filter(
		({ from, to }) => wordProbability(from) !== wordProbability(to),
	);
	const changes = compareRuns({ value }, past.at(-1) ?? null, valueOf30DaysBefore(past, day));
	// Saved executions of very many accounts need rows of numbers alone.
	const detail = settings.explained === 0 ? null : detailOf(ranked, reasons, changes, past, frame);
	const points = [...past, { on: day, value }].flatMap((point) =>
		point.value === null ? [] : [{ on: point.on, value: point.value / 100 }],
	);
	return {
		run_id: settings.runId,
		score: 'churn',
		account_id: churnCase.accountId,
		as_of_on: day,
		value,
		band: churnBandOf(value)?.id ?? null,
		low: percent(prediction.low),
		high: percent(prediction.high),
		coverage: prediction.coverage,
		confidence: prediction.confidence,
		trend: changes.trend,
		delta: changes.delta,
		reason: wordPrediction(ranked, reasons, frame),
		detail_json: detail === null ? null : JSON.stringify(detail),
		model_version: stored?.modelId ?? RULE_VERSION,
		config_hash: frame.configHash,
		input_hash: inputHash,
		name: filledText(churnCase.row.name),
		probability,
		risk: churnCase.rule.risk,
		horizon_days: frame.horizonDays,
		expected_arr_loss_minor: lossMinor,
		arr_minor: churnCase.arrMinor,
		currency: churnCase.currency,
		days_until_threshold: probability === null ? null : daysUntil(points, settings.untilPercent / 100),
		basis: prediction.basis,
		change_30d: changes.change30d,
		change: changes.direction === null ? null : changes.words,
		at_risk: value === null ? null : value >= settings.atRiskFrom,
		csm_id: filledText(churnCase.row.csm_id),
		tier: filledText(churnCase.row.tier),
		warnings: frame.warnings.map(({ text }) => text),
		details: detail,
	};
}

/** Structure behind a prediction, as it stands in detail_json. Lists of lists keep the row small. */
function detailOf(
	{ churnCase, prediction, convertedMinor, explanation }: RankedCase,
	reasons: readonly Reason[],
	changes: RunComparison,
	past: readonly PastValue[],
	{ run, warnings, horizonDays }: RowFrame,
): IDataObject {
	const { rule } = churnCase;
	const previous = past.at(-1) ?? null;
	const version = run.stored?.modelId ?? RULE_VERSION;
	return {
		basis: prediction.basis,
		model: run.stored?.modelId ?? null,
		// The table has no column for it, and nobody can use a probability without it.
		horizon_days: horizonDays,
		base: explanation?.base ?? null,
		log_odds: explanation?.logOdds ?? null,
		contributions:
			explanation?.contributions.map(({ field, value, logOdds }) => [field, value ?? null, logOdds]) ?? [],
		reasons: reasons.map(({ words }) => words),
		doubts: [...prediction.doubts],
		signals: rule.signals
			.filter(({ contribution }) => contribution > 0)
			.slice(0, MOST_SIGNALS)
			.map(({ family, id, contribution, words }) => [family, id, contribution, words]),
		families: rule.families.map(({ id, risk, contribution }) => [id, risk, contribution]),
		base_rates: rule.matched.map(({ label, rate, horizon, words }) => [label, rate, horizon, words]),
		previous: previous === null ? null : { on: previous.on, value: previous.value },
		change_30d: changes.change30d,
		// A number of another model is not the same measure: what changed may be the model.
		model_changed: previous === null || previous.version === null ? null : previous.version !== version,
		expected_arr_loss: { minor: convertedMinor, currency: run.settings.currency },
		warnings: [...new Set(warnings.map(({ code }) => code))],
	} as unknown as IDataObject;
}
