import type { IDataObject } from 'n8n-workflow';

import type { ClaimCheck } from '../../../scoring/value/checkClaim';
import type { Trajectory } from '../../../scoring/value/projectValue';
import { hash12 } from '../../../shared/hash12';
import { textIn } from './readEntry';
import type { RoiSetting } from './readRoi';
import type { MeasuredAccount } from './measureValue';
import { showMinor } from './showMinor';

/** Version of the model; it changes when the same input would give another result. */
export const MODEL_VERSION = 'value-1';

const confidenceOf = (coverage: number | null): string | null =>
	coverage === null ? null : coverage >= 0.8 ? 'high' : coverage >= 0.5 ? 'medium' : 'low';

function detailOf({ ledger, outcomes, window, score }: MeasuredAccount, trajectory: Trajectory): IDataObject {
	const counted = ledger.within.filter(({ state }) => state === 'counted');
	const excluded = ledger.entries.filter(({ state }) => state === 'excluded');
	return {
		period: window,
		roi: score.roi,
		by_kind: Object.fromEntries(
			Object.entries(ledger.totals).map(([kind, { inReport, perCurrency, reason }]) => [
				kind,
				{ in_report: inReport, per_currency: perCurrency, reason },
			]),
		),
		expected: ledger.expected.perCurrency,
		evidence: counted.map(({ entry, baseMinor }) => ({
			entry_id: entry.entryId,
			kind: entry.kind,
			period: entry.period,
			base_minor: baseMinor,
			currency: entry.currency,
			formula: entry.formula,
			source: entry.evidence.source,
			acknowledged_on: entry.acknowledgedOn,
		})),
		unevidenced: excluded.map(({ entry, baseMinor, issues }) => ({
			entry_id: entry.entryId,
			kind: entry.kind,
			base_minor: baseMinor,
			currency: entry.currency,
			why: issues.map(({ message }) => message).join(' '),
			remedy: issues.map(({ remedy }) => remedy).join(' '),
		})),
		outcomes,
		trajectory,
	} as unknown as IDataObject;
}

/** One account as a row of cs_scores (score `value`), then what a person or a later node reads. */
export function writeValueRow(
	measured: MeasuredAccount,
	trajectory: Trajectory,
	claims: readonly ClaimCheck[],
	setting: RoiSetting,
): IDataObject {
	const { account, accountId, score, currency, ledger } = measured;
	const details = { ...detailOf(measured, trajectory), claims: claims as unknown as IDataObject[] };
	const unevidenced = ledger.entries.filter(({ state }) => state === 'excluded').length;
	const row: IDataObject = {
		run_id: setting.run.runId,
		score: 'value',
		account_id: accountId,
		as_of_on: setting.run.day,
		value: score.value,
		band: score.band,
		low: score.low,
		high: score.high,
		coverage: score.coverage,
		confidence: confidenceOf(score.coverage),
		trend: null,
		delta: null,
		reason: `${showMinor(score.valueMinor, currency)} of value for ${showMinor(score.costMinor, currency)}: ${score.reason}`,
		detail_json: JSON.stringify({
			value_minor: score.valueMinor,
			cost_minor: score.costMinor,
			currency,
			roi_gross_rate: score.roi.grossRate,
			roi_net_rate: score.roi.netRate,
			payback_months: score.paybackMonths,
			period: measured.window,
			unevidenced,
		}),
		model_version: MODEL_VERSION,
		config_hash: hash12([
			setting.valueFrom,
			setting.valueField,
			setting.costFrom,
			setting.costField,
			setting.window,
			setting.acknowledgedOnly,
			setting.discountRate,
			setting.growth,
			setting.years,
			setting.run.currency,
		]),
		input_hash: hash12([account, setting.ledger.get(accountId) ?? [], setting.ratesHash]),
	};
	if (setting.onlyTableColumns) return row;
	return {
		...row,
		name: textIn(account, 'name'),
		value_minor: score.valueMinor,
		cost_minor: score.costMinor,
		net_minor: score.roi.netMinor,
		currency,
		roi_gross_rate: score.roi.grossRate,
		roi_net_rate: score.roi.netRate,
		roi_words: score.roi.words,
		payback_months: score.paybackMonths,
		npv_minor: trajectory.npvMinor,
		acknowledged_minor: score.acknowledgedMinor,
		unevidenced,
		wrong_claims: claims.filter(({ holds }) => holds === false).length,
		details,
	};
}
