import type { IDataObject } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';
import type { ReconciledOpportunity } from '../../../scoring/expansion/reconcileAccount';
import { scoreExpansion } from '../../../scoring/expansion/scoreExpansion';
import { sumGrowth } from '../../../scoring/expansion/sumGrowth';
import { numberIn } from '../../../scoring/measures/numberIn';
import { filledText } from '../../../shared/filledText';
import { hash12 } from '../../../shared/hash12';
import type { ExpansionCase } from './ExpansionCase';
import { MODEL_VERSION, type Detecting } from './readDetecting';

/**
 * The account as a row of cs_scores (score `expansion`): the columns in their order, then what a person or an IF node reads. None for an account without
 * an open opportunity that was found in this run.
 */
export function writeScore(
	one: Pick<ExpansionCase, 'account' | 'accountId'> & { readonly earlier: number | null },
	all: readonly ReconciledOpportunity[],
	rates: readonly RateRow[],
	detecting: Detecting,
): IDataObject[] {
	const { account, accountId, earlier } = one;
	const open = all.flatMap(({ found, reconciled, alternativeTo }) =>
		reconciled.change === 'resting' ? [] : [{ found, row: reconciled.row, alternativeTo }],
	);
	const score = scoreExpansion(open, earlier);
	if (score === null) return [];
	const currency = filledText(account.currency);
	const amounts = open.map(({ row, alternativeTo }) => ({
		amountMinor: row.amount_minor,
		currency: row.currency,
		alternativeTo,
	}));
	const growth = sumGrowth(amounts, numberIn(account, 'arr_minor'), currency, detecting.day, rates);
	const detail = {
		opportunity_id: score.opportunityId,
		basis: score.basis,
		blocked: score.blocked,
		amount_minor: growth.totalMinor,
		currency,
		share_of_arr: growth.shareOfArr,
		opportunities: open.map(({ found, row, alternativeTo }) => ({
			opportunity_id: row.opportunity_id,
			kind: row.kind,
			amount_minor: row.amount_minor,
			currency: row.currency,
			probability: row.probability,
			strength: Math.round(found.strength * 1e6) / 1e6,
			signals: found.signals.map(({ rule }) => rule.id),
			blockers: found.blockers.map(({ code }) => code),
			alternative_to: alternativeTo,
		})),
	};
	const row: IDataObject = {
		run_id: detecting.runId,
		score: 'expansion',
		account_id: accountId,
		as_of_on: detecting.day,
		value: score.value,
		band: score.band,
		low: score.low,
		high: score.high,
		coverage: score.coverage,
		confidence: score.confidence,
		trend: score.trend,
		delta: score.delta,
		reason: score.reason,
		detail_json: JSON.stringify(detail),
		model_version: MODEL_VERSION,
		config_hash: detecting.configHash,
		input_hash: hash12([accountId, earlier, detail, score.low, score.high, score.reason]),
	};
	if (detecting.onlyTableColumns) return [row];
	return [
		{
			...row,
			name: filledText(account.name),
			open: open.length,
			blocked: score.blocked,
			opportunity_id: score.opportunityId,
			amount_minor: growth.totalMinor,
			currency,
			share_of_arr: growth.shareOfArr,
			details: detail as unknown as IDataObject,
		},
	];
}
