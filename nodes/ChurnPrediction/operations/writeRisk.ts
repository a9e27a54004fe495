import type { IDataObject } from 'n8n-workflow';

import { churnBandOf } from '../../../scoring/churn/churnBandOf';
import { compareRuns } from '../../../scoring/churn/compareRuns';
import { filledText } from '../../../shared/filledText';
import type { RankedCase } from './ChurnCase';
import { valueOf30DaysBefore, type PastValue } from './readPast';
import { RULE_VERSION } from './ruleVersion';
import type { RowFrame } from './RowFrame';

/** The output item with the risk of the transparent rule, 0 to 100: a score of its own, never mixed up with the probability. */
export function writeRisk(
	{ churnCase, prediction }: RankedCase,
	past: readonly PastValue[],
	inputHash: string,
	{ run, ruleHash }: RowFrame,
): IDataObject {
	const { rule, row } = churnCase;
	const { settings } = run;
	const { day } = settings.asOf;
	const reasons = rule.contributions
		.filter(({ points }) => points > 0)
		.map(({ id, points }) => ({ field: id, size: points }));
	const changes = compareRuns(
		{ value: rule.risk, reasons },
		past.at(-1) ?? null,
		valueOf30DaysBefore(past, day),
	);
	const previous = past.at(-1) ?? null;
	const detail = {
		contributions: rule.contributions.map(({ id, family, points }) => [id, family, points]),
		families: rule.families.map(({ id, label, risk, coverage, contribution }) => [
			id,
			label,
			risk,
			coverage,
			contribution,
		]),
		signals: rule.signals
			.filter(({ contribution }) => contribution > 0)
			.map(({ id, family, contribution, words }) => [id, family, contribution, words]),
		missing: rule.signals.filter(({ badness }) => badness === null).map(({ id }) => id),
		previous: previous === null ? null : { on: previous.on, value: previous.value },
		change_30d: changes.change30d,
	};
	return {
		run_id: settings.runId,
		score: 'churn_risk',
		account_id: churnCase.accountId,
		as_of_on: day,
		value: rule.risk,
		band: churnBandOf(rule.risk)?.id ?? null,
		low: rule.low,
		high: rule.high,
		coverage: rule.coverage,
		confidence: rule.confidence,
		trend: changes.trend,
		delta: changes.delta,
		reason: rule.words,
		detail_json: settings.explained === 0 ? null : JSON.stringify(detail),
		model_version: RULE_VERSION,
		config_hash: ruleHash,
		input_hash: inputHash,
		name: filledText(row.name),
		probability: prediction.probability,
		arr_minor: churnCase.arrMinor,
		currency: churnCase.currency,
		change_30d: changes.change30d,
		change: changes.direction === null ? null : changes.words,
		csm_id: filledText(row.csm_id),
		tier: filledText(row.tier),
		details: settings.explained === 0 ? null : (detail as unknown as IDataObject),
	};
}
