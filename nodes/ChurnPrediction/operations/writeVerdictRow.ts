import type { IDataObject } from 'n8n-workflow';

import type { Backtest, HorizonResult } from '../../../scoring/churn/Backtest';
import type { WeightAdvice } from '../../../scoring/churn/WeightAdvice';

/** The item that says whether a score is worth having: flat figures of the main horizon, the rest in `details`. */
export function writeVerdictRow(
	report: Backtest,
	advice: WeightAdvice | null,
	more: { readonly skipped: Readonly<Record<string, number>>; readonly warnings: readonly string[] },
): IDataObject {
	const main = report.horizons.find(({ horizonDays }) => horizonDays === report.mainHorizon);
	return {
		as_of_on: report.asOfOn,
		score: report.score,
		verdict: report.verdict.code,
		text: report.verdict.text,
		risk_is: report.direction,
		threshold: report.threshold,
		horizon_days: report.mainHorizon,
		accounts: report.cases.all,
		churned: report.cases.churned,
		renewed: report.cases.renewed,
		...figuresOf(main),
		green_but_churned: report.greenButChurned.length,
		red_but_renewed: report.redButRenewed.length,
		currency: report.currency,
		weights_text: advice?.text ?? null,
		warnings: [...more.warnings],
		details: {
			horizons: report.horizons,
			promises: report.promises,
			skipped: { ...more.skipped },
			direction_from: report.directionFrom,
			threshold_from: report.thresholdFrom,
		} as unknown as IDataObject,
	};
}

function figuresOf(main: HorizonResult | undefined): IDataObject {
	return {
		scored: main?.n ?? null,
		scored_churned: main?.churned ?? null,
		auc: main?.auc ?? null,
		auc_low: main?.aucLow ?? null,
		auc_high: main?.aucHigh ?? null,
		precision: main?.precision.value ?? null,
		recall: main?.recall.value ?? null,
		accuracy: main?.accuracy.value ?? null,
		trivial_accuracy: main?.trivialAccuracy ?? null,
		lift10: main?.lift10 ?? null,
		churned_arr_flagged_share: main?.churnedArr.value ?? null,
		churned_arr_minor: main?.churnedArr.totalMinor ?? null,
		churned_arr_flagged_minor: main?.churnedArr.flaggedMinor ?? null,
	};
}
