import { convertMoney, type RateRow } from '../../../scoring/core/convertMoney';
import { expectedLoss } from '../../../scoring/churn/expectedLoss';
import { latestRates } from '../../../scoring/health/latestRates';
import type { ChurnCase, Prediction, RankedCase } from './ChurnCase';

export interface Ranking {
	/** Most ARR to lose first; without an expected loss last. */
	readonly ranked: readonly RankedCase[];
	/** Currencies for which there is no rate; their accounts stand after the others, most to lose first in each. */
	readonly notConverted: readonly string[];
}

/** Puts accounts in the order in which they deserve a call: by the ARR that is expected to be lost, in one currency. */
export function rankCases(
	cases: readonly ChurnCase[],
	predictions: readonly Prediction[],
	currency: string,
	rates: readonly RateRow[],
	day: string,
): Ranking {
	const latest = latestRates(rates, day);
	const notConverted = new Set<string>();
	const ranked = cases.map((churnCase, index): RankedCase => {
		const prediction = predictions[index] as Prediction;
		const lossMinor = expectedLoss(prediction.probability, churnCase.arrMinor);
		const own = churnCase.currency;
		const convertedMinor =
			lossMinor === null || own === null
				? null
				: convertMoney({ amountMinor: lossMinor, currency: own }, currency, day, latest);
		if (lossMinor !== null && convertedMinor === null) notConverted.add(own ?? 'no currency');
		return { churnCase, prediction, lossMinor, convertedMinor, explanation: null };
	});
	ranked.sort(compare);
	return { ranked, notConverted: [...notConverted].sort() };
}

/** Converted losses first, then those that can't be converted by currency, then the riskiest, then by ID: a total order. */
function compare(a: RankedCase, b: RankedCase): number {
	return (
		falling(a.convertedMinor, b.convertedMinor) ||
		(a.lossMinor === null ? 1 : 0) - (b.lossMinor === null ? 1 : 0) ||
		(a.lossMinor === null ? 0 : rising(a.churnCase.currency ?? '', b.churnCase.currency ?? '')) ||
		falling(a.lossMinor, b.lossMinor) ||
		falling(a.prediction.probability, b.prediction.probability) ||
		falling(a.churnCase.rule.risk, b.churnCase.rule.risk) ||
		rising(a.churnCase.accountId, b.churnCase.accountId)
	);
}

const rising = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function falling(a: number | null, b: number | null): number {
	if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
	return b - a;
}
